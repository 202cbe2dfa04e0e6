// Which label stands for which field, as a CSV to complete in a spreadsheet.
import type { Messages } from '../messages/messages.js'

const MARK = '\ufeff'

export function mappingCsv(mapping: ReadonlyMap<string, string>, { conversion, page: { listSeparator } }: Messages): string {
  const quote = (text: string): string => (text.includes(listSeparator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (cells: readonly string[]): string => `${cells.map(quote).join(listSeparator)}\r\n`
  return MARK + [conversion.mapping, ...mapping].map(line).join('')
}
