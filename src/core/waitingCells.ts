// Faulty cells that are only counted any more, put aside until their batch is read: column by column they are counted in half the time,
// for what is remembered of one column then stays at hand. `bench/README.md`, "every checked cell bad".
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'
import type { Recorder } from './report.js'

/** A cell, its row, both in the batch, and its faults. */
const WORDS = 3
const MOST_CELLS = 1024

export class WaitingCells {
  /** Those of the column. */
  readonly active: number
  readonly errors: number
  readonly #column: Column
  readonly #recorder: Recorder
  readonly #words = new Int32Array(MOST_CELLS * WORDS)
  #length = 0

  constructor(column: Column, recorder: Recorder) {
    this.active = column.active
    this.errors = column.errors
    this.#column = column
    this.#recorder = recorder
  }

  add(batch: Batch, cell: number, row: number, faults: number): void {
    if (this.#length === this.#words.length) this.count(batch)
    const words = this.#words
    words[this.#length] = cell
    words[this.#length + 1] = row
    words[this.#length + 2] = faults
    this.#length += WORDS
  }

  /** To be called before the batch is filled anew. */
  count({ bytes, start, end, rowNumber }: Batch): void {
    const words = this.#words
    let cells = 0
    for (let at = 0; at < this.#length; at += WORDS) {
      cells++
      const cell = words[at]!
      this.#column.countFaults(words[at + 2]!, bytes, start[cell]!, end[cell]!, rowNumber[words[at + 1]!]!, 'cell')
    }
    this.#recorder.drop(cells)
    this.#length = 0
  }
}
