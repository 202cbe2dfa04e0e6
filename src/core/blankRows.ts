// Runs of blank rows: one finding a run, with what the checks and keys that run on blank rows too say of it, told with the same range.
import type { Batch } from './batch.js'
import type { BoundRowCheck } from './boundRowCheck.js'
import type { ColumnCursor } from './columnCursor.js'
import type { Column } from './compileColumn.js'
import type { Code, Details, Place } from './diagnostic.js'
import type { Recorder } from './report.js'
import type { KeySink, TableKeys } from './tableKeys.js'

/** Fewer blank rows at the end of a sheet are told like others. */
export const FEWEST_PHANTOMS = 20

interface Run {
  from: number
  to: number
  place: Place
  invalid: number
  findings: Map<BoundRowCheck | Code, { code: Code; column?: Column | undefined; details: Details; rows: number }>
}

export class BlankRows {
  #run: Run | undefined
  readonly #checks: readonly { check: BoundRowCheck; cursor: ColumnCursor }[]
  readonly #keys: TableKeys | undefined
  readonly #keySink: KeySink = {
    repeated: () => {},
    fault: (code, details) => this.#find(code, () => ({ code, details: details() })),
  }

  readonly #recorder: Recorder
  #invalid = false

  constructor(checks: readonly { check: BoundRowCheck; cursor: ColumnCursor }[], keys: TableKeys | undefined, recorder: Recorder) {
    this.#recorder = recorder
    this.#checks = checks.filter(({ check }) => !check.provisional)
    this.#keys = keys
  }

  get open(): boolean {
    return this.#run !== undefined
  }

  /** Whether the row has an error. */
  read(batch: Batch, r: number, place: Place): boolean {
    this.#invalid = this.#isError('row/blank')
    this.#run ??= { from: place.row, to: place.row, place, invalid: 0, findings: new Map() }
    this.#run.to = place.row
    const f = batch.first[r]!
    for (const { check, cursor } of this.#checks) {
      cursor.move(batch, f, 0)
      const fault = check.row(cursor)
      if (fault !== undefined)
        this.#find(check, () => ({ code: check.code, column: check.columns[fault.at], details: fault.details ?? {} }))
    }
    this.#keys?.read(batch, r, f, 0, this.#keySink)
    if (this.#invalid) this.#run.invalid++
    return this.#invalid
  }

  #find(key: BoundRowCheck | Code, describe: () => { code: Code; column?: Column | undefined; details: Details }): void {
    if (this.#isError(typeof key === 'string' ? key : key.code)) this.#invalid = true
    const known = this.#run?.findings.get(key)
    if (known === undefined) this.#run?.findings.set(key, { ...describe(), rows: 1 })
    else known.rows++
  }

  #isError(code: Code): boolean {
    return this.#recorder.effect(code)?.severity === 'error'
  }

  /**
   * The sheet of a workbook is over. Where many blank rows end it, these are its formatting: they are told as such, and none of them is
   * a row of the table. Returns how many there are, and how many of them were taken for rows with an error.
   */
  endSheet(): { rows: number; invalid: number } {
    const run = this.#run
    const rows = run === undefined ? 0 : run.to - run.from + 1
    if (run === undefined || rows < FEWEST_PHANTOMS) return { rows: 0, invalid: 0 }
    this.#run = undefined
    this.#recorder.add('row/phantom', { row: run.from, rowEnd: run.to }, () => ({ rows }), 1, 1)
    return { rows, invalid: run.invalid }
  }

  /** The run is over. It is mended by leaving it out, and with it what the checks say of it. */
  end(): void {
    const recorder = this.#recorder
    const run = this.#run
    if (run === undefined) return
    this.#run = undefined
    const range = { ...run.place, ...(run.to > run.from ? { rowEnd: run.to } : {}) }
    const blank = run.to - run.from + 1
    recorder.add('row/blank', range, () => ({ rows: blank }), blank, blank)
    for (const { code, column, details, rows } of run.findings.values()) {
      const at = column === undefined ? {} : { column: column.index + 1, ...column.names }
      recorder.add(code, { ...range, ...at }, () => details, rows, rows)
    }
  }
}
