// How well the sheets of a workbook match a schema.
import { detectHeaderRow } from './detectHeaderRow.js'

export interface SheetScore {
  /** Different labels of its header that the schema knows. */
  known: number
  /** It has rows below its header. */
  hasRows: boolean
  /** It holds something. */
  isFilled: boolean
}

/** From the first rows of a sheet, and the test of a label for one schema (see `knowsLabel`). */
export function scoreSheet(rows: readonly (readonly string[])[], knows: (label: string) => boolean): SheetScore {
  const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '')
  const { header } = detectHeaderRow(rows, knows)
  const labels = new Set((rows[header] ?? []).map((label) => label.trim()).filter((label) => label !== ''))
  return { known: [...labels].filter(knows).length, hasRows: rows.slice(header + 1).some(isFilled), isFilled: header >= 0 }
}

/**
 * The index of the sheet that matches best; -1: there is none. The first one, which is what Validata reads, stands as long as it knows
 * half of what another knows: a model or a list of allowed values beside the data must not be taken for them.
 */
export function chooseSheet(scores: readonly SheetScore[]): number {
  let chosen = -1
  for (const [index, score] of scores.entries()) if (chosen < 0 || isBetter(score, scores[chosen]!)) chosen = index
  const [first] = scores
  return first !== undefined && chosen > 0 && first.known * 2 >= scores[chosen]!.known && first.hasRows ? 0 : chosen
}

function isBetter(candidate: SheetScore, current: SheetScore): boolean {
  if (candidate.known !== current.known) return candidate.known > current.known
  if (candidate.hasRows !== current.hasRows) return candidate.hasRows
  return candidate.isFilled && !current.isFilled
}
