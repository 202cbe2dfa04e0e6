// A column of the file made ready: the test of its cells, the names of its faults, what mends them, and its counters.
// Longer than most files: what is compiled of a column is what it counts by, and what it counts is what it tells.
import { INDIFFERENT } from './alike.js'
import type { Batch } from './batch.js'
import { type CanonicalForm, compileCanonical } from './canonical.js'
import type { ColumnRepair } from './cellGroup.js'
import { CellRemedies, type Mending, type Suggestion } from './cellRemedies.js'
import type { CheckedColumn, CompiledCellCheck } from './check.js'
import { type CompiledField, expectation, MOST_BYTES } from './compileField.js'
import { compileNative, compileSeen } from './compileNative.js'
import type { Code, Details, Diagnostic } from './diagnostic.js'
import { FIRST_CHECK_BIT, faultBit, firstBit, NATIVE_DISPLAY_BIT, NATIVE_VALUE_BIT, UNIQUE_BIT } from './faultBits.js'
import { acceptAnything, type CellTest } from './fieldType.js'
import { type BoundCellCheck, type NumberedCheck, numberChecks, withChecks } from './numberedChecks.js'
import type { CodeEffect, Recorder } from './report.js'
import type { CellGroup } from './reportTypes.js'
import { RowFaultGroups } from './rowFaultGroups.js'
import { CONSTRAINTS } from './schema.js'
import { CELL_WORDS, FAULTS, ROW } from './verdictCache.js'

export interface ColumnPlan {
  /** From 0, as in the file. */
  index: number
  label: string
  compiled?: CompiledField
  checks: readonly BoundCellCheck[]
  /** Asked once, and only where there is something to mend. */
  repairs(): readonly ColumnRepair[]
  /** Bound by a near miss only: told apart, not counted. */
  provisional: boolean
  /** Of the whole table. */
  columns: number
}

interface BitFacts extends CodeEffect {
  code: Code
}

export class Column {
  readonly index: number
  readonly label: string
  readonly provisional: boolean
  /** The faults of any cell; undefined: nothing can be wrong with a cell here. */
  readonly test: CellTest | undefined
  /** See `CompiledField`: what the loop over the rows offers a cell to. */
  readonly filledTest: CellTest | undefined
  readonly freeBytes: number
  /** The faults of an empty cell. */
  readonly emptyFaults: number
  readonly required: boolean
  /** The faults that count; those whose code is off are not told. */
  readonly active: number
  readonly errors: number
  /** What a diagnostic says of the column. */
  readonly names: { field?: string; label?: string }
  invalid = 0
  /** Absent: the column stands for no field. */
  readonly compiled: CompiledField | undefined
  /** Whatever a check finds in a cell is among its faults when they are counted: nothing is off, only told, or accepted for now. */
  readonly #showsChecks: boolean
  readonly #columns: number
  readonly #compileRepairs: () => readonly ColumnRepair[]
  #repairs: readonly ColumnRepair[] | undefined
  #remedies: CellRemedies | undefined
  #nativeTests: (CellTest | undefined)[] | undefined
  #seenFaults: readonly (readonly number[])[] | undefined
  readonly #checks: readonly NumberedCheck[]
  readonly #bits: (BitFacts | undefined)[] = []
  readonly #detailsByBit: (Details | undefined)[] = []
  /** The faults that `remedies` has not counted. */
  readonly #byBit = new Int32Array(32)
  readonly #rowFaults = new RowFaultGroups()
  #lastInvalidRow = 0

  constructor(plan: ColumnPlan, recorder: Recorder) {
    this.index = plan.index
    this.label = plan.label
    this.provisional = plan.provisional
    this.compiled = plan.compiled
    this.#columns = plan.columns
    this.#compileRepairs = plan.repairs
    this.#checks = numberChecks(plan.checks)
    const field = plan.compiled?.field
    this.names = {
      ...(field === undefined ? {} : { field: field.name }),
      ...(field?.name === plan.label ? {} : { label: plan.label }),
    }
    if (plan.compiled !== undefined) {
      this.#name(0, 'cell/type', recorder)
      for (const [i, name] of CONSTRAINTS.entries()) this.#name(i + 1, `cell/${name}`, recorder)
      this.#name(UNIQUE_BIT, 'cell/unique', recorder)
      this.#name(NATIVE_VALUE_BIT, 'cell/native-value', recorder)
      this.#name(NATIVE_DISPLAY_BIT, 'cell/native-display', recorder)
      for (const { bits } of this.#checks) for (const { bit, code } of bits) this.#name(bit, code, recorder)
    }
    this.active = this.#mask(() => true)
    this.errors = this.#mask((bit) => bit.severity === 'error')
    this.#showsChecks = !recorder.hasKnown && this.#checks.every(({ bits }) => bits.every(({ bit }) => (this.errors & (1 << bit)) !== 0))
    this.required = (this.active & faultBit('required')) !== 0 && field?.constraints.required === true
    const { compiled } = plan
    const checks = this.#checks
    const filled = compiled?.filledTest
    this.test = compiled && withChecks(compiled, compiled.test, checks)
    this.filledTest = compiled && checks.length > 0 ? withChecks(compiled, filled ?? acceptAnything, checks) : filled
    this.freeBytes = checks.length > 0 ? 0 : (compiled?.freeBytes ?? MOST_BYTES)
    this.emptyFaults = this.test?.(new Uint8Array(0), 0, 0) ?? 0
  }

  get repairs(): readonly ColumnRepair[] {
    this.#repairs ??= this.#compileRepairs()
    return this.#repairs
  }

  get remedies(): CellRemedies {
    return this.#remedies ?? this.#makeRemedies()
  }

  /** Asked by itself where cells are counted: of a property V8 does not know how rarely it is asked, and puts all of this in its place. */
  #makeRemedies(): CellRemedies {
    this.#remedies = new CellRemedies({
      repairs: this.repairs,
      alike: this.compiled?.alike ?? INDIFFERENT.none,
      checkFaults: this.#checks.reduce((mask, { bits }) => bits.reduce((sum, { bit }) => sum | (1 << bit), mask), 0),
      columns: this.#columns,
      checksReadDigits: this.#showsChecks && this.#checks.every(({ check }) => check.readsDigits === true),
      accepts: this.#accepts,
      nameFault: (bit) => this.#nameFault(bit),
    })
    return this.#remedies
  }

  /** By native kind, for workbooks. */
  get nativeTests(): (CellTest | undefined)[] {
    this.#nativeTests ??= this.compiled === undefined ? [] : compileNative(this.compiled, this.#checks)
    return this.#nativeTests
  }

  /** For workbooks, by native kind, then by what Validata sees of a cell: its fault, where the cell itself has none. */
  get seenFaults(): readonly (readonly number[])[] {
    this.#seenFaults ??= this.compiled === undefined ? [] : compileSeen(this.compiled)
    return this.#seenFaults
  }

  #checkOf(bit: number): CompiledCellCheck | undefined {
    return this.#checks.find(({ bits }) => bits.some((numbered) => numbered.bit === bit))?.check
  }

  #name(bit: number, code: Code, recorder: Recorder): void {
    const effect = recorder.effect(code)
    this.#bits[bit] = effect && { code, ...effect }
  }

  #mask(keep: (bit: BitFacts) => boolean): number {
    return this.#bits.reduce((mask, facts, bit) => (facts !== undefined && keep(facts) ? mask | (1 << bit) : mask), 0)
  }

  readonly #accepts = (bytes: Uint8Array, start: number, end: number): boolean =>
    this.test === undefined || this.test(bytes, start, end) === 0

  #nameFault(bit: number): { code: Code; details: Details } {
    const facts = this.#bits[bit]
    if (facts === undefined || this.compiled === undefined) throw new Error(`no fault ${bit}`)
    return { code: facts.code, details: this.#details(bit) }
  }

  /** Made once: a thousand findings of a fault share them. */
  #details(bit: number): Details {
    this.#detailsByBit[bit] ??= this.#makeDetails(bit)
    return this.#detailsByBit[bit]
  }

  #makeDetails(bit: number): Details {
    const field = this.compiled!.field
    if (bit >= FIRST_CHECK_BIT) return this.#checkOf(bit)?.details ?? {}
    if (bit === 0) return expectation(field)
    if (bit === UNIQUE_BIT) return {}
    if (bit === NATIVE_VALUE_BIT || bit === NATIVE_DISPLAY_BIT) return { type: field.type, format: field.format }
    return expectation(field, CONSTRAINTS[bit - 1])
  }

  /** Neither missing nor unreadable. */
  readable(bytes: Uint8Array, start: number, end: number): boolean {
    const compiled = this.compiled
    if (compiled === undefined) return start !== end
    return !compiled.isMissing(bytes, start, end) && compiled.type.test(bytes, start, end) === 0
  }

  /** How its accepted cells are written; undefined: as they stand. */
  get form(): CanonicalForm | undefined {
    const checks = this.#checks.map(({ check }) => check)
    return this.compiled && compileCanonical(this.compiled, checks, this.test ?? acceptAnything, this.#columns)
  }

  /** What a check across cells may know of the column; undefined: it stands for no field. */
  get checked(): CheckedColumn | undefined {
    return this.compiled && { field: this.compiled.field, type: this.compiled.type }
  }

  /** See `CompiledType.key`. */
  get key(): CompiledField['type']['key'] {
    return this.compiled?.type.key?.bind(this.compiled.type)
  }

  /** Counts the active faults of one cell. A cell may be counted again by another stage: it is invalid once. */
  countFaults(faults: number, bytes: Uint8Array, start: number, end: number, row: number, mending: Mending): void {
    const errors = faults & this.errors
    if (errors === 0 || this.#lastInvalidRow === row) {
      this.#countBits(faults, 1)
      return
    }
    this.#countBits(faults & ~errors, 1)
    this.#lastInvalidRow = row
    this.invalid++
    const remedies = this.#remedies ?? this.#makeRemedies()
    remedies.add(bytes, start, end, row, errors, mending)
  }

  /**
   * As `countFaults` for cells that a rewriting may mend, filled and each of another row, in their order: so many of `cells`, as
   * `VerdictCache` takes them. Those that are no errors may be taken out of them.
   */
  countCells(batch: Batch, cells: Int32Array, count: number): void {
    const invalid = this.active === this.errors ? count : this.#countHarmless(cells, count)
    if (invalid === 0) return
    this.invalid += invalid
    const remedies = this.#remedies ?? this.#makeRemedies()
    remedies.addCells(batch, cells, invalid)
    this.#lastInvalidRow = batch.rowNumber[cells[(invalid - 1) * CELL_WORDS + ROW]!]!
  }

  /** Counts the faults that are no errors, and moves the cells that have others to the front. Returns how many these are. */
  #countHarmless(cells: Int32Array, count: number): number {
    let to = 0
    for (let at = 0; at < count * CELL_WORDS; at += CELL_WORDS) {
      const faults = cells[at + FAULTS]!
      this.#countBits(faults & ~this.errors, 1)
      if ((faults & this.errors) === 0) continue
      cells.copyWithin(to, at, at + CELL_WORDS)
      cells[to + FAULTS] = faults & this.errors
      to += CELL_WORDS
    }
    return to / CELL_WORDS
  }

  #countBits(faults: number, cells: number): void {
    for (let rest = faults; rest !== 0; rest &= rest - 1) this.#byBit[firstBit(rest)]! += cells
  }

  /** After the last row, before anything of the column as a whole is asked. */
  finish(): void {
    this.#remedies?.settle()
  }

  /** Empty cells beyond those that `countFaults` was told of one by one. */
  countEmpties(cells: number): void {
    if (cells === 0) return
    const errors = this.emptyFaults & this.errors
    this.#countBits(this.emptyFaults & this.active & ~errors, cells)
    if (errors === 0) return
    this.invalid += cells
    this.remedies.addEmpties(errors, cells)
  }

  /** A check across cells found its fault in this cell. `leftOut`: of a row that is no data. */
  invalidCell(bytes: Uint8Array, start: number, end: number, row: number, code: Code, details: Details = {}, leftOut = false): void {
    if (this.#lastInvalidRow === row) return
    this.#lastInvalidRow = row
    this.invalid++
    this.#rowFaults.add(bytes, start, end, row, code, details, leftOut)
  }

  /** The diagnostics of one cell, without their place. Their details are not to be changed: others may have the same. */
  describe(faults: number, bytes: Uint8Array, start: number, end: number): Pick<Diagnostic, 'code' | 'type' | 'severity' | 'details'>[] {
    const found: Pick<Diagnostic, 'code' | 'type' | 'severity' | 'details'>[] = []
    for (let rest = faults; rest !== 0; rest &= rest - 1) {
      const bit = firstBit(rest)
      const facts = this.#bits[bit]
      if (facts === undefined) continue
      found.push({ code: facts.code, type: facts.type, severity: facts.severity, details: this.#detailsOf(bit, bytes, start, end) })
    }
    return found
  }

  #detailsOf(bit: number, bytes: Uint8Array, start: number, end: number): Details {
    const details = this.#details(bit)
    const check = this.#checkOf(bit)
    if (check !== undefined) return { ...details, fault: check.test(bytes, start, end) }
    const length = this.#length(bit, bytes, start, end)
    return length === undefined ? details : { ...details, length }
  }

  #length(bit: number, bytes: Uint8Array, start: number, end: number): number | undefined {
    const name = CONSTRAINTS[bit - 1]
    if (name !== 'minLength' && name !== 'maxLength') return undefined
    return this.compiled?.type.size?.(bytes, start, end)
  }

  /** What to write instead of this text, once the whole column is known. */
  suggest(cell: string): Suggestion | undefined {
    return this.remedies.suggest(cell)
  }

  /** Tells the recorder what was counted here. To be called once, after the last row. */
  tell(recorder: Recorder): void {
    const repairable = this.#remedies?.byBit('mended')
    const counted = this.#remedies?.byBit('all')
    for (let bit = 0; bit < this.#bits.length; bit++) {
      const facts = this.#bits[bit]
      const times = this.#byBit[bit]! + (counted?.[bit] ?? 0)
      if (times > 0 && facts !== undefined) recorder.count(facts.code, facts, this.names.field, this.label, times, repairable?.[bit] ?? 0)
    }
  }

  repairable(): number {
    return (this.#remedies?.repairable() ?? 0) + this.#rowFaults.leftOutCells()
  }

  groups(): CellGroup[] {
    return [...(this.#remedies?.groups() ?? []), ...this.#rowFaults.groups()]
  }
}
