// The header row of a table whose schema is not known.
import { detectHeaderRow, type HeaderRow } from '../structure/detectHeaderRow.js'

/** Of the usual width of the rows, what a header has at least. */
const WIDE = 0.7

/**
 * The row that some schema knows the labels of; else the first one that is not blank, unless it and those below it are titles: far
 * narrower than most rows are.
 */
export function findHeader(rows: readonly (readonly string[])[], knows: (label: string) => boolean): HeaderRow {
  const found = detectHeaderRow(rows, knows)
  if (found.header < 0 || rows[found.header]!.some(knows)) return found
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length)
  const sorted = filled.filter((count) => count > 0).sort((a, b) => a - b)
  const usual = sorted[sorted.length >> 1] ?? 0
  if (usual < 3 || filled[found.header]! > 1) return found
  const header = filled.findIndex((count, row) => row >= found.header && count >= usual * WIDE)
  return header < 0 ? found : { header, titles: filled.slice(0, header).filter((count) => count > 0).length }
}
