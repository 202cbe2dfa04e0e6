// Values by key, from two columns of another table.
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { Platform, Source } from '../core/source.js'
import { foldPunctuation, stripLabel } from '../header/foldLabel.js'
import type { Lookup } from './convertOptions.js'
import { readCells } from './readCells.js'

export interface LookupColumns {
  key: string
  value: string
}

/** Throws `ScdlError('unknown-column')`, and what reading throws. */
export async function readLookup(source: Source, { key, value }: LookupColumns, platform: Platform): Promise<Lookup> {
  const [labels = [], ...rows] = await readCells(source, platform)
  const keyColumn = columnOf(labels, key, source.name)
  const valueColumn = columnOf(labels, value, source.name)
  const values = new Map<string, string | undefined>()
  for (const row of rows) {
    const folded = foldKey(row[keyColumn] ?? '')
    const found = row[valueColumn] ?? ''
    if (folded === '' || found === '') continue
    // A key with two values has none.
    values.set(folded, values.has(folded) && values.get(folded) !== found ? undefined : found)
  }
  return { key, find: (text) => values.get(foldKey(text)) }
}

function columnOf(labels: readonly string[], name: string, path: string): number {
  const exact = labels.indexOf(name)
  const found = exact >= 0 ? exact : labels.findIndex((label) => foldPunctuation(label) === foldPunctuation(name))
  if (found >= 0) return found
  const known = labels.map(stripLabel).filter((label) => label !== '')
  throw new ScdlError('unknown-column', { path, column: name, nearest: nearest(name, known), known })
}

/** Case and spaces aside; numbers without the spaces and points between their figures. */
function foldKey(text: string): string {
  const folded = text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
  return /^\d[\d .]*$/.test(folded) ? folded.replace(/[ .]/g, '') : folded
}
