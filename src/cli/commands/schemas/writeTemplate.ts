// scdl schemas template: an empty table to open in a spreadsheet program, as a workbook where the file's name says so.
import { extname } from 'node:path'
import { ScdlError } from '../../../core/error.js'
import { openOutputFile } from '../../../node/outputFile.js'
import { loadSchema } from '../../loadSchema.js'
import type { Page } from './page.js'

/** French spreadsheets part cells at it, and Validata takes it as well as the comma. */
const DELIMITER = ';'
const MARK = '\uFEFF'

const EXTENSIONS = ['.csv', '.xlsx']

/** Throws `ScdlError('bad-option-value')`: a name that promises another kind of file. */
export async function writeTemplate(page: Page): Promise<number> {
  const { args, registry, flags, messages, words } = page
  const { out } = flags
  const extension = extname(out ?? '').toLowerCase()
  if (extension !== '' && !EXTENSIONS.includes(extension)) {
    throw new ScdlError('bad-option-value', { option: '--out', value: out, known: EXTENSIONS })
  }
  const schema = await loadSchema(args[0] ?? '', registry)
  if (out === undefined || extension !== '.xlsx') await page.save(templateCsv(schema.schema.fields.map(({ name }) => name)))
  else {
    const { templateWorkbook } = await import('./templateWorkbook.js')
    await writeBytes(out, await templateWorkbook(schema, messages, words), flags.force ?? false)
  }
  return 0
}

async function writeBytes(path: string, chunks: AsyncIterable<Uint8Array>, replace: boolean): Promise<void> {
  const file = await openOutputFile(path, { replace })
  try {
    for await (const chunk of chunks) await file.write(chunk)
    await file.commit()
  } finally {
    await file.abandon()
  }
}

/** The mark makes Excel read the accents; before a quoted label Validata would take it for a part of the label. */
export function templateCsv(labels: readonly string[]): string {
  const header = labels.map(quoted).join(DELIMITER)
  return `${header.startsWith('"') ? '' : MARK}${header}\r\n`
}

const quoted = (label: string): string => (/[";\r\n]|^\s|\s$/.test(label) ? `"${label.replaceAll('"', '""')}"` : label)
