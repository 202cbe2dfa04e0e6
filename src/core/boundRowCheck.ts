import type { RowCursor } from './check.js'
import type { Column } from './compileColumn.js'
import type { Code, Details } from './diagnostic.js'

/** A check across cells, bound to the columns of this file. */
export interface BoundRowCheck {
  code: Code
  /** By index of the check's fields: the column; undefined: the file has none. */
  columns: readonly (Column | undefined)[]
  row(cursor: RowCursor): { at: number; details?: Details } | undefined
  /** It involves a column known only by a near miss: its findings are not counted. */
  provisional: boolean
}
