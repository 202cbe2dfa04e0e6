// A column of the file made ready: the test of its cells, the names of its faults, what mends them, and its counters.
import { NATIVE, type NativeKind, SEEN } from './batch.js'
import { type CanonicalForm, compileCanonical } from './canonical.js'
import type { ColumnRepair } from './cellGroup.js'
import { CellRemedies, type Mending } from './cellRemedies.js'
import type { CheckedColumn, CompiledCellCheck } from './check.js'
import { type CompiledField, expectation, faultBit, TYPE_FAULT } from './compileField.js'
import type { Code, Details, Diagnostic } from './diagnostic.js'
import { acceptAnything, type CellTest } from './fieldType.js'
import type { CodeEffect, Recorder } from './report.js'
import type { CellGroup } from './reportTypes.js'
import { CONSTRAINTS } from './schema.js'

/** Beyond the bits of the type and the constraints: `unique`, then one bit per code of the cell checks. */
const UNIQUE_BIT = CONSTRAINTS.length + 1
export const UNIQUE_FAULT = 1 << UNIQUE_BIT
/** A cell of a workbook that is right, but that Validata reads otherwise. */
const NATIVE_VALUE_BIT = UNIQUE_BIT + 1
const NATIVE_DISPLAY_BIT = UNIQUE_BIT + 2
const FIRST_CHECK_BIT = UNIQUE_BIT + 3
/** Codes of checks beyond this many on one column are not told: the bits of a number end here. */
export const MAX_CHECK_CODES = 30 - FIRST_CHECK_BIT

export interface BoundCellCheck {
  code: Code
  check: CompiledCellCheck
  /** See `CellCheck`. */
  codes?: Readonly<Record<number, Code>>
}

/** A cell check with the fault bit of each of its codes. */
interface NumberedCheck {
  check: CompiledCellCheck
  bits: readonly { bit: number; code: Code }[]
  faultBit(fault: number): number
}

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
  readonly #compileRepairs: () => readonly ColumnRepair[]
  #repairs: readonly ColumnRepair[] | undefined
  #remedies: CellRemedies | undefined
  #nativeTests: (CellTest | undefined)[] | undefined
  #seenFaults: readonly (readonly number[])[] | undefined
  readonly #checks: readonly NumberedCheck[]
  readonly #bits: (BitFacts | undefined)[] = []
  readonly #byBit = new Float64Array(32)
  readonly #rowFaults = new Map<string, CellGroup>()
  readonly #leftOutFaults = new Map<string, CellGroup>()
  #lastInvalidRow = 0
  #runFaults = 0
  #runCells = 0

  constructor(plan: ColumnPlan, recorder: Recorder) {
    this.index = plan.index
    this.label = plan.label
    this.provisional = plan.provisional
    this.compiled = plan.compiled
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
    this.required = (this.active & faultBit('required')) !== 0 && field?.constraints.required === true
    const { compiled } = plan
    const checks = this.#checks
    const filled = compiled?.filledTest
    this.test = compiled && withChecks(compiled, compiled.test, checks)
    this.filledTest = compiled && checks.length > 0 ? withChecks(compiled, filled ?? acceptAnything, checks) : filled
    this.freeBytes = checks.length > 0 ? 0 : (compiled?.freeBytes ?? Number.MAX_SAFE_INTEGER)
    this.emptyFaults = this.test?.(new Uint8Array(0), 0, 0) ?? 0
  }

  get repairs(): readonly ColumnRepair[] {
    this.#repairs ??= this.#compileRepairs()
    return this.#repairs
  }

  get remedies(): CellRemedies {
    this.#remedies ??= new CellRemedies({
      repairs: this.repairs,
      figuresAlike: this.compiled?.figuresAlike === true && this.#checks.length === 0,
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

  #details(bit: number): Details {
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
    return this.compiled && compileCanonical(this.compiled, checks, this.test ?? acceptAnything)
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
    if (faults !== this.#runFaults) this.#endRun(faults)
    this.#runCells++
    const errors = faults & this.errors
    if (errors === 0 || this.#lastInvalidRow === row) return
    this.#lastInvalidRow = row
    this.invalid++
    const remedies = this.#remedies ?? this.remedies
    remedies.add(bytes, start, end, row, errors, mending)
  }

  /** The cells of a column mostly have the same faults one after the other: they are added up by run. */
  #endRun(faults: number): void {
    for (let rest = this.#runFaults; rest !== 0; rest &= rest - 1) this.#byBit[31 - Math.clz32(rest & -rest)]! += this.#runCells
    this.#runFaults = faults
    this.#runCells = 0
  }

  /** After the last row, before anything of the column as a whole is asked. */
  finish(): void {
    this.#endRun(0)
    this.#remedies?.settle()
  }

  /** Empty cells beyond those that `countFaults` was told of one by one. */
  countEmpties(cells: number): void {
    if (cells === 0) return
    for (let rest = this.emptyFaults & this.active; rest !== 0; rest &= rest - 1) this.#byBit[31 - Math.clz32(rest & -rest)]! += cells
    const errors = this.emptyFaults & this.errors
    if (errors === 0) return
    this.invalid += cells
    this.remedies.addEmpties(errors, cells)
  }

  /** A check across cells found its fault in this cell. `leftOut`: of a row that is no data. */
  invalidCell(bytes: Uint8Array, start: number, end: number, row: number, code: Code, details: Details = {}, leftOut = false): void {
    if (this.#lastInvalidRow === row) return
    this.#lastInvalidRow = row
    this.invalid++
    const groups = leftOut ? this.#leftOutFaults : this.#rowFaults
    let group = groups.get(code)
    if (group === undefined) {
      group = { codes: [code], cells: 0, examples: [], details: { [code]: details }, ...(leftOut ? { leftOut: true } : {}) }
      groups.set(code, group)
    }
    group.cells++
    if (group.examples.length < 3) group.examples.push({ row, cell: new TextDecoder().decode(bytes.subarray(start, end)) })
  }

  /** The diagnostics of one cell, without their place. */
  describe(faults: number, bytes: Uint8Array, start: number, end: number): Pick<Diagnostic, 'code' | 'type' | 'severity' | 'details'>[] {
    const found: Pick<Diagnostic, 'code' | 'type' | 'severity' | 'details'>[] = []
    for (let rest = faults; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest)
      const facts = this.#bits[bit]
      if (facts === undefined) continue
      const check = this.#checkOf(bit)
      const length = this.#length(bit, bytes, start, end)
      const details = {
        ...this.#details(bit),
        ...(check === undefined ? {} : { fault: check.test(bytes, start, end) }),
        ...(length === undefined ? {} : { length }),
      }
      found.push({ code: facts.code, type: facts.type, severity: facts.severity, details })
    }
    return found
  }

  #length(bit: number, bytes: Uint8Array, start: number, end: number): number | undefined {
    const name = CONSTRAINTS[bit - 1]
    if (name !== 'minLength' && name !== 'maxLength') return undefined
    return this.compiled?.type.size?.(bytes, start, end)
  }

  /** What to write instead of this text, once the whole column is known. */
  suggest(cell: string): { repair: string; suggestion?: string } | undefined {
    return this.remedies.suggest(cell)
  }

  /** Tells the recorder what was counted here. To be called once, after the last row. */
  tell(recorder: Recorder): void {
    const repairable = this.#remedies?.repairableByBit()
    for (const [bit, times] of this.#byBit.entries()) {
      const facts = this.#bits[bit]
      if (times > 0 && facts !== undefined) recorder.count(facts.code, facts, this.names.field, this.label, times, repairable?.[bit] ?? 0)
    }
  }

  repairable(): number {
    const leftOut = [...this.#leftOutFaults.values()].reduce((total, { cells }) => total + cells, 0)
    return (this.#remedies?.repairable() ?? 0) + leftOut
  }

  groups(): CellGroup[] {
    return [...(this.#remedies?.groups() ?? []), ...this.#rowFaults.values(), ...this.#leftOutFaults.values()]
  }
}

function numberChecks(checks: readonly BoundCellCheck[]): NumberedCheck[] {
  let next = FIRST_CHECK_BIT
  return checks.flatMap(({ code, check, codes = {} }): NumberedCheck[] => {
    const own = Object.values(codes)
    if (next + own.length >= FIRST_CHECK_BIT + MAX_CHECK_CODES) return []
    const bits = [code, ...own].map((each) => ({ bit: next++, code: each }))
    const main = 1 << bits[0]!.bit
    const others = Object.keys(codes).map((fault, i) => [Number(fault), 1 << bits[i + 1]!.bit] as const)
    return [{ check, bits, faultBit: (fault) => others.find(([number]) => number === fault)?.[1] ?? main }]
  })
}

/** The field's test, then the checks on cells that hold a readable value; the empty text is none, even where it is not a missing value. */
function withChecks(compiled: CompiledField, test: CellTest, checks: readonly NumberedCheck[]): CellTest {
  const { isMissing } = compiled
  const [first] = checks
  if (first === undefined) return test
  if (checks.length === 1) {
    const { check } = first
    return (bytes, start, end) => {
      const faults = test(bytes, start, end)
      if (start === end || (faults & TYPE_FAULT) !== 0 || isMissing(bytes, start, end)) return faults
      const fault = check.test(bytes, start, end)
      return fault === 0 ? faults : faults | first.faultBit(fault)
    }
  }
  return (bytes, start, end) => {
    let faults = test(bytes, start, end)
    if (start === end || (faults & TYPE_FAULT) !== 0 || isMissing(bytes, start, end)) return faults
    for (let i = 0; i < checks.length; i++) {
      const fault = checks[i]!.check.test(bytes, start, end)
      if (fault !== 0) faults |= checks[i]!.faultBit(fault)
    }
    return faults
  }
}

/** By native kind; a spreadsheet's error is no value of any type. */
function compileNative(compiled: CompiledField, checks: readonly NumberedCheck[]): (CellTest | undefined)[] {
  const tests: (CellTest | undefined)[] = []
  tests[NATIVE.error] = (bytes, start, end) => (compiled.isMissing(bytes, start, end) ? compiled.test(bytes, start, end) : TYPE_FAULT)
  for (const [kind, test] of Object.entries(compiled.native ?? {}) as [NativeKind, CellTest][]) {
    tests[NATIVE[kind]] = withChecks(compiled, test, checks)
  }
  return tests
}

const encoder = new TextEncoder()
/** A cell of each manner of showing it, as Validata reads it. */
const SHOWN_SAMPLES: readonly (readonly [seen: number, kind: NativeKind, sample: Uint8Array])[] = [
  [SEEN.dayFirst, 'date', encoder.encode('31/12/2022')],
  [SEEN.whole, 'number', encoder.encode('2022')],
  [SEEN.whole, 'boolean', encoder.encode('1')],
  [SEEN.decimal, 'number', encoder.encode('2022.50')],
]

/** See `Column.seenFaults`. A type reads the values of workbooks for which it has a test; one that takes anything never errs on them. */
function compileSeen({ type }: CompiledField): number[][] {
  const faults: number[][] = []
  for (const kind of ['number', 'boolean', 'date'] as const) {
    const native = type.native?.[kind]
    const ofKind: number[] = Array.from(Object.values(SEEN), () => (native === acceptAnything ? 0 : 1 << NATIVE_DISPLAY_BIT))
    ofKind[SEEN.text] = 0
    ofKind[SEEN.value] = native === undefined ? 1 << NATIVE_VALUE_BIT : 0
    for (const [seen, shownKind, sample] of SHOWN_SAMPLES) {
      if (native !== undefined && shownKind === kind && type.test(sample, 0, sample.length) === 0) ofKind[seen] = 0
    }
    faults[NATIVE[kind]] = ofKind
  }
  return faults
}
