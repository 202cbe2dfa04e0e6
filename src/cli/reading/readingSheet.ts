// A sheet of texts under a header that stays in sight, with a filter.
import type { CellSink, SheetContent } from '../../writers/sheet/cellSink.js'
import { fitting } from '../../writers/sheet/fitting.js'

export type ReadingRow = readonly (string | number)[]

export interface ReadingTable {
  /** Of the sheet. */
  name: string
  head: readonly string[]
  /** Of the columns, in characters. */
  widths: readonly number[]
  /** Of a CSV. */
  separator: string
  /** Ends a text that is longer than a cell of a workbook may be. */
  cut(characters: number): string
}

const encoder = new TextEncoder()

export function readingSheet({ name, head, widths, cut }: ReadingTable, pieces: AsyncIterable<readonly ReadingRow[]>): SheetContent {
  const iterator = pieces[Symbol.asyncIterator]()
  let piece: readonly ReadingRow[] = []
  let at = 0
  return {
    name,
    widths,
    frozenRows: 1,
    filtered: true,
    head(out) {
      for (const title of head) out.string(title, 'header')
      out.endRow()
    },
    async fill(out) {
      while (at < piece.length && !out.isFull) writeRow(out, piece[at++]!, cut)
      while (at === piece.length) {
        const next = await iterator.next()
        if (next.done) return false
        piece = next.value
        at = 0
      }
      return true
    },
  }
}

function writeRow(out: CellSink, row: ReadingRow, cut: ReadingTable['cut']): void {
  for (const cell of row) {
    if (cell === '') out.skip()
    else if (typeof cell === 'string') out.string(fitting(cell, cut))
    else {
      const digits = encoder.encode(String(cell))
      out.number(digits, 0, digits.length, 0)
    }
  }
  out.endRow()
}
