import type { Batch } from '../core/batch.js'
import { rowTexts } from '../core/cellText.js'
import { detectHeaderRow, type HeaderRow, knownLabels } from './detectHeaderRow.js'

/** Rows among which the header is looked for. */
export const HEADER_SEARCH_ROWS = 50

/** The texts of the first rows of a sheet's first batch, as many as the header is looked for among. */
export function firstRows(batch: Batch): string[][] {
  return Array.from({ length: Math.min(batch.rows, HEADER_SEARCH_ROWS) }, (_, r) => rowTexts(batch, r))
}

/** The header among the first rows, and the texts of these rows: of the first one only where no other can be the header. */
export function findHeaderRow(batch: Batch, knows: (label: string) => boolean): HeaderRow & { rows: string[][] } {
  const searched = Math.min(batch.rows, HEADER_SEARCH_ROWS)
  const [first] = searched === 0 ? [] : [rowTexts(batch, 0)]
  if (first !== undefined) {
    let widest = 0
    for (let r = 1; r < searched; r++) widest = Math.max(widest, batch.first[r + 1]! - batch.first[r]!)
    const known = knownLabels(first, knows)
    if (known > 0 && widest <= 2 * known) return { header: 0, titles: 0, rows: [first] }
  }
  const rows = firstRows(batch)
  return { ...detectHeaderRow(rows, knows), rows }
}
