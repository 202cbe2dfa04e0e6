// What the accepted numbers of a column say of its thousands marks: heard in the first pass, beside what the refused cells prove.
import type { Batch } from '../core/batch.js'
import type { ColumnRepair } from '../core/cellGroup.js'
import type { Column } from '../core/compileColumn.js'
import { type Assumption, OPPOSITES } from '../core/repair.js'

/** One repair that reads accepted cells otherwise. */
export interface Rereading {
  repair: ColumnRepair
  /** The column shows this mark between thousands, and no cell says otherwise. */
  isSure: boolean
}

export class AcceptedEvidence {
  readonly #heard: { column: Column; repairs: Heard[] }[]

  constructor(columns: readonly Column[]) {
    this.#heard = columns.flatMap((column) => {
      const repairs = column.repairs.filter(({ compiled }) => compiled.reread !== undefined)
      return repairs.length === 0 ? [] : [{ column, repairs: repairs.map((repair) => new Heard(repair)) }]
    })
  }

  hear({ bytes, rows, first, start, end, native }: Batch, firstRow: number): void {
    // The numbers of a workbook have no marks.
    if (native !== undefined) return
    for (const { column, repairs } of this.#heard) {
      const { index, test } = column
      if (test === undefined) continue
      for (let r = firstRow; r < rows; r++) {
        const i = first[r]! + index
        if (i >= first[r + 1]! || start[i] === end[i]) continue
        const accepted = test(bytes, start[i]!, end[i]!) === 0
        for (const repair of repairs) repair.hear(bytes, start[i]!, end[i]!, accepted)
      }
    }
  }

  /** No accepted cell of the column contradicts the assumption. */
  trusts(column: Column, assumption: Assumption): boolean {
    const repairs = this.#heard.find((heard) => heard.column === column)?.repairs ?? []
    return repairs.every(({ repair, contradictions }) => repair.compiled.assumption !== assumption || contradictions === 0)
  }

  /** The repairs that read accepted cells of this column otherwise: some cell shows their mark between thousands. */
  rereadings(column: Column): Rereading[] {
    const repairs = this.#heard.find((heard) => heard.column === column)?.repairs ?? []
    return repairs.flatMap(({ repair, proofs, unsure }) => {
      const { assumption } = repair.compiled
      if (assumption === undefined || proofs === 0 || unsure === 0) return []
      const isSure = column.remedies.settles(assumption) && this.trusts(column, assumption)
      return isSure || !this.#isSettledOtherwise(column, assumption) ? [{ repair, isSure }] : []
    })
  }

  #isSettledOtherwise(column: Column, assumption: Assumption): boolean {
    return column.remedies.settles(OPPOSITES[assumption])
  }
}

class Heard {
  readonly repair: ColumnRepair
  /** Refused cells that show the mark between thousands. */
  proofs = 0
  /** Accepted cells that show it as a decimal mark. */
  contradictions = 0
  /** Accepted cells that could be read otherwise. */
  unsure = 0
  readonly #out = new Uint8Array(128)

  constructor(repair: ColumnRepair) {
    this.repair = repair
  }

  hear(bytes: Uint8Array, start: number, end: number, accepted: boolean): void {
    const { reread, witness } = this.repair.compiled
    if (reread === undefined || end - start > MAX_BYTES) return
    if (!accepted) {
      if (reread.proves(bytes, start, end)) this.proofs++
    } else if (witness?.(bytes, start, end) === -1) this.contradictions++
    else if (reread.propose(bytes, start, end, this.#out) >= 0) this.unsure++
  }
}

/** Longer texts are no numbers that people write. */
const MAX_BYTES = 64
