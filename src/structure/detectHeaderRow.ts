// Which of the first rows names the columns.

export interface HeaderRow {
  /** Index of the header among the rows given; -1: all of them are blank. */
  header: number
  /** Rows above it that Validata would take for the header: all but empty lines. */
  titles: number
}

interface RowFacts {
  filled: number
  /** Different labels that the schema knows. */
  known: number
}

/**
 * The first row that is not blank, unless a later one clearly is the header: it has labels that the schema knows, many more than
 * any row above it. Titles, notes and group titles above the header hold few or none.
 */
export function detectHeaderRow(rows: readonly (readonly string[])[], knows: (label: string) => boolean): HeaderRow {
  const facts = rows.map((cells) => readFacts(cells, knows))
  let header = facts.findIndex(({ filled }) => filled > 0)
  if (header === -1) return { header, titles: 0 }
  let widest = 0
  for (let row = header; row < facts.length; row++) {
    if (isClearlyBetter(facts[row]!, facts[header]!, widest)) header = row
    widest = Math.max(widest, facts[row]!.filled)
  }
  return { header, titles: rows.slice(0, header).filter((cells) => !isEmptyLine(cells)).length }
}

/**
 * Wider than all rows above: one label may do where these are of one cell, else two labels, or half of the cells.
 * A row as wide as one above may be data that happen to name a column or two: half of its cells must then be labels.
 */
function isClearlyBetter(candidate: RowFacts, current: RowFacts, widestAbove: number): boolean {
  const { filled } = candidate
  if (filled <= current.known * 2) return false
  const { known } = candidate
  if (known <= current.known * 2) return false
  const half = known * 2 >= filled
  if (filled <= widestAbove) return known >= 2 && half
  return known >= 2 || half || (widestAbove <= 1 && filled >= 3)
}

function readFacts(cells: readonly string[], knows: (label: string) => boolean): RowFacts {
  const texts = filledTexts(cells)
  let known: number | undefined
  return {
    filled: texts.length,
    get known() {
      known ??= countKnown(texts, knows)
      return known
    },
  }
}

const filledTexts = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

const countKnown = (texts: readonly string[], knows: (label: string) => boolean): number => [...new Set(texts)].filter(knows).length

/** Different labels of the row that the schema knows. A row of at most twice as many cells is no better header, whatever they hold. */
export const knownLabels = (cells: readonly string[], knows: (label: string) => boolean): number => countKnown(filledTexts(cells), knows)

function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length <= 1 && (cells[0] ?? '').trim() === ''
}
