// Which sheet of a workbook is checked: the one that the user names, else the one that matches the schema best.
import { ScdlError } from './core/error.js'
import type { Sheet } from './core/format.js'
import { firstRows } from './structure/firstRows.js'
import { chooseSheet, type SheetScore, scoreSheet } from './structure/scoreSheet.js'

/** The sheets of a document are read one after the other: beyond these, none is looked into. */
const MOST_LOOKED_INTO = 50

export interface SheetWishes {
  /** A name, or a position from 1 among the sheets that are shown. */
  wanted?: string | number | undefined
  knows: (label: string) => boolean
  /** Fields of the schema. */
  fields: number
}

/**
 * Reads the first rows of the sheets that are shown, as far as needed. Hidden ones are passed over unless there is no other.
 * Throws `ScdlError('no-such-sheet')`, and what reading throws.
 */
export async function findSheet(sheets: readonly Sheet[], { wanted, knows, fields }: SheetWishes): Promise<Sheet | undefined> {
  const visible = sheets.filter(({ hidden }) => !hidden)
  if (wanted !== undefined) return namedSheet(sheets, visible, String(wanted))
  const candidates = (visible.length > 0 ? visible : sheets).slice(0, MOST_LOOKED_INTO)
  if (candidates.length < 2) return candidates[0]
  const scores: SheetScore[] = []
  for (const sheet of candidates) {
    const score = scoreSheet(await readFirstRows(sheet), knows)
    scores.push(score)
    const [first] = scores
    // No other sheet can do better than the first.
    if (first?.hasRows === true && first.known * 2 >= fields) break
  }
  return candidates[chooseSheet(scores)]
}

/** A workbook can have a sheet called 2024: names come before positions. */
function namedSheet(sheets: readonly Sheet[], visible: readonly Sheet[], wanted: string): Sheet {
  const fold = (name: string): string => name.trim().toLowerCase()
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => fold(name) === fold(wanted)) ??
    (/^\d{1,6}$/.test(wanted) ? visible[Number(wanted) - 1] : undefined)
  if (found === undefined) throw new ScdlError('no-such-sheet', { sheet: wanted, known: sheets.map(({ name }) => name) })
  return found
}

async function readFirstRows(sheet: Sheet): Promise<string[][]> {
  for await (const batch of sheet.batches(() => {})) return firstRows(batch)
  return []
}
