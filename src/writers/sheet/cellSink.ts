// What a kind of workbook offers to who writes its cells, from left to right, row by row.

/** How cells look that are no typed value. */
export const LOOKS = ['text', 'header', 'wrong', 'doubtful', 'mended', 'wrapped', 'heading'] as const
export type Look = (typeof LOOKS)[number]

/** Rows of a sheet, in every program that matters. */
export const SHEET_ROWS = 1_048_576
export const SHEET_COLUMNS = 16_384
/** Characters of a cell, in UTF-16 as the programs count them. */
export const CELL_CHARACTERS = 32_767

export interface CellSink {
  /** Rows ended so far. */
  readonly row: number
  /** No other row fits in the sheet. */
  readonly isFull: boolean
  /** Throws `ScdlError('workbook-limit')` where the text is longer than a cell may be: it is never cut. */
  text(bytes: Uint8Array, from: number, to: number, look?: Look): void
  string(text: string, look?: Look): void
  /** Plain decimal notation, with so many digits behind its point. */
  number(bytes: Uint8Array, from: number, to: number, decimals: number): void
  /** ISO 8601, without zone or fraction: a date, a date and a time, or a time of day. False: it cannot be held as such. */
  moment(bytes: Uint8Array, from: number, to: number): boolean
  skip(): void
  endRow(): void
}

/** A sheet, and those that go on where it is full. */
export interface SheetContent<Sink extends CellSink = CellSink> {
  name: string
  /** Of the columns, in characters. */
  widths: readonly number[]
  /** The first rows, which stay in sight; asked for again for a sheet that goes on. */
  frozenRows: number
  /** The last of these has a filter on each column. */
  filtered?: boolean
  /** Called at the start of the first sheet, and of each that goes on. */
  head(out: Sink): void
  /** Writes rows until the sheet is full or a good piece is done; false: there are none left. */
  fill(out: Sink): Promise<boolean>
}

/** Sheets that are all known from the start. */
export async function* onlySheets<Sheet>(sheets: readonly Sheet[]): AsyncGenerator<Sheet> {
  yield* sheets
}
