import type { Batch } from '../core/batch.js'
import { rowTexts } from '../core/cellText.js'

/** Rows among which the header is looked for. */
export const HEADER_SEARCH_ROWS = 50

/** The texts of the first rows of a sheet's first batch, as many as the header is looked for among. */
export function firstRows(batch: Batch): string[][] {
  return Array.from({ length: Math.min(batch.rows, HEADER_SEARCH_ROWS) }, (_, r) => rowTexts(batch, r))
}
