import type { Batch } from '../core/batch.js'
import { ScdlError } from '../core/error.js'
import type { HeaderRow } from './detectHeaderRow.js'
import { HEADER_SEARCH_ROWS } from './firstRows.js'

/** The header where the user says that it is; `row` as a spreadsheet shows it. Throws `header-row-not-found` when the first rows do not hold it. */
export function forcedHeader(batch: Batch, row: number): HeaderRow {
  const header = batch.rowNumber.subarray(0, Math.min(batch.rows, HEADER_SEARCH_ROWS)).indexOf(row)
  if (header < 0) throw new ScdlError('header-row-not-found', { row })
  return { header, titles: header }
}
