import type { Batch } from './batch.js'
import type { RowCursor } from './check.js'
import type { Column } from './compileColumn.js'

/** The cells that a row check asked for, on the current row. */
export class ColumnCursor implements RowCursor {
  bytes: Uint8Array = new Uint8Array(0)
  readonly #columns: readonly (Column | undefined)[]
  #batch: Batch | undefined
  #f = 0
  #n = 0

  constructor(columns: readonly (Column | undefined)[]) {
    this.#columns = columns
  }

  move(batch: Batch, f: number, n: number): void {
    this.#batch = batch
    this.bytes = batch.bytes
    this.#f = f
    this.#n = n
  }

  start(index: number): number {
    return this.#batch!.start[this.#f + this.#columns[index]!.index]!
  }

  end(index: number): number {
    return this.#batch!.end[this.#f + this.#columns[index]!.index]!
  }

  empty(index: number): boolean {
    const column = this.#columns[index]
    if (column === undefined || column.index >= this.#n) return true
    return !column.readable(this.bytes, this.start(index), this.end(index))
  }
}
