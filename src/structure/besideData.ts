// What rows of a table can be beside data.
import type { BesideData } from '../core/rowKind.js'
import { isFootnote } from './isFootnote.js'
import { isTotalRow } from './isTotalRow.js'

/** undefined: as far as can be told, data. */
export function besideData(cells: readonly string[]): BesideData | undefined {
  if (isTotalRow(cells)) return 'total'
  return isFootnote(cells) ? 'footnote' : undefined
}
