// Reads a workbook of the binary formats as a whole and gives its rows batch by batch: the task that is isolated, since a library that
// reads all at once does the reading. A question says all that it needs, so that the task can begin again at any time.
import type { Batch } from '../../core/batch.js'
import type { Limits } from '../../core/format.js'
import type { Ask } from '../../core/source.js'
import { RowWriter } from '../sheet/rowWriter.js'
import { type BookInput, type OldSheet, readBook } from './readBook.js'
import { writeRows } from './writeRows.js'

/** `batch`: how many of the sheet come before the wanted one. */
export type BookQuestion = { ask: 'sheets' } | { ask: 'batch'; sheet: number; batch: number; limits: Limits }

export type BookSheets = { name: string; hidden: boolean }[] | 'encrypted' | 'corrupt'

/** To `sheets` the answer is `BookSheets`, to `batch` a batch, or undefined after the last one. */
export async function startOldWorkbook(input: unknown): Promise<Ask> {
  const book = await readBook(input as BookInput)
  let reading: { sheet: number; next: number; batches: Iterator<Batch> } | undefined
  return async (question) => {
    const asked = question as BookQuestion
    if (typeof book === 'string') return book
    if (asked.ask === 'sheets') return book.sheets.map(({ name, hidden }) => ({ name, hidden }))
    const { sheet, batch, limits } = asked
    if (reading === undefined || reading.sheet !== sheet || reading.next !== batch) {
      reading = { sheet, next: 0, batches: batchesOf(book.sheets[sheet]!, limits) }
      while (reading.next < batch) {
        reading.batches.next()
        reading.next++
      }
    }
    reading.next++
    const result = reading.batches.next()
    return result.done === true ? undefined : result.value
  }
}

function* batchesOf(sheet: OldSheet, limits: Limits): Generator<Batch> {
  const rows = new RowWriter(limits)
  for (const _ of writeRows(sheet, rows)) {
    while (rows.isFull) {
      yield copyOf(rows)
      rows.clear()
    }
  }
  while (!rows.isEmpty) {
    yield copyOf(rows)
    rows.clear()
  }
}

/** No more than what is used: the batch may go to another thread. */
function copyOf(writer: RowWriter): Batch {
  const { bytes, rows, rowNumber, first, start, end, native, seen } = writer.take()
  const cells = first[rows]!
  return {
    bytes: bytes.slice(0, writer.length),
    rows,
    rowNumber: rowNumber.slice(0, rows),
    first: first.slice(0, rows + 1),
    start: start.slice(0, cells),
    end: end.slice(0, cells),
    ...(native && { native: native.slice(0, cells) }),
    ...(seen && { seen: seen.slice(0, cells) }),
  }
}
