// The faulty cells of a column, put aside until their batch is read: column by column they are counted in half the time, for what is
// remembered of one column then stays at hand. `bench/README.md`, "every checked cell bad".
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'
import { CELL_WORDS, END, FAULTS, ROW, START } from './verdictCache.js'

/** Few at first: V8, which compiles for what it has seen, then sees all columns. */
const FIRST_CELLS = 4
const MOST_CELLS = 1024

export class WaitingCells {
  readonly column: Column
  /** Those of the column. */
  readonly active: number
  readonly errors: number
  /** As `VerdictCache` takes them: what is read of a cell is at hand when it is put aside. */
  #cells = new Int32Array(CELL_WORDS * FIRST_CELLS)
  /** In words. */
  #length = 0

  constructor(column: Column) {
    this.column = column
    this.active = column.active
    this.errors = column.errors
  }

  /** A filled cell of row `r`, another one than the cell before; the faults are those that count. */
  add(batch: Batch, r: number, cell: number, faults: number): void {
    if (this.#length === this.#cells.length) this.#makeRoom(batch)
    const at = this.#length
    this.#cells[at + ROW] = r
    this.#cells[at + START] = batch.start[cell]!
    this.#cells[at + END] = batch.end[cell]!
    this.#cells[at + FAULTS] = faults
    this.#length = at + CELL_WORDS
  }

  #makeRoom(batch: Batch): void {
    this.count(batch)
    if (this.#cells.length < CELL_WORDS * MOST_CELLS) this.#cells = new Int32Array(this.#cells.length * 2)
  }

  /** To be called before the batch is filled anew. Returns how many had waited. */
  count(batch: Batch): number {
    const cells = this.#length / CELL_WORDS
    this.#length = 0
    if (cells > 0) this.column.countCells(batch, this.#cells, cells)
    return cells
  }
}
