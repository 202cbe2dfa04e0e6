// What pass 2 does with the cells of one output column: what it asks of a cell, and what it writes instead.
import type { MendingLimits } from '../core/cellRemedies.js'
import type { ChangeCertainty } from '../core/change.js'
import type { Column } from '../core/compileColumn.js'
import { acceptAnything, type CellTest } from '../core/fieldType.js'
import type { Doubt } from '../core/reportTypes.js'
import type { Rereading } from './acceptedEvidence.js'
import type { OutputColumn } from './planColumns.js'

/** What the user gives for cells that are empty or cannot be mended. */
export interface Filler {
  /** The same value for all of them. */
  value?: string
  /** From another table: the source's column that holds the key, from 0. */
  lookup?: { keyColumn: number; find(key: string): string | undefined }
}

export interface Outcome {
  /** What the cell holds; absent where it is not known yet. */
  before?: string
  text: string
  rule: string
  certainty: ChangeCertainty
  /** Taken back where it breaks a check across cells that the cell as it stands does not break. */
  revocable: boolean
}

export type RepairLevel = 'none' | 'lossless' | 'verified'

export interface ColumnWorkPlan {
  output: OutputColumn
  /** The column of the first pass, with what its refused cells prove; absent: the source has none, or it stands for no field. */
  source: Column | undefined
  /** The column of the output. */
  target: Column
  repair: RepairLevel
  trusts: MendingLimits['trusts']
  rereadings: readonly Rereading[]
  /** A column without a wrong cell in the first pass need not be tested again. */
  trustsFirstPass: boolean
}

/** In bytes, and in texts. */
const LONGEST_REMEMBERED = 64
const MOST_REMEMBERED = 2000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export class ColumnWork {
  readonly name: string
  /** From 0; -1: the source has none. */
  readonly source: number
  /** undefined: no cell is refused. */
  readonly test: CellTest | undefined
  /** See `CanonicalForm`. */
  readonly isCanonical: ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined
  filler: Filler | undefined
  readonly doubts = new Map<string, Doubt>()
  readonly #plan: ColumnWorkPlan
  readonly #write: (text: string) => string
  readonly #accepts: CellTest
  /** What was found for the last short texts: damage repeats itself. */
  readonly #mended = new Map<string, Outcome | undefined>()
  #out = new Uint8Array(128)

  constructor(plan: ColumnWorkPlan) {
    const { output, source, target, rereadings } = plan
    this.#plan = plan
    this.name = output.name
    this.source = output.source
    this.#accepts = target.test ?? acceptAnything
    const isRight = plan.trustsFirstPass && source?.invalid === 0
    this.test = output.field === undefined || isRight ? undefined : this.#accepts
    const form = output.field === undefined ? undefined : target.form
    this.#write = form?.write ?? ((text) => text)
    const isCanonical = form?.isCanonical
    this.isCanonical =
      rereadings.length === 0
        ? isCanonical
        : (bytes, start, end) => this.#reread(bytes, start, end) === undefined && (isCanonical?.(bytes, start, end) ?? true)
  }

  /** What to write instead of a refused cell; undefined: it stays. */
  mend(bytes: Uint8Array, start: number, end: number): Outcome | undefined {
    if (end - start > LONGEST_REMEMBERED) return this.#mend(bytes, start, end)
    const cell = decoder.decode(bytes.subarray(start, end))
    const known = this.#mended.get(cell)
    if (known !== undefined || this.#mended.has(cell)) return known
    if (this.#mended.size >= MOST_REMEMBERED) this.#mended.clear()
    const found = this.#mend(bytes, start, end)
    if (found !== undefined) found.before = cell
    this.#mended.set(cell, found)
    return found
  }

  #mend(bytes: Uint8Array, start: number, end: number): Outcome | undefined {
    const { source, target, repair: level, trusts } = this.#plan
    if (level === 'none') return undefined
    const { remedies } = source ?? target
    const mended = remedies.mend(bytes, start, end, { verified: level === 'verified', trusts })
    if (mended === undefined) return undefined
    const text = this.#write(decoder.decode(remedies.outcome.subarray(0, mended.length)))
    return { text, rule: mended.repair.name, certainty: certaintyOf(mended.repair.certainty), revocable: true }
  }

  /** What to write instead of an accepted cell that is not in its form. */
  tidy(bytes: Uint8Array, start: number, end: number, row: number): Outcome | undefined {
    const cell = decoder.decode(bytes.subarray(start, end))
    const rereading = this.#reread(bytes, start, end)
    if (rereading?.isSure === true) {
      const text = this.#write(rereading.text)
      return { before: cell, text, rule: rereading.rule, certainty: 'lossless', revocable: true }
    }
    if (rereading !== undefined) this.#doubt(rereading.assumption, cell, row)
    const text = this.#write(cell)
    if (text === cell) return undefined
    return { before: cell, text, rule: text === '' ? 'missingValue' : 'canonical', certainty: 'lossless', revocable: false }
  }

  /** A cell of a workbook: what its native kind accepts is written as its text; what it refuses is offered to the repairs. */
  tidyNative(bytes: Uint8Array, start: number, end: number, kind: number, row: number): Outcome | undefined {
    if (this.#plan.output.field === undefined) return undefined
    const isAccepted = this.#accepts(bytes, start, end) === 0
    if (isAccepted && (this.isCanonical?.(bytes, start, end) ?? true)) return undefined
    const test = this.#plan.target.nativeTests[kind]
    if (!isAccepted && (test === undefined || test(bytes, start, end) !== 0)) return this.mend(bytes, start, end)
    const outcome = this.tidy(bytes, start, end, row)
    const written = outcome === undefined ? undefined : encoder.encode(outcome.text)
    const isText = written === undefined ? isAccepted : this.#accepts(written, 0, written.length) === 0
    return isText ? outcome : this.mend(bytes, start, end)
  }

  /** Whether the cell holds no value. */
  isMissing(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#plan.target.compiled?.isMissing(bytes, start, end) ?? start === end
  }

  /** A spreadsheet's error is no value of the field, unless the schema says that it stands for none. */
  isError(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#plan.output.field !== undefined && !this.isMissing(bytes, start, end)
  }

  isRefused(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#accepts(bytes, start, end) !== 0
  }

  /** The value for a cell that is empty or stays refused. */
  fill(key: (column: number) => string | undefined): Outcome | undefined {
    const { value, lookup } = this.filler ?? {}
    if (lookup !== undefined) {
      const text = lookup.find(key(lookup.keyColumn) ?? '')
      const found = text === undefined ? undefined : this.settle(text)
      if (found !== undefined) return { text: found, rule: 'lookup', certainty: 'given', revocable: true }
    }
    return value === undefined ? undefined : { text: value, rule: 'setValue', certainty: 'given', revocable: false }
  }

  /** A value from elsewhere in its form: as it is, or repaired; undefined: the column refuses it. */
  settle(text: string): string | undefined {
    const bytes = encoder.encode(text)
    if (this.isMissing(bytes, 0, bytes.length)) return undefined
    if (this.#accepts(bytes, 0, bytes.length) === 0) return this.#write(text)
    return this.mend(bytes, 0, bytes.length)?.text
  }

  #reread(
    bytes: Uint8Array,
    start: number,
    end: number,
  ): { text: string; rule: string; isSure: boolean; assumption: Doubt['assumption'] } | undefined {
    for (const { repair, isSure } of this.#plan.rereadings) {
      if (this.#out.length < end - start + 64) this.#out = new Uint8Array(2 * (end - start) + 64)
      const length = repair.compiled.reread?.propose(bytes, start, end, this.#out) ?? -1
      if (length < 0 || this.#accepts(this.#out, 0, length) !== 0) continue
      const assumption = repair.compiled.assumption as Doubt['assumption']
      return { text: decoder.decode(this.#out.subarray(0, length)), rule: repair.name, isSure, assumption }
    }
    return undefined
  }

  #doubt(assumption: Doubt['assumption'], cell: string, row: number): void {
    const known = this.doubts.get(assumption)
    if (known !== undefined) known.cells++
    else this.doubts.set(assumption, { name: this.name, column: this.source + 1, cells: 1, assumption, example: { row, cell } })
  }
}

const certaintyOf = (certainty: string): ChangeCertainty => (certainty === 'verified' ? 'verified' : 'lossless')
