// Workbooks of several sheets for tests, from what their cells hold.
import { relationships, writeXlsx } from './formats/xlsx/writeXlsx.js'

/** A date is days since 1900. */
export type Cell = string | number | boolean | { date: number; format: string } | { number: number; format: string }
export type Cells = readonly Cell[]

export interface WorkbookSheet {
  name: string
  rows: readonly Cells[]
  hidden?: boolean
  merged?: readonly string[]
  /** Up to this row and this column (from 1), cells without a value keep a format, as in sheets that were coloured. */
  formattedTo?: { row: number; column: number }
}

export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const formats: string[] = ['General']
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format)
  }
  const parts = sheets.map((sheet) => writeSheet(sheet, styleOf))
  const others = Object.fromEntries(parts.slice(1).map((part, i) => [`xl/worksheets/sheet${i + 2}.xml`, part]))
  const declared = sheets.map(
    ({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return writeXlsx({
    sheet: parts[0]!,
    formats,
    others: {
      ...others,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${base}"><sheets>${declared.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({
        ...Object.fromEntries(sheets.map((_, i) => [`rId${i + 1}`, ['worksheet', `worksheets/sheet${i + 1}.xml`]])),
        rIdStyles: ['styles', 'styles.xml'],
      }),
    },
  })
}

function writeSheet({ rows, merged = [], formattedTo }: WorkbookSheet, styleOf: (format: string) => number): string {
  const count = Math.max(rows.length, formattedTo?.row ?? 0)
  const written = Array.from({ length: count }, (_, r) => {
    const cells = rows[r] ?? []
    const width = Math.max(cells.length, formattedTo?.column ?? 0)
    return `<row r="${r + 1}">${Array.from({ length: width }, (_, c) => writeCell(cells[c] ?? '', styleOf)).join('')}</row>`
  })
  const merges = merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written.join('')}</sheetData>${merges}</worksheet>`
}

function writeCell(cell: Cell, styleOf: (format: string) => number): string {
  if (cell === '') return '<c s="0"/>'
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c s="${styleOf(cell.format)}"><v>${'date' in cell ? cell.date : cell.number}</v></c>`
}
