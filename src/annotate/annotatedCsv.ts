// The user's own table as a CSV for a spreadsheet: its cells, then the findings of each row.
import { rowTexts } from '../core/cellText.js'
import { CSV_MARK, csvTextLine } from '../reporters/csvLine.js'
import { type AnnotatedTable, noteOf } from './annotatedTable.js'
import { SourceRows } from './sourceRows.js'

const ROWS_PER_PIECE = 500

const encoder = new TextEncoder()

export async function* annotatedCsv(table: AnnotatedTable): AsyncGenerator<Uint8Array> {
  const { found, width, messages } = table
  const { listSeparator } = messages.page
  const rows = new SourceRows(found.sheet)
  let piece = [CSV_MARK]
  for (;;) {
    const reading = rows.next()
    if (reading !== undefined) await reading
    if (rows.isOver && !Number.isFinite(table.findings.row)) break
    const note = await noteOf(rows.isOver ? Number.MAX_SAFE_INTEGER : rows.row, table)
    const cells = rows.batch === undefined ? [] : rowTexts(rows.batch, rows.index)
    if (note !== undefined) {
      while (cells.length < width) cells.push('')
      cells.push(note.severity, note.findings, note.suggestions)
    }
    piece.push(csvTextLine(cells, listSeparator))
    if (rows.isOver) break
    if (piece.length < ROWS_PER_PIECE) continue
    yield encoder.encode(piece.join(''))
    piece = []
  }
  yield encoder.encode(piece.join(''))
}
