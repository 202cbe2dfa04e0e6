// What the cells of a column prove, and what they contradict, of the assumptions that its repairs make.
import { ANY_MARK } from './marks.js'
import { type Assumption, type CompiledRepair, OPPOSITES } from './repair.js'

/** What the cells of a column say of an assumption. */
export interface Tally {
  proofs: number
  contradictions: number
}

const MAX_WITNESSES = 4
/** What all witnesses say of a cell fits these bits: two each. */
export const SAID_MASK = (1 << (2 * MAX_WITNESSES)) - 1

export class ColumnProof {
  readonly #witnesses: readonly { witness: NonNullable<CompiledRepair['witness']>; needs: number; tally: Tally }[]
  readonly #tallies = new Map<Assumption, Tally>()

  constructor(repairs: readonly CompiledRepair[]) {
    this.#witnesses = repairs.flatMap(({ witness, assumption, needs = ANY_MARK }) => {
      // Two repairs that assume opposite things hear the same of every cell: one of them is enough.
      if (witness === undefined || assumption === undefined || this.#tallies.has(OPPOSITES[assumption])) return []
      const tally = this.#tallies.get(assumption) ?? { proofs: 0, contradictions: 0 }
      this.#tallies.set(assumption, tally)
      return [{ witness, needs, tally }]
    })
    if (this.#witnesses.length > MAX_WITNESSES) throw new Error('more witnesses than a verdict can hold')
  }

  /** Two bits a witness: the cell proves the assumption, or contradicts it. All are heard, whichever repair is taken. */
  hear(bytes: Uint8Array, start: number, end: number, marks: number): number {
    let said = 0
    for (let i = 0; i < this.#witnesses.length; i++) {
      const { witness, needs } = this.#witnesses[i]!
      if ((needs & marks) === 0) continue
      const word = witness(bytes, start, end)
      if (word === 1) said |= 1 << (i * 2)
      else if (word === -1) said |= 2 << (i * 2)
    }
    return said
  }

  /** Takes what `hear` said of a cell, for so many cells. */
  count(saidOfCell: number, cells: number): void {
    for (let said = saidOfCell, i = 0; said !== 0; said >>= 2, i++) {
      if ((said & 1) !== 0) this.#witnesses[i]!.tally.proofs += cells
      else if ((said & 2) !== 0) this.#witnesses[i]!.tally.contradictions += cells
    }
  }

  tally(assumption: Assumption): Tally {
    const opposite = this.#tallies.get(OPPOSITES[assumption])
    if (opposite !== undefined) return { proofs: opposite.contradictions, contradictions: opposite.proofs }
    return this.#tallies.get(assumption) ?? { proofs: 0, contradictions: 0 }
  }

  /** The column proves the assumption and nothing in it says otherwise. */
  settles(assumption: Assumption): boolean {
    const { proofs, contradictions } = this.tally(assumption)
    return proofs > 0 && contradictions === 0
  }
}
