// The faulty cells of a column, put aside until their batch is read: column by column they are counted in half the time, for what is
// remembered of one column then stays at hand. `bench/README.md`, "every checked cell bad".
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'

/** A cell, its row, both in the batch, and its faults. */
const WORDS = 3
/** Few at first: V8, which compiles for what it has seen, then sees all columns. */
const FIRST_CELLS = 4
const MOST_CELLS = 1024

export class WaitingCells {
  readonly column: Column
  #words = new Int32Array(FIRST_CELLS * WORDS)
  #length = 0

  constructor(column: Column) {
    this.column = column
  }

  /** The faults are those that count. */
  add(batch: Batch, cell: number, row: number, faults: number): void {
    if (this.#length === this.#words.length) this.#makeRoom(batch)
    const words = this.#words
    words[this.#length] = cell
    words[this.#length + 1] = row
    words[this.#length + 2] = faults
    this.#length += WORDS
  }

  #makeRoom(batch: Batch): void {
    this.count(batch)
    if (this.#words.length < MOST_CELLS * WORDS) this.#words = new Int32Array(this.#words.length * 2)
  }

  /** To be called before the batch is filled anew. Returns how many had waited. */
  count({ bytes, start, end, rowNumber }: Batch): number {
    const words = this.#words
    for (let at = 0; at < this.#length; at += WORDS) {
      const cell = words[at]!
      this.column.countFaults(words[at + 2]!, bytes, start[cell]!, end[cell]!, rowNumber[words[at + 1]!]!, 'cell')
    }
    const cells = this.#length / WORDS
    this.#length = 0
    return cells
  }
}
