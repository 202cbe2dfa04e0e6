// The rows of a source as it has them, one after the other, those that a workbook leaves out included.
import type { Batch } from '../core/batch.js'
import type { Sheet } from '../core/format.js'

export class SourceRows {
  /** The number of the current row, as a spreadsheet shows it. */
  row = 0
  /** Absent: the row is left out, or there is none left. */
  batch: Batch | undefined
  /** In the batch. */
  index = 0
  isOver = false
  readonly #iterator: AsyncIterator<Batch>
  #read: Batch | undefined
  #next = 0

  constructor(sheet: Sheet) {
    this.#iterator = sheet.batches(() => {})[Symbol.asyncIterator]()
  }

  /** Goes on to the next row: at once, or once the next batch is read. */
  next(): Promise<void> | undefined {
    if (this.#read !== undefined && this.#next < this.#read.rows) {
      this.#advance(this.#read)
      return undefined
    }
    return this.#readOn()
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const result = await this.#iterator.next()
      if (result.done) {
        this.batch = undefined
        this.isOver = true
        return
      }
      this.#read = result.value
      this.#next = 0
      if (result.value.rows > 0) return this.#advance(result.value)
    }
  }

  #advance(batch: Batch): void {
    this.row++
    const isThere = batch.rowNumber[this.#next]! <= this.row
    this.batch = isThere ? batch : undefined
    this.index = this.#next
    if (isThere) this.#next++
  }
}
