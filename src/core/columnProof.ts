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

/** What a witness said (see `CompiledRepair`), in two bits. */
const bitsOf = (word: number): number => (word === -1 ? 2 : word === 2 ? 3 : word)
/** By these bits. */
const WORDS = [0, 1, -1, 2]

interface Witness {
  hear: NonNullable<CompiledRepair['witness']>
  needs: number
  assumption: Assumption
  tally: Tally
}

export class ColumnProof {
  readonly #repairs: readonly CompiledRepair[]
  readonly #witnesses: Witness[] = []
  readonly #tallies = new Map<Assumption, Tally>()
  /** By repair: its witness; undefined: none. */
  readonly #witnessOf: readonly (number | undefined)[]

  constructor(repairs: readonly CompiledRepair[]) {
    this.#repairs = repairs
    this.#witnessOf = repairs.map((repair) => this.#find(repair))
    if (this.#witnesses.length > MAX_WITNESSES) throw new Error('more witnesses than a verdict can hold')
  }

  #find({ witness, assumption, needs = ANY_MARK }: CompiledRepair): number | undefined {
    if (witness === undefined || assumption === undefined) return undefined
    // Two repairs that assume opposite things hear the same of every cell: one of them is enough.
    const opposite = this.#witnesses.findIndex((known) => known.assumption === OPPOSITES[assumption])
    if (opposite >= 0) {
      this.#witnesses[opposite]!.needs |= needs
      return opposite
    }
    const tally = this.#tallies.get(assumption) ?? { proofs: 0, contradictions: 0 }
    this.#tallies.set(assumption, tally)
    return this.#witnesses.push({ hear: witness, needs, assumption, tally }) - 1
  }

  /** Two bits a witness. All are heard, whichever repair is taken. */
  hear(bytes: Uint8Array, start: number, end: number, marks: number): number {
    let said = 0
    for (let i = 0; i < this.#witnesses.length; i++) {
      const { hear, needs } = this.#witnesses[i]!
      if ((needs & marks) !== 0) said |= bitsOf(hear(bytes, start, end)) << (i * 2)
    }
    return said
  }

  /** What `hear` has told of a cell as to the assumption of a repair, as `CompiledRepair.witness`; 0 where nobody tells, 1 without assumption. */
  wordOn(repair: number, said: number): number {
    const { assumption } = this.#repairs[repair]!
    if (assumption === undefined) return 1
    const at = this.#witnessOf[repair]
    if (at === undefined) return 0
    const word = WORDS[(said >> (at * 2)) & 3]!
    return this.#witnesses[at]!.assumption === assumption || word === 2 ? word : -word
  }

  /** Takes what `hear` said of a cell, for so many cells. */
  count(saidOfCell: number, cells: number): void {
    for (let said = saidOfCell, i = 0; said !== 0; said >>= 2, i++) {
      const word = WORDS[said & 3]
      if (word === 1) this.#witnesses[i]!.tally.proofs += cells
      else if (word === -1) this.#witnesses[i]!.tally.contradictions += cells
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
