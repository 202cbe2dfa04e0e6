// The rows being written, as a batch: cells that stay point into the source's own bytes; what is written otherwise stands behind a copy
// of these, which is made only where it is needed.
import { type Batch, NATIVE } from '../core/batch.js'

const encoder = new TextEncoder()
/** Bytes of UTF-8 that one unit of a string takes at most. */
const MOST_BYTES = 3

export class OutputBatch implements Batch {
  bytes = new Uint8Array(0)
  rows = 0
  rowNumber = new Int32Array(0)
  first = new Int32Array(1)
  start = new Int32Array(0)
  end = new Int32Array(0)
  /** Only where a cell holds a spreadsheet's error: as a text it would be a value. */
  native?: Uint8Array
  /** Cells so far, those of the row that is not ended yet included. */
  cells = 0
  #own = new Uint8Array(0)
  #ownEnd = 0
  #isShared = true

  /** Empties the batch and makes room for the rows of a batch of the source, each with as many cells more as the output has columns. */
  begin({ bytes, rows, first }: Batch, columns: number): void {
    this.bytes = bytes as typeof this.bytes
    this.rows = 0
    this.cells = 0
    this.#isShared = true
    delete this.native
    if (this.rowNumber.length < rows) {
      this.rowNumber = new Int32Array(rows)
      this.first = new Int32Array(rows + 1)
    }
    const cells = rows * columns + first[rows]! - first[0]!
    if (this.start.length < cells) {
      this.start = new Int32Array(cells)
      this.end = new Int32Array(cells)
    }
  }

  /** Ends the row whose first cell is `k`. */
  endRow(k: number, rowNumber: number): void {
    this.rowNumber[this.rows] = rowNumber
    this.first[this.rows] = k
    this.rows++
    this.first[this.rows] = this.cells
  }

  /** Adds a cell of the source; empty where `from` is `to`. */
  add(from: number, to: number): void {
    this.start[this.cells] = from
    this.end[this.cells] = to
    this.cells++
  }

  markError(cell: number): void {
    this.native ??= new Uint8Array(this.start.length)
    this.native[cell] = NATIVE.error
  }

  /** Gives the cell another text. */
  write(cell: number, text: string): void {
    const room = text.length * MOST_BYTES
    if (this.#isShared) {
      this.#isShared = false
      this.#ownEnd = this.bytes.length
      this.#reserve(this.bytes, room)
    } else if (this.#ownEnd + room > this.#own.length) this.#reserve(this.#own.subarray(0, this.#ownEnd), room)
    const { written } = encoder.encodeInto(text, this.#own.subarray(this.#ownEnd))
    this.start[cell] = this.#ownEnd
    this.#ownEnd += written
    this.end[cell] = this.#ownEnd
  }

  /** Makes the batch's bytes a copy of these, at the same offsets, with room behind them. */
  #reserve(bytes: Uint8Array, room: number): void {
    if (this.#own.length < bytes.length + room || this.#own.buffer === bytes.buffer) {
      this.#own = new Uint8Array(2 * (bytes.length + room))
    }
    this.#own.set(bytes)
    this.bytes = this.#own
  }
}
