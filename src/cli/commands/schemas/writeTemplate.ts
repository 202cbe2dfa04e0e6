// scdl schemas template: an empty table to open in a spreadsheet program.
import { loadSchema } from '../../loadSchema.js'
import type { Page } from './page.js'

/** French spreadsheets part cells at it, and Validata takes it as well as the comma. */
const DELIMITER = ';'
const MARK = '\uFEFF'

export async function writeTemplate(page: Page): Promise<number> {
  const { schema } = await loadSchema(page.args[0] ?? '', page.registry)
  await page.save(templateCsv(schema.fields.map(({ name }) => name)))
  return 0
}

/** The mark makes Excel read the accents; before a quoted label Validata would take it for a part of the label. */
export function templateCsv(labels: readonly string[]): string {
  const header = labels.map(quoted).join(DELIMITER)
  return `${header.startsWith('"') ? '' : MARK}${header}\r\n`
}

const quoted = (label: string): string => (/[";\r\n]|^\s|\s$/.test(label) ? `"${label.replaceAll('"', '""')}"` : label)
