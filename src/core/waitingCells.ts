// The faulty cells of a column, put aside until their batch is read: column by column they are counted in half the time, for what is
// remembered of one column then stays at hand. `bench/README.md`, "every checked cell bad".
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'

/** Few at first: V8, which compiles for what it has seen, then sees all columns. */
const FIRST_CELLS = 4
const MOST_CELLS = 1024

export class WaitingCells {
  readonly column: Column
  /** Those of the column. */
  readonly active: number
  readonly errors: number
  /** Pairs: a cell of the batch, and its faults. */
  #pairs = new Int32Array(2 * FIRST_CELLS)
  #length = 0

  constructor(column: Column) {
    this.column = column
    this.active = column.active
    this.errors = column.errors
  }

  /** Filled, each of another row than the one before; the faults are those that count. */
  add(batch: Batch, cell: number, faults: number): void {
    if (this.#length === this.#pairs.length) this.#makeRoom(batch)
    this.#pairs[this.#length] = cell
    this.#pairs[this.#length + 1] = faults
    this.#length += 2
  }

  #makeRoom(batch: Batch): void {
    this.count(batch)
    if (this.#pairs.length < 2 * MOST_CELLS) this.#pairs = new Int32Array(this.#pairs.length * 2)
  }

  /** To be called before the batch is filled anew. Returns how many had waited. */
  count(batch: Batch): number {
    const cells = this.#length / 2
    this.#length = 0
    if (cells > 0) this.column.countCells(batch, this.#pairs, cells)
    return cells
  }
}
