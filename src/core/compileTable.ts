// A schema and a header made into a test of rows. This is the loop that reads every cell: what it can know earlier, it knows.
// Longer than most files: whatever the loop finds counts on the same row, its faults and its place in the report.
import { type Batch, NATIVE, SEEN } from './batch.js'
import { BlankRows } from './blankRows.js'
import type { BoundRowCheck } from './boundRowCheck.js'
import type { Mending } from './cellRemedies.js'
import { cellText, cellTexts } from './cellText.js'
import { ColumnCursor } from './columnCursor.js'
import type { Column } from './compileColumn.js'
import type { Code, Details, Diagnostic, Place } from './diagnostic.js'
import { faultBit, UNIQUE_FAULT } from './faultBits.js'
import { acceptAnything, type CellTest } from './fieldType.js'
import type { Location, Recorder } from './report.js'
import type { FaultyRow } from './reportTypes.js'
import { type BesideData, beginsBesideData, isBlank } from './rowKind.js'
import type { KeySink, TableKeys } from './tableKeys.js'
import { WaitingCells } from './waitingCells.js'

export interface TableLayout {
  /** Cells of the header row. */
  width: number
  /** By position in the file: the column, whether it stands for a field or not. */
  columns: readonly Column[]
  checks: readonly BoundRowCheck[]
  keys: TableKeys | undefined
  /** What the cells of a row are beside data. Asked only of rows that begin as such. */
  besideData(cells: readonly string[]): BesideData | undefined
}

const MAX_FAULTY_ROWS = 200
const MAX_ROW_CELLS = 200
/** Invalid empty cells of a column that are told one by one: its examples. */
const EMPTIES_TOLD = 3
const MAX_CELL_TEXT = 400
/** Fewer than a batch has: V8 would compile the loop in the middle of the first batch, and again for the next one. */
const ROWS_AT_ONCE = 16
const NATIVE_NAMES = Object.keys(NATIVE)

/** Findings of the reader, told before the rows they concern are read. */
export interface EarlyFinding {
  code: Code
  place: Place & Location
  details: (() => Details) | undefined
}

export class Table {
  rows = 0
  invalidRows = 0
  readonly faultyRows: FaultyRow[] = []
  readonly #layout: TableLayout
  readonly #recorder: Recorder
  readonly #provisional: Recorder
  // By column: what the loop asks, side by side.
  readonly #tests: readonly CellTest[]
  readonly #freeBytes: Int32Array
  readonly #emptyFaults: Int32Array
  readonly #empty: Int32Array
  /** Invalid empty cells that nobody shows any more: only counted, and told to their columns at the end. */
  readonly #emptyInvalid: Int32Array
  /** Columns whose invalid empty cells may be only counted: all their faults are errors, and no check across cells looks at them. */
  readonly #plainable: readonly number[]
  /** By column: its invalid empty cells are only counted. */
  readonly #plainEmpties: Uint8Array
  readonly #emptyTold: Int32Array
  /** Of the row being read, pairs: a column and the faults of its cell. */
  readonly #faulty: Int32Array
  /** By column: its faulty filled cells are counted once their batch is read; undefined: at once. */
  readonly #waiting: readonly (WaitingCells | undefined)[]
  /** The report lists more, as far as is known. */
  #lists = false
  readonly #checks: readonly { check: BoundRowCheck; cursor: ColumnCursor }[]
  /** Findings of the reader that wait for their row. */
  readonly early: EarlyFinding[] = []
  #nextEarly = 0
  readonly #blanks: BlankRows
  #rowInvalid = false
  #isWorkbook = false
  /** The row is no data: left out, it takes its faults with it. */
  #isBeside = false
  #faultsOfRow: number[] = []
  #batch: Batch | undefined
  #row = 0
  readonly #keySink: KeySink = {
    repeated: (column, firstRow) => {
      const batch = this.#batch!
      this.#cellFaults(column, UNIQUE_FAULT, batch, this.#row, batch.first[this.#row]! + column.index, 'none', { firstRow })
    },
    fault: (code, details) => this.#add(code, this.#batch!, this.#row, {}, details),
  }

  constructor(layout: TableLayout, recorder: Recorder, provisional: Recorder) {
    this.#layout = layout
    this.#recorder = recorder
    this.#provisional = provisional
    // Written a second time, so that V8 does not compile the loop over the rows for a value that never changes.
    this.#lists = true
    this.#tests = layout.columns.map((column) => column.filledTest ?? acceptAnything)
    this.#freeBytes = Int32Array.from(layout.columns, (column) => column.freeBytes)
    this.#emptyFaults = Int32Array.from(layout.columns, (column) => column.emptyFaults)
    this.#empty = new Int32Array(layout.width)
    this.#emptyInvalid = new Int32Array(layout.width)
    const checked = new Set(layout.checks.flatMap((check) => check.columns))
    this.#plainable = layout.columns.flatMap((column) => {
      const faults = column.emptyFaults & column.active
      const isPlain = faults !== 0 && (faults & ~column.errors) === 0 && !column.provisional && !checked.has(column)
      return isPlain ? [column.index] : []
    })
    this.#plainEmpties = new Uint8Array(layout.width)
    this.#faulty = new Int32Array(2 * layout.width)
    this.#emptyTold = new Int32Array(layout.width)
    this.#waiting = layout.columns.map((column) => (column.provisional || recorder.hasKnown ? undefined : new WaitingCells(column)))
    this.#checks = layout.checks.map((check) => ({ check, cursor: new ColumnCursor(check.columns) }))
    this.#blanks = new BlankRows(this.#checks, layout.keys, recorder)
  }

  /** Reads the rows of a batch from `from` on. */
  read(batch: Batch, from: number): void {
    const { rows } = batch
    this.rows += rows - from
    this.#isWorkbook = batch.native !== undefined
    this.#settleEmpties()
    this.early.splice(0, this.#nextEarly)
    this.#nextEarly = 0
    if (this.early.length > 1) this.early.sort((a, b) => a.place.row - b.place.row)
    for (let r = from; r < rows; r += ROWS_AT_ONCE) this.#readRows(batch, r, Math.min(rows, r + ROWS_AT_ONCE))
    let waiting = 0
    for (let c = 0; c < this.#waiting.length; c++) waiting += this.#waiting[c]?.count(batch) ?? 0
    if (waiting > 0 && !this.#lists) this.#recorder.drop()
    if (this.#nextEarly === this.early.length) {
      this.early.length = 0
      this.#nextEarly = 0
    }
  }

  #readRows(batch: Batch, from: number, to: number): void {
    const { bytes, rowNumber, first, start, end, native, seen } = batch
    const { width, keys } = this.#layout
    const tests = this.#tests
    const freeBytes = this.#freeBytes
    const emptyFaults = this.#emptyFaults
    const empty = this.#empty
    const emptyInvalid = this.#emptyInvalid
    const plain = this.#plainEmpties
    const faulty = this.#faulty
    const acrossCells = this.#checks.length > 0 || keys !== undefined
    for (let r = from; r < to; r++) {
      const f = first[r]!
      const n = first[r + 1]! - f
      this.#rowInvalid = false
      const blank = start[f] === end[f] && isBlank(start, end, f, n)
      if (!blank && this.#blanks.open) this.#blanks.end()
      const position = this.#recorder.position
      if (this.#nextEarly < this.early.length) this.#tellEarly(rowNumber[r]!)
      if (blank) {
        for (let c = 0; c < width; c++) empty[c]!++
        if (this.#blanks.read(batch, r, this.#place(batch, r))) this.invalidRows++
        continue
      }
      let found = 0
      this.#isBeside = beginsBesideData(bytes, start, end, f, n) && this.#readBeside(batch, r, f, n)
      if (n !== width) this.#readRagged(batch, r, f, n)
      else if (native !== undefined) this.#readNative(batch, r, f, native, seen)
      else {
        let isInvalid = false
        for (let c = 0; c < width; c++) {
          const from = start[f + c]!
          const to = end[f + c]!
          let faults: number
          if (from === to) {
            empty[c]!++
            faults = emptyFaults[c]!
            if (faults === 0) continue
            emptyInvalid[c]! += plain[c]!
            if (plain[c] === 1) {
              isInvalid = true
              continue
            }
          } else {
            if (to - from <= freeBytes[c]!) continue
            faults = tests[c]!(bytes, from, to)
            if (faults === 0) continue
          }
          faulty[found] = c
          faulty[found + 1] = faults
          found += 2
        }
        this.#rowInvalid = this.#rowInvalid || isInvalid
      }
      if (found > 0 || acrossCells || this.#rowInvalid) this.#finishRow(batch, r, f, n, found, position)
    }
  }

  /**
   * What follows the tests of a row's cells, where something follows: `found` words of what they found, the checks across cells, the
   * end of an invalid row. Too large for V8 to put into the loop over the rows, which it compiles small, and once.
   */
  #finishRow(batch: Batch, r: number, f: number, n: number, found: number, position: number): void {
    const faulty = this.#faulty
    for (let i = 0; i < found; i += 2) {
      const c = faulty[i]!
      const faults = faulty[i + 1]!
      const cell = f + c
      const waiting = this.#waiting[c]
      if (waiting === undefined || this.#isBeside || batch.start[cell] === batch.end[cell]) {
        this.#cellFaults(this.#layout.columns[c]!, faults, batch, r, cell, 'cell')
        continue
      }
      const active = faults & waiting.active
      if (active === 0) continue
      const isError = (active & waiting.errors) !== 0
      waiting.add(batch, r, cell, active)
      if (isError) this.#rowInvalid = true
      if (this.#lists) {
        if (isError && this.faultyRows.length < MAX_FAULTY_ROWS) this.#faultsOfRow.push(waiting.column.index + 1)
        this.#list(waiting.column, active, batch, r, cell)
      }
    }
    for (let i = 0; i < this.#checks.length; i++) {
      const { check, cursor } = this.#checks[i]!
      cursor.move(batch, f, n)
      const fault = check.row(cursor)
      if (fault !== undefined) this.#rowFault(check, fault, batch, r, f, n)
    }
    const { keys } = this.#layout
    if (keys !== undefined) {
      this.#batch = batch
      this.#row = r
      keys.read(batch, r, f, n, this.#keySink)
    }
    if (!this.#rowInvalid) return
    this.invalidRows++
    keys?.rowIsInvalid(batch.rowNumber[r]!)
    if (!this.#lists) return
    this.#recorder.settleRow(position)
    if (this.faultyRows.length < MAX_FAULTY_ROWS) this.#listRow(batch, r, f, n)
  }

  /** Once the report lists no more diagnostics and no more rows, the empty cells of a column that has its examples are only counted. */
  #settleEmpties(): void {
    if (this.#recorder.keeps || this.#recorder.hasKnown || !this.#isListFull()) return
    this.#lists = false
    for (const index of this.#plainable) if (this.#emptyTold[index]! >= EMPTIES_TOLD) this.#plainEmpties[index] = 1
  }

  #isListFull(): boolean {
    return this.faultyRows.length >= MAX_FAULTY_ROWS
  }

  /** After the last row. */
  finish(): void {
    if (this.#isWorkbook) this.#forgetPhantoms(this.#blanks.endSheet())
    if (this.#blanks.open) this.#blanks.end()
    this.#tellEarly(Number.MAX_SAFE_INTEGER)
    for (const column of this.#layout.columns) {
      const cells = this.#emptyInvalid[column.index]!
      column.countEmpties(cells)
      if (cells > 0) this.#recorder.drop()
    }
    const late = new Set<number>()
    this.#layout.keys?.finish((code, place, details, known) => {
      if (this.#recorder.add(code, place, details) === 'error' && !known) late.add(place.row)
    })
    for (const column of this.#layout.columns) column.finish()
    this.invalidRows += late.size
  }

  /** Blank rows that were counted, and are none of the table. */
  #forgetPhantoms({ rows, invalid }: { rows: number; invalid: number }): void {
    this.rows -= rows
    this.invalidRows -= invalid
    for (let c = 0; c < this.#layout.width; c++) this.#empty[c]! -= rows
  }

  /** Cells of a column that hold something. */
  filled(column: number): number {
    return this.rows - this.#empty[column]!
  }

  #readNative(batch: Batch, r: number, f: number, native: Uint8Array, seen: Uint8Array | undefined): void {
    const { bytes, start, end } = batch
    for (const column of this.#layout.columns) {
      const i = f + column.index
      const kind = native[i]!
      if (kind === NATIVE.text) {
        const faults = column.test === undefined ? 0 : column.test(bytes, start[i]!, end[i]!)
        if (faults !== 0) this.#cellFaults(column, faults, batch, r, i, 'cell')
        continue
      }
      const test = column.nativeTests[kind] ?? column.test
      const faults = test === undefined ? 0 : test(bytes, start[i]!, end[i]!)
      if (faults !== 0) this.#cellFaults(column, faults, batch, r, i, kind === NATIVE.error ? 'none' : 'cell')
      else if (seen !== undefined && seen[i] !== SEEN.text) {
        const unseen = column.seenFaults[kind]?.[seen[i]!] ?? 0
        if (unseen !== 0) this.#cellFaults(column, unseen, batch, r, i, 'written', { native: NATIVE_NAMES[kind] })
      }
    }
    this.#countEmpty(batch, f, this.#layout.width)
  }

  /** A row with fewer or more cells than the header: the cells it has are checked, the others are said. */
  #readRagged(batch: Batch, r: number, f: number, n: number): void {
    const { bytes, start, end } = batch
    const { width, columns } = this.#layout
    // Its values have slid from their columns: no rewriting is sure of them, and they prove nothing of their column.
    const mending = n > width && !isBlank(start, end, f + width, n - width) ? 'none' : 'cell'
    for (const column of columns) {
      const { index } = column
      const i = f + index
      if (index < n) {
        const faults = column.test?.(bytes, start[i]!, end[i]!) ?? 0
        if (faults !== 0) this.#cellFaults(column, faults, batch, r, i, mending)
        continue
      }
      if (column.required) this.#cellFaults(column, faultBit('required'), batch, r, -1, 'none')
      // Written empty, an optional cell is right: spreadsheets leave out the last separators of a row.
      this.#add('row/missing-cell', batch, r, { column: index + 1, ...column.names }, undefined, column.required ? 0 : 1)
    }
    for (let c = width; c < n; c++) {
      const cell = this.#recorder.wants('row/extra-cell') ? { cell: cellText(batch, f + c) } : {}
      this.#add('row/extra-cell', batch, r, { column: c + 1, ...cell }, undefined, start[f + c] === end[f + c] ? 1 : 0)
    }
    this.#countEmpty(batch, f, Math.min(n, width))
    for (let c = n; c < width; c++) this.#empty[c]!++
  }

  #readBeside(batch: Batch, r: number, f: number, n: number): boolean {
    const found = this.#layout.besideData(cellTexts(batch, f, n))
    if (found === undefined) return false
    this.#add(`row/${found}`, batch, r, {})
    return true
  }

  #countEmpty({ start, end }: Batch, f: number, n: number): void {
    for (let c = 0; c < n; c++) if (start[f + c] === end[f + c]) this.#empty[c]!++
  }

  #rowFault(check: BoundRowCheck, fault: { at: number; details?: Details }, batch: Batch, r: number, f: number, n: number): void {
    const column = check.columns[fault.at]
    const recorder = check.provisional ? this.#provisional : this.#recorder
    const present = column !== undefined && column.index < n
    const at = column === undefined ? {} : { column: column.index + 1, ...column.names }
    const cell = present && recorder.wants(check.code) ? { cell: cellText(batch, f + column.index) } : {}
    const severity = recorder.add(
      check.code,
      { ...this.#place(batch, r), ...at, ...cell },
      () => fault.details ?? {},
      1,
      this.#isBeside ? 1 : 0,
    )
    if (severity !== 'error' || check.provisional) return
    this.#rowInvalid = true
    if (column === undefined) return
    if (this.faultyRows.length < MAX_FAULTY_ROWS) this.#faultsOfRow.push(column.index + 1)
    // A cell is invalid once: its own faults come first.
    this.#waiting[column.index]?.count(batch)
    const i = present ? f + column.index : -1
    const [start, end] = i < 0 ? [0, 0] : [batch.start[i]!, batch.end[i]!]
    column.invalidCell(batch.bytes, start, end, batch.rowNumber[r]!, check.code, fault.details, this.#isBeside)
  }

  /** `cell` is the index of the cell in the batch, -1 when the row is too short to have it. */
  #cellFaults(column: Column, faults: number, batch: Batch, r: number, cell: number, mending: Mending, extra?: Details): void {
    const found = faults & column.active
    if (found === 0) return
    // What is told of a column is in the order of its rows.
    this.#waiting[column.index]?.count(batch)
    const known = this.#recorder.hasKnown && !column.provisional
    const active = known ? this.#withoutKnown(column, found, batch, r, cell, extra) : found
    if (active === 0) return
    const start = cell < 0 ? 0 : batch.start[cell]!
    const end = cell < 0 ? 0 : batch.end[cell]!
    if (start === end) this.#emptyTold[column.index]!++
    column.countFaults(active, batch.bytes, start, end, batch.rowNumber[r]!, this.#isBeside ? 'row' : mending)
    if ((active & column.errors) !== 0 && !column.provisional) {
      this.#rowInvalid = true
      if (this.faultyRows.length < MAX_FAULTY_ROWS) this.#faultsOfRow.push(column.index + 1)
    }
    this.#list(column, active, batch, r, cell, extra)
  }

  #list(column: Column, faults: number, batch: Batch, r: number, cell: number, extra?: Details): void {
    const recorder = column.provisional ? this.#provisional : this.#recorder
    if (!recorder.keeps) {
      recorder.drop()
      return
    }
    const start = cell < 0 ? 0 : batch.start[cell]!
    const end = cell < 0 ? 0 : batch.end[cell]!
    const text = cell < 0 ? '' : cellText(batch, cell)
    for (const { code, type, severity, details } of column.describe(faults, batch.bytes, start, end)) {
      if (!recorder.keeps) {
        recorder.drop()
        return
      }
      // Member by member: what is made by spreading objects takes ten times the room.
      const row = batch.rowNumber[r]!
      const diagnostic: Diagnostic = { code, type, severity, row, column: column.index + 1, cell: text, details }
      if (batch.line !== undefined) diagnostic.line = batch.line[r]!
      if (column.names.field !== undefined) diagnostic.field = column.names.field
      if (column.names.label !== undefined) diagnostic.label = column.names.label
      if (extra !== undefined) diagnostic.details = { ...details, ...extra }
      recorder.keep(diagnostic)
    }
  }

  /** The faults that are not accepted. */
  #withoutKnown(column: Column, faults: number, batch: Batch, r: number, cell: number, extra?: Details): number {
    const start = cell < 0 ? 0 : batch.start[cell]!
    const end = cell < 0 ? 0 : batch.end[cell]!
    const at = { ...this.#place(batch, r), column: column.index + 1, ...column.names, cell: cell < 0 ? '' : cellText(batch, cell) }
    let left = 0
    for (let rest = faults; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest
      const [fault] = column.describe(bit, batch.bytes, start, end)
      const details = (): Details => ({ ...fault?.details, ...extra })
      if (fault === undefined || !this.#recorder.acknowledge(fault.code, at, details)) left |= bit
    }
    return left
  }

  #add(code: Code, batch: Batch, r: number, at: Location, details?: () => Details, repairable = 0): void {
    const severity = this.#recorder.add(code, { ...this.#place(batch, r), ...at }, details, 1, this.#isBeside ? 1 : repairable)
    if (severity !== 'error') return
    this.#rowInvalid = true
    if (at.column !== undefined && this.faultyRows.length < MAX_FAULTY_ROWS) this.#faultsOfRow.push(at.column)
  }

  #place(batch: Batch, r: number): Place {
    const line = batch.line?.[r]
    return { row: batch.rowNumber[r]!, ...(line === undefined ? {} : { line }) }
  }

  #listRow(batch: Batch, r: number, f: number, n: number): void {
    const cells = cellTexts(batch, f, Math.min(n, MAX_ROW_CELLS)).map((cell) => cell.slice(0, MAX_CELL_TEXT))
    this.faultyRows.push({ row: batch.rowNumber[r]!, cells, faults: [...new Set(this.#faultsOfRow)].sort((a, b) => a - b) })
    this.#faultsOfRow = []
  }

  /** What the reader found up to this row. Told before the row's own findings, in whose order it then takes part. */
  #tellEarly(row: number): void {
    while (this.#nextEarly < this.early.length) {
      const { code, place, details } = this.early[this.#nextEarly]!
      if (place.row > row) return
      this.#nextEarly++
      if (this.#recorder.add(code, place, details) === 'error') this.#rowInvalid = true
    }
  }
}
