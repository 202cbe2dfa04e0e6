// Pass 2, row by row: a batch of the source in, a batch of the output out.
import { type Batch, NATIVE } from '../core/batch.js'
import type { BoundRowCheck } from '../core/boundRowCheck.js'
import { cellText, cellTexts } from '../core/cellText.js'
import type { Change, ChangeRule } from '../core/change.js'
import type { EarlyFinding, TableLayout } from '../core/compileTable.js'
import { beginsBesideData, isBlank } from '../core/rowKind.js'
import { CarriedFindings } from './carriedFindings.js'
import { type ChangeLedger, NO_COLUMN } from './changeLedger.js'
import type { ColumnWork, Outcome } from './columnWork.js'
import { LeftOutRows } from './leftOutRows.js'
import { OutputBatch } from './outputBatch.js'
import { type Rewritten, RowChecks } from './rowChecks.js'

export interface RowConverterPlan {
  columns: readonly ColumnWork[]
  /** Of the source: cells of the header row, its labels, and its number. */
  width: number
  labels: readonly string[]
  headerRow: number
  /** Checks across the cells of the output. */
  checks: readonly BoundRowCheck[]
  besideData: TableLayout['besideData']
  ledger: ChangeLedger
  /** Takes what the reader found amiss and the output still has, at its place in the output. */
  carry(finding: EarlyFinding): void
}

const FIRST_ROW = 2
const decoder = new TextDecoder()

export class RowConverter {
  /** Rows written so far. */
  rows = 0
  readonly #plan: RowConverterPlan
  readonly #sources: Int32Array
  readonly #checks: RowChecks
  /** By column of the source: its place in the output, from 1; 0: it has none. */
  readonly #places: Int32Array
  readonly #carried: CarriedFindings
  readonly #out = new OutputBatch()
  #rewritten: Rewritten[] = []
  /** Of the current row, besides: cells that the source lacks, or has too many. */
  readonly #ragged: Change[] = []
  readonly #leftOut: LeftOutRows

  constructor(plan: RowConverterPlan) {
    const { columns, width } = plan
    this.#plan = plan
    this.#sources = Int32Array.from(columns, ({ source }) => source)
    this.#places = new Int32Array(width)
    columns.forEach(({ source }, column) => {
      if (source >= 0) this.#places[source] = column + 1
    })
    this.#checks = new RowChecks(plan.checks)
    this.#leftOut = new LeftOutRows(plan.ledger, (source) => this.#nameOf(source) ?? plan.labels[source] ?? '')
    this.#carried = new CarriedFindings({ ...plan, places: this.#places, names: columns.map(({ name }) => name) })
  }

  /** The rows of the output that these give; valid until the next call. `early`: the reader's findings up to here, emptied. */
  convert(source: Batch, early: EarlyFinding[]): Batch {
    const { headerRow } = this.#plan
    const out = this.#out
    out.begin(source, this.#sources.length)
    let next = 0
    for (let r = 0; r < source.rows; r++) {
      const row = source.rowNumber[r]!
      const before = out.rows
      if (row !== headerRow) {
        const leftOut = row < headerRow ? 'titleRow' : this.#row(source, r)
        if (leftOut !== undefined) this.#leftOut.add(source, r, leftOut)
      }
      for (; next < early.length && early[next]!.place.row <= row; next++) {
        if (row === headerRow) this.#carried.tellOfHeader(early[next]!)
        else if (out.rows > before) this.#carried.tell(early[next]!, this.rows + out.rows + FIRST_ROW - 1)
      }
    }
    early.splice(0, next)
    this.rows += out.rows
    return out
  }

  /** What the reader found at the end of the source. */
  finish(early: readonly EarlyFinding[]): void {
    this.#leftOut.endBlanks()
    for (const finding of early) this.#carried.tell(finding, this.rows + FIRST_ROW - 1)
  }

  /** Why the row is not written; undefined: it is. */
  #row(source: Batch, r: number): ChangeRule | undefined {
    const { start, end, first, rowNumber } = source
    const out = this.#out
    const { width } = this.#plan
    const f = first[r]!
    const n = first[r + 1]! - f
    const k = out.cells
    const known = this.#summary(source, f, n)
    if (known !== undefined) return known
    if (n === width) this.#wholeRow(source, r, f)
    else if (n < width) this.#shortRow(source, r, f, n)
    else if (isBlank(start, end, f + width, n - width)) {
      for (let c = width; c < n; c++) this.#tellRagged(rowNumber[r]!, c, 'extraCell')
      this.#wholeRow(source, r, f)
    } else this.#slidRow(source, f, n)
    if (this.#rewritten.length > 0) this.#rewritten = [...this.#checks.settle(out, k, this.#rewritten)]
    // As it would be written, the row may be no row: it would be left out the next time.
    const found = this.#summary(out, k, out.cells - k)
    if (found !== undefined) {
      out.cells = k
      this.#forget()
      return found
    }
    if (this.#rewritten.length + this.#ragged.length > 0) this.#tell(source.bytes, rowNumber[r]!)
    out.endRow(k, this.rows + out.rows + FIRST_ROW)
    return undefined
  }

  /** What the row is beside a row of data. */
  #summary(batch: Batch, f: number, n: number): ChangeRule | undefined {
    const { bytes, start, end } = batch
    if (isBlank(start, end, f, n)) return 'blankRow'
    const found = beginsBesideData(bytes, start, end, f, n) ? this.#plan.besideData(cellTexts(batch, f, n)) : undefined
    return found === undefined ? undefined : `${found}Row`
  }

  #wholeRow(source: Batch, r: number, f: number): void {
    const { bytes, start, end, native } = source
    const works = this.#plan.columns
    const sources = this.#sources
    const out = this.#out
    const outStart = out.start
    const outEnd = out.end
    const row = source.rowNumber[r]!
    let k = out.cells
    for (let c = 0; c < sources.length; c++, k++) {
      const s = sources[c]!
      const i = f + (s < 0 ? 0 : s)
      const work = works[c]!
      const from = start[i]!
      const to = s < 0 ? from : end[i]!
      outStart[k] = from
      outEnd[k] = to
      if (from === to) {
        if (work.filler !== undefined) this.#fill(c, k, source, f)
        continue
      }
      if (native !== undefined && native[i] === NATIVE.error && work.isError(bytes, from, to)) {
        this.#fillError(c, k, source, f)
        continue
      }
      if (native !== undefined && native[i] !== NATIVE.text) this.#rewrite(c, k, work.tidyNative(bytes, from, to, native[i]!, row))
      else if (work.test !== undefined && work.test(bytes, from, to) !== 0) this.#rewrite(c, k, work.mend(bytes, from, to))
      else if (work.isCanonical !== undefined && !work.isCanonical(bytes, from, to)) this.#rewrite(c, k, work.tidy(bytes, from, to, row))
      else continue
      if (work.filler !== undefined) this.#fill(c, k, source, f)
    }
    out.cells = k
  }

  /** What is missing at its end is written empty. */
  #shortRow(source: Batch, r: number, f: number, n: number): void {
    const { width } = this.#plan
    const padded = { ...source, start: new Int32Array(width), end: new Int32Array(width) }
    padded.start.set(source.start.subarray(f, f + n))
    padded.end.set(source.end.subarray(f, f + n))
    if (source.native !== undefined) {
      padded.native = new Uint8Array(width).fill(NATIVE.empty)
      padded.native.set(source.native.subarray(f, f + n))
    }
    for (let c = n; c < width; c++) this.#tellRagged(source.rowNumber[r]!, c, 'paddedCell')
    this.#wholeRow(padded, r, 0)
  }

  /** Its values have slid from their columns: nothing is changed in such a row. */
  #slidRow({ start, end }: Batch, f: number, n: number): void {
    for (const s of this.#sources) this.#out.add(start[f + Math.max(s, 0)]!, s < 0 ? start[f]! : end[f + s]!)
    for (let c = this.#plan.width; c < n; c++) this.#out.add(start[f + c]!, end[f + c]!)
  }

  /** Where the cell still holds nothing, or nothing that its column accepts. */
  #fill(column: number, k: number, source: Batch, f: number): void {
    const { bytes, start, end } = this.#out
    const work = this.#plan.columns[column]!
    if (!work.isMissing(bytes, start[k]!, end[k]!) && !work.isRefused(bytes, start[k]!, end[k]!)) return
    this.#rewrite(
      column,
      k,
      work.fill((c) => cellText(source, f + c)),
    )
  }

  #fillError(column: number, k: number, source: Batch, f: number): void {
    const outcome = this.#plan.columns[column]!.fill((c) => cellText(source, f + c))
    if (outcome === undefined) this.#out.markError(k)
    else this.#rewrite(column, k, outcome)
  }

  #rewrite(column: number, k: number, outcome: Outcome | undefined): void {
    if (outcome === undefined) return
    const out = this.#out
    const earlier = this.#rewritten.at(-1)
    // A cell can be rewritten twice: emptied, then filled.
    if (earlier?.column === column) earlier.outcome = outcome
    else this.#rewritten.push({ column, outcome, start: out.start[k]!, end: out.end[k]!, before: outcome.before })
    out.write(k, outcome.text)
  }

  #tell(bytes: Uint8Array, row: number): void {
    this.#leftOut.endBlanks()
    const { ledger, columns } = this.#plan
    for (const { column, outcome, start, end, before: text } of this.#rewritten) {
      ledger.cells++
      ledger.add(column, outcome.rule, () => {
        const { name, source } = columns[column]!
        const { text: after, rule, certainty } = outcome
        const before = text ?? decoder.decode(bytes.subarray(start, end))
        // Written out twice: spreading the place into one costs as much as all the rest.
        return source < 0
          ? { row, name, before, after, rule, certainty }
          : { row, column: source + 1, name, before, after, rule, certainty }
      })
    }
    for (const change of this.#ragged) ledger.add(NO_COLUMN, change.rule, () => change)
    this.#forget()
  }

  #forget(): void {
    this.#rewritten.length = 0
    this.#ragged.length = 0
  }

  #tellRagged(row: number, sourceColumn: number, rule: ChangeRule): void {
    this.#ragged.push({
      row,
      column: sourceColumn + 1,
      name: this.#nameOf(sourceColumn) ?? '',
      before: '',
      after: '',
      rule,
      certainty: 'lossless',
    })
  }

  /** undefined: it has no place in the output. */
  #nameOf(sourceColumn: number): string | undefined {
    return this.#plan.columns[(this.#places[sourceColumn] ?? 0) - 1]?.name
  }
}
