// Every row below the header, once: how many, how wide, and what each column holds.
import type { Batch } from '../core/batch.js'
import { FEWEST_PHANTOMS } from '../core/blankRows.js'
import { ScdlError } from '../core/error.js'
import type { InspectedColumn } from '../core/inspectionTypes.js'
import { ColumnProfile } from './columnProfile.js'

/** Different values counted exactly: in one column, and in all of them together. */
const MOST_DISTINCT = 65_536
const ALL_DISTINCT = 2_000_000
/** What is gathered of a column takes memory and time for each of them: wider tables are not what an inspection is for. */
const MOST_COLUMNS = 1_000
/** Rows that are looked at before a file is analysed on data.gouv.fr. */
const FIRST_ROWS = 10

export interface ProfiledTable {
  rows: { rows: number; blankRows: number; longRows: number; shortRows: number }
  /** The number of the first row that is not as wide as the header, among the first ones. */
  unevenRow?: number
  /** Formatted rows that end the sheet of a workbook without being rows of the table. */
  phantoms?: { from: number; rows: number }
  columns: InspectedColumn[]
}

export class TableProfile {
  readonly #headerRow: number
  readonly #profiles: ColumnProfile[]
  #rows = 0
  #blankRows = 0
  #longRows = 0
  #shortRows = 0
  #unevenRow: number | undefined
  /** Blank rows since the last one that is not. */
  #blankTail = 0
  #isWorkbook = false
  #lastRow = 0

  /** `headerRow`: its number; rows up to it are passed over. Throws `limit-exceeded`. */
  constructor(labels: readonly string[], headerRow: number) {
    if (labels.length > MOST_COLUMNS) throw new ScdlError('limit-exceeded', { limit: 'columns', value: MOST_COLUMNS, row: headerRow })
    this.#headerRow = headerRow
    const mostDistinct = Math.min(MOST_DISTINCT, Math.ceil(ALL_DISTINCT / Math.max(1, labels.length)))
    this.#profiles = labels.map((label, i) => new ColumnProfile(i + 1, label, mostDistinct))
  }

  read(batch: Batch): void {
    const { rows, rowNumber } = batch
    for (let row = 0; row < rows; row++) if (rowNumber[row]! > this.#headerRow) this.#readRow(batch, row)
  }

  #readRow({ bytes, first, start, end, native, rowNumber }: Batch, row: number): void {
    const from = first[row]!
    const cells = first[row + 1]! - from
    const profiles = this.#profiles
    const width = Math.min(cells, profiles.length)
    this.#rows++
    this.#blankTail++
    this.#isWorkbook = native !== undefined
    this.#lastRow = rowNumber[row]!
    let filled = 0
    for (let c = 0; c < width; c++) {
      const i = from + c
      if (start[i] === end[i]) continue
      filled++
      profiles[c]!.read(bytes, start[i]!, end[i]!, native?.[i])
    }
    const hasMore = hasText(start, end, from + width, from + cells)
    if (filled === 0 && !hasMore) {
      this.#blankRows++
      return
    }
    this.#blankTail = 0
    if (cells !== profiles.length) this.#count(cells, hasMore, rowNumber[row]!)
  }

  /** A workbook's rows end with their last filled cell: only what stands beyond the header counts. */
  #count(cells: number, hasMore: boolean, row: number): void {
    if (this.#isWorkbook && !hasMore) return
    if (cells > this.#profiles.length) this.#longRows++
    else this.#shortRows++
    if (row < FIRST_ROWS + this.#headerRow) this.#unevenRow ??= row
  }

  finish(): ProfiledTable {
    const phantoms = this.#isWorkbook && this.#blankTail >= FEWEST_PHANTOMS ? this.#blankTail : 0
    return {
      rows: {
        rows: this.#rows - phantoms,
        blankRows: this.#blankRows - phantoms,
        longRows: this.#longRows,
        shortRows: this.#shortRows,
      },
      ...(this.#unevenRow !== undefined && { unevenRow: this.#unevenRow }),
      ...(phantoms > 0 && { phantoms: { from: this.#lastRow - phantoms + 1, rows: phantoms } }),
      columns: this.#profiles.map((profile) => profile.finish()),
    }
  }
}

function hasText(start: Int32Array, end: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (start[i] !== end[i]) return true
  return false
}
