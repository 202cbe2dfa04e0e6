// The contract of a repair: the only place where suggestions come from. One file per repair in repairs/, one line in its registry.
import type { Field } from './schema.js'

/**
 * `lossless`: the same value, written as the schema asks. `verified`: a guess that a check of the schema confirms.
 * `impossible`: recognised damage that nothing can undo; explained, never repaired.
 */
export type Certainty = 'lossless' | 'verified' | 'impossible'

/** What only the column as a whole can prove. */
export type Assumption = 'day-first' | 'month-first' | 'dot-groups' | 'comma-groups'

/** What proves the one contradicts the other. */
export const OPPOSITES: Readonly<Record<Assumption, Assumption>> = {
  'day-first': 'month-first',
  'month-first': 'day-first',
  'dot-groups': 'comma-groups',
  'comma-groups': 'dot-groups',
}

export interface Repair {
  certainty: Certainty
  /** undefined: this repair has nothing to offer this field. `checks`: names of the cell checks that the schema puts on it. */
  compile(field: Field, checks: readonly string[]): CompiledRepair | undefined
}

export interface CompiledRepair {
  /** Bits of `MARK`: a text that has none of them is not offered, neither to `propose` nor to `witness`. Absent: every text is. */
  needs?: number
  /**
   * Bits of `ALIKE`: which of the texts that are it is offered changes neither whether anything is proposed nor what the witness says; in
   * the proposal, what differs changes itself alone. Absent: `INDIFFERENT.none`.
   */
  alike?: number
  /** `alike`, of this text; where it depends on the text. */
  alikeOf?(bytes: Uint8Array, start: number, end: number): number
  /** A proposal has the ASCII digits of the text, all of them and in their order. */
  keepsDigits?: true
  /**
   * Writes the proposed text to `out` and returns its length in bytes; -1: nothing to propose. `out` holds at least `end - start + 64` bytes.
   * The caller tests the outcome with the field's own test and checks: a proposal may be wrong, it need only be cheap.
   * An `impossible` repair returns 0 where it recognises its damage, and writes nothing.
   */
  propose(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number
  /**
   * Set: the proposal holds only in a column that proves the assumption. `witness` says of a refused cell
   * 1: it proves the assumption, -1: it contradicts it, 0: it fits both ways (only then the proposal depends on the others),
   * 2: it reads the same either way (`03/03/2024`): the proposal holds, and nothing is proven.
   */
  assumption?: Assumption
  witness?(bytes: Uint8Array, start: number, end: number): number
  /** For cells that the field accepts though the assumption reads another value in them: `1.234` where dots group thousands. */
  reread?: {
    /** Of a refused cell: it shows the mark at work, and leaves no doubt about the others. */
    proves(bytes: Uint8Array, start: number, end: number): boolean
    /** As the repair's own, of an accepted cell; -1: it reads the same under the assumption. */
    propose(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number
  }
}
