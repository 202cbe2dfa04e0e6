// Pass 2, row by row: a batch of the source in, a batch of the output out. The good cells of a batch stay where they are, in the
// source's own bytes; what is written otherwise is appended behind a copy of these.
import { type Batch, NATIVE } from '../core/batch.js'
import type { BoundRowCheck } from '../core/boundRowCheck.js'
import type { Change, ChangeRule } from '../core/change.js'
import { ColumnCursor } from '../core/columnCursor.js'
import { beginsLikeTotal, type EarlyFinding, isBlank } from '../core/compileTable.js'
import { type ChangeLedger, NO_COLUMN } from './changeLedger.js'
import type { ColumnWork, Outcome } from './columnWork.js'

export interface RowConverterPlan {
  columns: readonly ColumnWork[]
  /** Of the source: cells of the header row, its labels, and its number. */
  width: number
  labels: readonly string[]
  headerRow: number
  /** Checks across the cells of the output. */
  checks: readonly BoundRowCheck[]
  isTotal(cells: readonly string[]): boolean
  ledger: ChangeLedger
  /** Takes what the reader found amiss and the output still has, at its place in the output. */
  carry(finding: EarlyFinding): void
}

/** Of the reader's findings, those that writing the table anew does not mend. */
const CARRIED: ReadonlySet<string> = new Set(['row/encoding', 'row/unclosed-quote', 'row/control-character', 'file/truncated'])

/** A cell of the current row that is written otherwise. */
interface Rewritten {
  /** Of the output. */
  column: number
  outcome: Outcome
  /** In the source's bytes. */
  start: number
  end: number
  /** The text there, where it is known. */
  before: string | undefined
}

const FIRST_ROW = 2
const decoder = new TextDecoder()
const encoder = new TextEncoder()

export class RowConverter {
  /** Rows written so far. */
  rows = 0
  readonly #plan: RowConverterPlan
  readonly #sources: Int32Array
  readonly #checks: readonly { check: BoundRowCheck; columns: ReadonlySet<number>; cursor: ColumnCursor }[]
  /** By column of the source: its place in the output, from 1; 0: it has none. */
  readonly #places: Int32Array
  readonly #out: Batch & { start: Int32Array; end: Int32Array; first: Int32Array; rowNumber: Int32Array }
  #own = new Uint8Array(0)
  #ownEnd = 0
  /** The cells of the batch still stand in the source's own bytes. */
  #isShared = true
  #rewritten: Rewritten[] = []
  /** Of the current row, besides: cells that the source lacks, or has too many. */
  #ragged: { column: number; change: Change }[] = []
  #cells = 0

  constructor(plan: RowConverterPlan) {
    const { columns, width } = plan
    this.#plan = plan
    this.#sources = Int32Array.from(columns, ({ source }) => source)
    this.#places = new Int32Array(width)
    columns.forEach(({ source }, column) => {
      if (source >= 0) this.#places[source] = column + 1
    })
    this.#checks = plan.checks.map((check) => ({
      check,
      columns: new Set(check.columns.flatMap((column) => (column === undefined ? [] : [column.index]))),
      cursor: new ColumnCursor(check.columns),
    }))
    this.#out = {
      bytes: this.#own,
      rows: 0,
      rowNumber: new Int32Array(0),
      first: new Int32Array(1),
      start: new Int32Array(0),
      end: new Int32Array(0),
    }
  }

  /** The rows of the output that these give; valid until the next call. `early`: the reader's findings up to here, emptied. */
  convert(source: Batch, early: EarlyFinding[]): Batch {
    const { headerRow } = this.#plan
    this.#begin(source)
    let next = 0
    for (let r = 0; r < source.rows; r++) {
      const row = source.rowNumber[r]!
      const before = this.#out.rows
      if (row < headerRow) this.#leaveOut(source, r, 'titleRow')
      else if (row > headerRow) this.#row(source, r)
      for (; next < early.length && early[next]!.place.row <= row; next++) if (this.#out.rows > before) this.#carry(early[next]!)
    }
    early.splice(0, next)
    this.rows += this.#out.rows
    return this.#out
  }

  /** What the reader found at the end of the source. */
  finish(early: readonly EarlyFinding[]): void {
    for (const finding of early) this.#carry(finding)
  }

  get columnCount(): number {
    return this.#sources.length
  }

  #begin({ bytes, rows, first }: Batch): void {
    const out = this.#out
    out.bytes = bytes
    out.rows = 0
    this.#isShared = true
    this.#cells = 0
    if (out.rowNumber.length < rows) {
      out.rowNumber = new Int32Array(rows)
      out.first = new Int32Array(rows + 1)
    }
    // Ragged rows are at most as wide as both tables together.
    const cells = rows * this.#sources.length + first[rows]! - first[0]!
    if (out.start.length < cells) {
      out.start = new Int32Array(cells)
      out.end = new Int32Array(cells)
    }
  }

  #row(source: Batch, r: number): void {
    const { bytes, start, end, first, rowNumber } = source
    const f = first[r]!
    const n = first[r + 1]! - f
    if (isBlank(start, end, f, n)) return this.#leaveOut(source, r, 'blankRow')
    if (beginsLikeTotal(bytes, start, end, f, n) && this.#plan.isTotal(texts(source, f, n))) return this.#leaveOut(source, r, 'totalRow')
    const k = this.#cells
    if (n === this.#plan.width) this.#wholeRow(source, r, f)
    else if (n < this.#plan.width) this.#shortRow(source, r, f, n)
    else this.#longRow(source, r, f, n)
    if (this.#rewritten.length > 0) this.#settle(k)
    const leftOut = this.#leftOut(k)
    if (leftOut !== undefined) {
      this.#cells = k
      this.#rewritten.length = 0
      this.#ragged.length = 0
      return this.#leaveOut(source, r, leftOut)
    }
    if (this.#rewritten.length + this.#ragged.length > 0) this.#tell(bytes, rowNumber[r]!)
    const out = this.#out
    out.rowNumber[out.rows] = this.rows + out.rows + FIRST_ROW
    out.first[out.rows] = k
    out.rows++
    out.first[out.rows] = this.#cells
  }

  /** As it would be written, the row is blank or a total: it would not be read as a row again. */
  #leftOut(k: number): ChangeRule | undefined {
    const { bytes, start, end } = this.#out
    const n = this.#cells - k
    if (isBlank(start, end, k, n)) return 'blankRow'
    return beginsLikeTotal(bytes, start, end, k, n) && this.#plan.isTotal(texts(this.#out, k, n)) ? 'totalRow' : undefined
  }

  #wholeRow(source: Batch, r: number, f: number): void {
    const { bytes, start, end, native } = source
    const works = this.#plan.columns
    const sources = this.#sources
    const outStart = this.#out.start
    const outEnd = this.#out.end
    let k = this.#cells
    for (let c = 0; c < sources.length; c++, k++) {
      const s = sources[c]!
      const work = works[c]!
      if (s < 0) {
        outStart[k] = outEnd[k] = start[f]!
        if (work.filler !== undefined) this.#fill(c, k, source, f)
        continue
      }
      const from = start[f + s]!
      const to = end[f + s]!
      outStart[k] = from
      outEnd[k] = to
      if (from === to) {
        if (work.filler !== undefined) this.#fill(c, k, source, f)
      } else if (native !== undefined && native[f + s] !== NATIVE.text) {
        this.#rewrite(c, k, work.tidyNative(bytes, from, to, native[f + s]!, source.rowNumber[r]!))
      } else if (work.test !== undefined && work.test(bytes, from, to) !== 0) {
        this.#rewrite(c, k, work.mend(bytes, from, to))
        if (work.filler !== undefined) this.#fill(c, k, source, f)
      } else if (work.isCanonical !== undefined && !work.isCanonical(bytes, from, to)) {
        this.#rewrite(c, k, work.tidy(bytes, from, to, source.rowNumber[r]!))
        if (work.filler !== undefined) this.#fill(c, k, source, f)
      }
    }
    this.#cells = k
  }

  /** What is missing at its end is written empty. */
  #shortRow(source: Batch, r: number, f: number, n: number): void {
    const padded = { ...source, start: new Int32Array(this.#plan.width), end: new Int32Array(this.#plan.width) }
    const native = source.native?.slice(f, f + this.#plan.width)
    for (let c = 0; c < this.#plan.width; c++) {
      padded.start[c] = source.start[c < n ? f + c : f]!
      padded.end[c] = c < n ? source.end[f + c]! : padded.start[c]!
      if (c >= n) this.#tellRagged(source.rowNumber[r]!, c, 'paddedCell', '')
    }
    if (native !== undefined) padded.native = native.fill(NATIVE.empty, n)
    this.#wholeRow(padded, r, 0)
  }

  /**
   * Empty cells beyond the header are left out. With others the values have slid from their columns: nothing is changed in such a row.
   */
  #longRow(source: Batch, r: number, f: number, n: number): void {
    const { start, end } = source
    const { width } = this.#plan
    if (isBlank(start, end, f + width, n - width)) {
      for (let c = width; c < n; c++) this.#tellRagged(source.rowNumber[r]!, c, 'extraCell', '')
      return this.#wholeRow(source, r, f)
    }
    const out = this.#out
    const copy = (i: number): void => {
      out.start[this.#cells] = i < 0 ? start[f]! : start[i]!
      out.end[this.#cells] = i < 0 ? start[f]! : end[i]!
      this.#cells++
    }
    for (let c = 0; c < this.#sources.length; c++) copy(this.#sources[c]! < 0 ? -1 : f + this.#sources[c]!)
    for (let c = width; c < n; c++) copy(f + c)
  }

  /** Where the cell still holds nothing, or nothing that its column accepts. */
  #fill(column: number, k: number, source: Batch, f: number): void {
    const { bytes, start, end } = this.#out
    const work = this.#plan.columns[column]!
    if (!work.isMissing(bytes, start[k]!, end[k]!) && !work.isRefused(bytes, start[k]!, end[k]!)) return
    const key = (c: number): string => decoder.decode(source.bytes.subarray(source.start[f + c]!, source.end[f + c]!))
    this.#rewrite(column, k, work.fill(key))
  }

  #rewrite(column: number, k: number, outcome: Outcome | undefined): void {
    if (outcome === undefined) return
    const { start, end } = this.#out
    // A cell can be rewritten twice: emptied, then filled.
    const earlier = this.#rewritten.at(-1)
    if (earlier?.column === column) {
      earlier.before ??= earlier.outcome.before
      earlier.outcome = outcome
    } else this.#rewritten.push({ column, outcome, start: start[k]!, end: end[k]!, before: outcome.before })
    this.#append(outcome.text, k)
  }

  #append(text: string, k: number): void {
    const { bytes, start, end } = this.#out
    const room = text.length * 3
    if (this.#isShared) {
      this.#isShared = false
      this.#ownEnd = bytes.length
      this.#reserve(bytes, room)
    } else if (this.#ownEnd + room > this.#own.length) this.#reserve(this.#own.subarray(0, this.#ownEnd), room)
    const { written } = encoder.encodeInto(text, this.#own.subarray(this.#ownEnd))
    start[k] = this.#ownEnd
    this.#ownEnd += written
    end[k] = this.#ownEnd
  }

  /** Makes the batch's bytes a copy of these, at the same offsets, with room behind them. */
  #reserve(bytes: Uint8Array, room: number): void {
    if (this.#own.length < bytes.length + room || this.#own.buffer === bytes.buffer) {
      this.#own = new Uint8Array(2 * (bytes.length + room))
    }
    this.#own.set(bytes)
    this.#out.bytes = this.#own
  }

  /** Takes back what breaks a check across cells that the row as it stands does not break. */
  #settle(k: number): void {
    const n = this.#cells - k
    for (const { check, columns, cursor } of this.#checks) {
      const concerned = this.#rewritten.filter(({ column, outcome }) => outcome.revocable && columns.has(column))
      if (concerned.length === 0) continue
      cursor.move(this.#out, k, n)
      if (check.row(cursor) === undefined) continue
      const { start, end } = this.#out
      const written = concerned.map(({ column }) => [start[k + column]!, end[k + column]!] as const)
      for (const { column, start: from, end: to } of concerned) {
        start[k + column] = from
        end[k + column] = to
      }
      if (check.row(cursor) === undefined) this.#rewritten = this.#rewritten.filter((cell) => !concerned.includes(cell))
      else {
        concerned.forEach(({ column }, i) => {
          start[k + column] = written[i]![0]
          end[k + column] = written[i]![1]
        })
      }
    }
  }

  #tell(bytes: Uint8Array, row: number): void {
    const { ledger, columns } = this.#plan
    for (const { column, outcome, start, end, before: text } of this.#rewritten) {
      ledger.cells++
      ledger.add(column, outcome.rule, () => {
        const { name, source } = columns[column]!
        const { text: after, rule, certainty } = outcome
        const before = text ?? decoder.decode(bytes.subarray(start, end))
        // Written out twice: spreading the place into one costs as much as all the rest.
        return source < 0 ? { row, name, before, after, rule, certainty } : { row, column: source + 1, name, before, after, rule, certainty }
      })
    }
    for (const { column, change } of this.#ragged) ledger.add(column, change.rule, () => change)
    this.#rewritten.length = 0
    this.#ragged.length = 0
  }

  #tellRagged(row: number, sourceColumn: number, rule: ChangeRule, before: string): void {
    const column = (this.#places[sourceColumn] ?? 0) - 1
    const name = this.#plan.columns[column]?.name ?? ''
    const change: Change = { row, column: sourceColumn + 1, name, before, after: '', rule, certainty: 'lossless' }
    this.#ragged.push({ column: column < 0 ? NO_COLUMN : column, change })
  }

  /** Each filled cell is listed, so that the row can be put back. */
  #leaveOut(source: Batch, r: number, rule: ChangeRule): void {
    const { labels, ledger, columns } = this.#plan
    const f = source.first[r]!
    const row = source.rowNumber[r]!
    const changes = texts(source, f, source.first[r + 1]! - f).flatMap((before, c): Change[] => {
      const name = columns[(this.#places[c] ?? 0) - 1]?.name ?? labels[c] ?? ''
      return before === '' ? [] : [{ row, column: c + 1, name, before, after: '', rule, certainty: 'lossless' }]
    })
    ledger.leaveOut(
      changes.length === 0 && rule === 'titleRow' ? 'blankRow' : rule,
      changes.length > 0 ? changes : [{ row, name: '', before: '', after: '', rule: 'blankRow', certainty: 'lossless' }],
    )
  }

  #carry({ code, place, details }: EarlyFinding): void {
    if (!CARRIED.has(code)) return
    const row = this.rows + this.#out.rows + FIRST_ROW - 1
    const column = place.column === undefined ? 0 : (this.#places[place.column - 1] ?? 0)
    this.#plan.carry({ code, place: column === 0 ? { row } : { row, column }, details })
  }
}

function texts({ bytes, start, end }: Batch, f: number, n: number): string[] {
  return Array.from({ length: n }, (_, c) => decoder.decode(bytes.subarray(start[f + c]!, end[f + c]!)))
}
