// The rows that are not written, told to the ledger: blank rows by run, the others cell by cell.
import type { Batch } from '../core/batch.js'
import { rowTexts } from '../core/cellText.js'
import type { Change, ChangeRule } from '../core/change.js'
import { isBlank } from '../core/rowKind.js'
import { type ChangeLedger, NO_COLUMN } from './changeLedger.js'

export class LeftOutRows {
  readonly #ledger: ChangeLedger
  readonly #nameOf: (sourceColumn: number) => string
  /** A run of blank rows, which may go on. */
  #blanks: { row: number; rowEnd: number } | undefined

  constructor(ledger: ChangeLedger, nameOf: (sourceColumn: number) => string) {
    this.#ledger = ledger
    this.#nameOf = nameOf
  }

  /** Each filled cell is listed, so that the row can be put back. */
  add(source: Batch, r: number, rule: ChangeRule): void {
    const row = source.rowNumber[r]!
    if (isBlank(source.start, source.end, source.first[r]!, source.first[r + 1]! - source.first[r]!)) {
      if (this.#blanks?.rowEnd === row - 1) this.#blanks.rowEnd = row
      else {
        this.endBlanks()
        this.#blanks = { row, rowEnd: row }
      }
      return
    }
    this.endBlanks()
    const changes = rowTexts(source, r).flatMap((before, c): Change[] =>
      before === '' ? [] : [{ row, column: c + 1, name: this.#nameOf(c), before, after: '', rule, certainty: 'lossless' }],
    )
    this.#ledger.leaveOut(rule, changes)
  }

  /** Before anything of a later row is told. */
  endBlanks(): void {
    if (this.#blanks === undefined) return
    const { row, rowEnd } = this.#blanks
    const range = row === rowEnd ? {} : { rowEnd }
    const rows = rowEnd - row + 1
    this.#ledger.add(
      NO_COLUMN,
      'blankRow',
      () => ({ row, ...range, name: '', before: '', after: '', rule: 'blankRow', certainty: 'lossless' }),
      rows,
    )
    this.#blanks = undefined
  }
}
