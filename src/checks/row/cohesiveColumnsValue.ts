import type { RowCheck } from '../../core/check.js'
import { absentFields } from './absentFields.js'
import { isTextList } from './textList.js'

/** Columns that are filled together or empty together; unreadable values count as empty. */
export const cohesiveColumnsValue: RowCheck = {
  type: 'cohesive-columns-value',
  fields({ column, othercolumns }) {
    return typeof column === 'string' && isTextList(othercolumns) && othercolumns.length > 0 ? [column, ...othercolumns] : undefined
  },
  compile(params, columns) {
    const fields = cohesiveColumnsValue.fields(params) ?? []
    const absent = absentFields(fields, columns)
    if (absent !== undefined) return absent
    const fault = { at: 0, details: { columns: fields } }
    return {
      row(cursor) {
        const empty = cursor.empty(0)
        for (let i = 1; i < fields.length; i++) if (cursor.empty(i) !== empty) return fault
        return undefined
      },
    }
  },
}
