import { annotation } from './en/annotation.js'
import { bodyCodes } from './en/bodyCodes.js'
import { conversion } from './en/conversion.js'
import { faults } from './en/faults.js'
import { headCodes } from './en/headCodes.js'
import { jsonCodes } from './en/jsonCodes.js'
import { notices } from './en/notices.js'
import { page } from './en/page.js'
import { repairs } from './en/repairs.js'
import { report } from './en/report.js'
import { requests } from './en/requests.js'
import { rules } from './en/rules.js'
import { schemaCodes } from './en/schemaCodes.js'
import { quote } from './en/words.js'
import type { Messages } from './messages.js'

export const en: Messages = {
  language: 'en',
  codes: { ...headCodes, ...schemaCodes, ...bodyCodes, ...jsonCodes },
  unknownCode: ({ code, cell }) => `The check “${code}” is not passed${cell === undefined ? '' : ` by ${quote(cell)}`}.`,
  suggestion: (value) => (value === '' ? 'Leave the cell empty.' : `Write ${quote(value)}.`),
  requests,
  notices,
  faults,
  repairs,
  report,
  rules,
  page,
  conversion,
  annotation,
}
