import type { RowCheck } from '../../core/check.js'

/** At least one of two columns is filled. A column that the file lacks counts as empty; both absent is one fault of the table. */
export const oneOfRequired: RowCheck = {
  type: 'one-of-required',
  fields({ column1, column2 }) {
    return typeof column1 === 'string' && typeof column2 === 'string' ? [column1, column2] : undefined
  },
  compile({ column1, column2 }, columns) {
    const details = { column1: String(column1), column2: String(column2) }
    if (columns[0] === undefined && columns[1] === undefined) return { table: details }
    const fault = { at: columns[0] === undefined ? 1 : 0, details }
    return { row: (cursor) => (cursor.empty(0) && cursor.empty(1) ? fault : undefined) }
  },
}
