// The checks across the cells of a row, asked of a row that is about to be written.
import type { BoundRowCheck } from '../core/boundRowCheck.js'
import { ColumnCursor } from '../core/columnCursor.js'
import type { Outcome } from './columnWork.js'
import type { OutputBatch } from './outputBatch.js'

/** A cell of the current row that is written otherwise. */
export interface Rewritten {
  /** Of the output. */
  column: number
  outcome: Outcome
  /** In the source's bytes. */
  start: number
  end: number
  /** The text there, where it is known. */
  before: string | undefined
}

export class RowChecks {
  readonly #checks: readonly { check: BoundRowCheck; columns: ReadonlySet<number>; cursor: ColumnCursor }[]

  constructor(checks: readonly BoundRowCheck[]) {
    this.#checks = checks.map((check) => ({
      check,
      columns: new Set(check.columns.flatMap((column) => (column === undefined ? [] : [column.index]))),
      cursor: new ColumnCursor(check.columns),
    }))
  }

  /**
   * Takes back what breaks a check that the row as it stands does not break. `k`: the first cell of the row, the last of the batch.
   * Returns what is left.
   */
  settle(out: OutputBatch, k: number, rewritten: readonly Rewritten[]): readonly Rewritten[] {
    let kept = rewritten
    for (const { check, columns, cursor } of this.#checks) {
      const concerned = kept.filter(({ column, outcome }) => outcome.revocable && columns.has(column))
      if (concerned.length === 0) continue
      cursor.move(out, k, out.cells - k)
      if (check.row(cursor) === undefined) continue
      const written = concerned.map(({ column }) => [out.start[k + column]!, out.end[k + column]!] as const)
      for (const { column, start, end } of concerned) {
        out.start[k + column] = start
        out.end[k + column] = end
      }
      if (check.row(cursor) === undefined) {
        kept = kept.filter((cell) => !concerned.includes(cell))
        continue
      }
      concerned.forEach(({ column }, i) => {
        const [start, end] = written[i]!
        out.start[k + column] = start
        out.end[k + column] = end
      })
    }
    return kept
  }
}
