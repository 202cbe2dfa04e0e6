// Rows of a CSV for a spreadsheet: a byte-order mark before the first, and the separator that the language's Excel expects.
import { spreadsheetText } from './spreadsheetText.js'

export const CSV_MARK = '\ufeff'

/** The cells as they are, quoted where they need it. */
export function csvLine(cells: readonly string[], separator: string): string {
  const quoted = cells.map((cell) => (cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${quoted.join(separator)}\r\n`
}

/** Cells that come from a file: a spreadsheet neither runs nor rounds them. */
export const csvTextLine = (cells: readonly string[], separator: string): string => csvLine(cells.map(spreadsheetText), separator)
