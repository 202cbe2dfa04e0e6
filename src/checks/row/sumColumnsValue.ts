import type { RowCheck } from '../../core/check.js'
import { absentFields } from './absentFields.js'
import { compileNumberOf } from './numberOf.js'
import { isTextList } from './textList.js'

/**
 * A column holds the sum of two others or more. Every number is cut to a whole one before it is added, as Validata does. A row where one of
 * them is empty is passed over. Details: fault 1 another sum, 2 a text that is no number.
 */
export const sumColumnsValue: RowCheck = {
  type: 'sum-columns-value',
  fields({ column, columns }) {
    return typeof column === 'string' && isTextList(columns) && columns.length > 1 ? [column, ...columns] : undefined
  },
  compile(params, columns) {
    const fields = sumColumnsValue.fields(params) ?? []
    const absent = absentFields(fields, columns)
    if (absent !== undefined) return absent
    const numbers = columns.flatMap((column) => (column === undefined ? [] : [compileNumberOf(column)]))
    const [column = '', ...summed] = fields
    const noNumber = { at: 0, details: { column, columns: summed, fault: 2 } }
    return {
      row(cursor) {
        for (let i = 0; i < numbers.length; i++) if (cursor.empty(i)) return undefined
        let sum = 0
        for (let i = 1; i < numbers.length; i++) sum += Math.trunc(numbers[i]!(cursor.bytes, cursor.start(i), cursor.end(i)))
        const total = Math.trunc(numbers[0]!(cursor.bytes, cursor.start(0), cursor.end(0)))
        if (total === sum) return undefined
        return Number.isNaN(total) || Number.isNaN(sum) ? noNumber : { at: 0, details: { column, columns: summed, sum, fault: 1 } }
      },
    }
  },
}
