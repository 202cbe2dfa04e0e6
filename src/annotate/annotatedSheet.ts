// The user's own table as a sheet: its cells as text where they were, the faulty ones in colour with a note, the findings behind each row.
import type { Batch } from '../core/batch.js'
import { CELL_CHARACTERS, type Look } from '../writers/sheet/cellSink.js'
import { fitting } from '../writers/sheet/fitting.js'
import type { SheetRows } from '../writers/xlsx/sheetRows.js'
import type { XlsxSheet } from '../writers/xlsx/xlsxSheet.js'
import { type AnnotatedTable, noteOf } from './annotatedTable.js'
import type { CellMark, RowNote } from './rowNote.js'
import { SourceRows } from './sourceRows.js'

/** More of them make spreadsheet programs slow, and stand in memory. */
export const MOST_NOTES = 5000
const NOTE_CHARACTERS = 1000
const ROWS_PER_PIECE = 1000
/** A header further down would fill the window. */
const MOST_FROZEN = 10
const NARROWEST = 10
const WIDEST = 50
const NOTE_WIDTHS = [14, 80, 40]

const decoder = new TextDecoder()

export function annotatedSheet(table: AnnotatedTable): XlsxSheet {
  const { found, width, messages } = table
  const { labels, headerRow } = found
  const rows = new SourceRows(found.sheet)
  const { textCut } = messages.page
  let notes = 0
  let isFirst = true
  /** Whether the current row is written. */
  let isDone = true

  function writeText(out: SheetRows, { bytes, start, end }: Batch, i: number, look: Look): void {
    const from = start[i]!
    const to = end[i]!
    if (to - from <= CELL_CHARACTERS) out.text(bytes, from, to, look)
    else out.string(fitting(decoder.decode(bytes.subarray(from, to)), textCut), look)
  }

  function mark(out: SheetRows, { sentences }: CellMark): void {
    if (notes === MOST_NOTES) return
    notes++
    const text = [...new Set(sentences)].join('\n')
    out.note(text.length <= NOTE_CHARACTERS ? text : `${text.slice(0, NOTE_CHARACTERS)}…`)
  }

  function writeRow(out: SheetRows, note: RowNote | undefined, plain: Look): void {
    const { batch, index } = rows
    const f = batch?.first[index] ?? 0
    const cells = batch === undefined ? 0 : batch.first[index + 1]! - f
    const last = note === undefined ? cells : width
    for (let c = 0; c < last; c++) {
      const found = note?.marks.get(c)
      const isFilled = c < cells && batch!.start[f + c] !== batch!.end[f + c]
      if (isFilled) writeText(out, batch!, f + c, found?.look ?? plain)
      else if (found !== undefined) out.string('', found.look)
      else out.skip()
      if (found !== undefined) mark(out, found)
    }
    if (note !== undefined) {
      for (const text of [note.severity, note.findings, note.suggestions]) {
        if (text === '') out.skip()
        else out.string(fitting(text, textCut), plain)
      }
    }
    out.endRow()
  }

  return {
    name: messages.annotation.table,
    widths: [
      ...Array.from({ length: width }, (_, c) => Math.min(WIDEST, Math.max(NARROWEST, (labels[c] ?? '').length + 4))),
      ...NOTE_WIDTHS,
    ],
    frozenRows: headerRow <= MOST_FROZEN ? headerRow : 0,
    filtered: true,
    head(out) {
      if (isFirst) return
      for (let c = 0; c < width; c++) out.string(labels[c] ?? '', 'header')
      for (const title of messages.annotation.columns) out.string(title, 'header')
      out.endRow()
    },
    async fill(out) {
      for (let written = 0; written < ROWS_PER_PIECE; written++) {
        if (isDone) {
          const reading = rows.next()
          if (reading !== undefined) await reading
          isDone = false
        }
        if (out.isFull) {
          isFirst = false
          this.frozenRows = 1
          return true
        }
        // What is said of rows that are not there comes after the last.
        const row = rows.isOver ? Number.MAX_SAFE_INTEGER : rows.row
        if (rows.isOver && !Number.isFinite(table.findings.row)) return false
        writeRow(out, await noteOf(row, table), row === headerRow ? 'header' : 'text')
        isDone = true
        if (rows.isOver) return false
      }
      return true
    },
  }
}
