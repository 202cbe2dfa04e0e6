// scdl schemas template: an empty table to open in a spreadsheet program, as a workbook where the file's name says so.
import { extname } from 'node:path'
import { ScdlError } from '../../../core/error.js'
import { shellWord } from '../../../reporters/human/shellWord.js'
import { loadSchema } from '../../loadSchema.js'
import type { Page } from './page.js'

/** French spreadsheets part cells at it, and Validata takes it as well as the comma. */
const DELIMITER = ';'
const MARK = '\uFEFF'

const EXTENSIONS = ['.csv', '.xlsx']

/** Throws `ScdlError('bad-option-value')`: a name that promises another kind of file. */
export async function writeTemplate(page: Page): Promise<number> {
  const { args, shown, registry, flags, messages, words } = page
  const { out } = flags
  const [ref = ''] = args
  const extension = extname(out ?? '').toLowerCase()
  if (extension !== '' && !EXTENSIONS.includes(extension)) {
    throw new ScdlError('bad-option-value', { option: '--out', value: out, known: EXTENSIONS })
  }
  const schema = await loadSchema(ref, registry)
  const labels = schema.schema.fields.map(({ name }) => name)
  const written = (path: string): string => words.template.written(path, labels.length, checkCommand(path, shown))
  if (extension !== '.xlsx') await page.save(templateCsv(labels), written)
  else {
    const { templateWorkbook } = await import('./templateWorkbook.js')
    await page.save(await templateWorkbook(schema, messages, words), written)
  }
  return 0
}

/** What cannot be typed as it is, is shown as it is. */
const checkCommand = (path: string, ref: string): string => `scdl validate ${shellWord(path) ?? path} --schema ${shellWord(ref) ?? ref}`

/** The mark makes Excel read the accents; before a quoted label Validata would take it for a part of the label. */
export function templateCsv(labels: readonly string[]): string {
  const header = labels.map(quoted).join(DELIMITER)
  return `${header.startsWith('"') ? '' : MARK}${header}\r\n`
}

const quoted = (label: string): string => (/[";\r\n]|^\s|\s$/.test(label) ? `"${label.replaceAll('"', '""')}"` : label)
