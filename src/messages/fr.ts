import { annotation } from './fr/annotation.js'
import { bodyCodes } from './fr/bodyCodes.js'
import { conversion } from './fr/conversion.js'
import { faults } from './fr/faults.js'
import { headCodes } from './fr/headCodes.js'
import { jsonCodes } from './fr/jsonCodes.js'
import { notices } from './fr/notices.js'
import { page } from './fr/page.js'
import { repairs } from './fr/repairs.js'
import { report } from './fr/report.js'
import { requests } from './fr/requests.js'
import { rules } from './fr/rules.js'
import { schemaCodes } from './fr/schemaCodes.js'
import { quote } from './fr/words.js'
import type { Messages } from './messages.js'

export const fr: Messages = {
  language: 'fr',
  codes: { ...headCodes, ...schemaCodes, ...bodyCodes, ...jsonCodes },
  unknownCode: ({ code, cell }) => `${cell === undefined ? '' : `${quote(cell)} : `}contrôle « ${code} » non respecté.`,
  suggestion: (value) => (value === '' ? 'Laissez la cellule vide.' : `Écrivez ${quote(value)}.`),
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
