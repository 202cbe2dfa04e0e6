// What a sheet of an XLSX workbook has beside its rows.
import type { SheetContent } from '../sheet/cellSink.js'
import type { ColumnLook } from './cellStyles.js'
import type { SheetRows } from './sheetRows.js'

export interface XlsxSheet extends SheetContent<SheetRows> {
  /** How the empty cells of the columns look. */
  columnLooks?: readonly (ColumnLook | undefined)[]
  choices?: readonly Choice[]
}

/** The only values that the cells of a column should take. */
export interface Choice {
  /** From 0. */
  column: number
  /** From 1. */
  firstRow: number
  values: readonly string[]
  /** Said when another value is typed. */
  refusal?: string
}
