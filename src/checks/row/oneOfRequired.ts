import type { RowCheck } from '../../core/check.js'

/** At least one of two columns is filled. A column that the file lacks counts as empty; both absent is one fault of the table. */
export const oneOfRequired: RowCheck = {
  type: 'one-of-required',
  fields({ column1, column2 }) {
    return typeof column1 === 'string' && typeof column2 === 'string' ? [column1, column2] : undefined
  },
  compile({ column1, column2 }, present) {
    const details = { column1: String(column1), column2: String(column2) }
    if (!present[0] && !present[1]) return { table: details }
    const fault = { at: present[0] ? 0 : 1, details }
    return { row: (cursor) => (cursor.empty(0) && cursor.empty(1) ? fault : undefined) }
  },
}
