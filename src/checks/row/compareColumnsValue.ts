import type { CheckedColumn, RowCheck, RowCursor } from '../../core/check.js'
import { absentFields } from './absentFields.js'
import { type Exact, exactly, exactNumberOf, holdsNumbers } from './numberOf.js'

/** Whether two values stand as asked, from the sign of the first minus the second. */
const OPERATORS: Readonly<Record<string, (sign: number) => boolean>> = {
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '==': (sign) => sign === 0,
  '<=': (sign) => sign <= 0,
  '<': (sign) => sign < 0,
}

/** The sign of the first cell minus the second; NaN: no operator holds; undefined: they cannot be compared. */
type Difference = (cursor: RowCursor) => number | undefined

const decoder = new TextDecoder()

/** By bytes, which order UTF-8 texts as their code points do. */
function compareBytes(bytes: Uint8Array, startA: number, endA: number, startB: number, endB: number): number {
  const length = Math.min(endA - startA, endB - startB)
  for (let i = 0; i < length; i++) {
    const difference = bytes[startA + i]! - bytes[startB + i]!
    if (difference !== 0) return difference
  }
  return endA - startA - (endB - startB)
}

/** NaN where one of them is. */
const signOf = (a: Exact, b: Exact): number => (a < b ? -1 : a > b ? 1 : a <= b ? 0 : Number.NaN)

/**
 * As Validata compares: numbers, and texts that are written as numbers, by size; other texts letter by letter; values of one type by their
 * order, or as they are written; values of two types not at all.
 */
function compileDifference(a: CheckedColumn, b: CheckedColumn): Difference {
  const orderA = a.type.order?.bind(a.type)
  const orderB = b.type.order?.bind(b.type)
  const alike = a.field.type === b.field.type
  const areNumbers = holdsNumbers(a) && holdsNumbers(b)
  const textOf = (cursor: RowCursor, index: number): string => decoder.decode(cursor.bytes.subarray(cursor.start(index), cursor.end(index)))
  if (orderA !== undefined && orderB !== undefined && (alike || areNumbers)) {
    return (cursor) => {
      const { bytes } = cursor
      const first = orderA(bytes, cursor.start(0), cursor.end(0))
      const second = orderB(bytes, cursor.start(1), cursor.end(1))
      if (!areNumbers || (Math.abs(first) <= Number.MAX_SAFE_INTEGER && Math.abs(second) <= Number.MAX_SAFE_INTEGER)) return first - second
      return signOf(exactly(a.type.canonical(textOf(cursor, 0)), first), exactly(b.type.canonical(textOf(cursor, 1)), second))
    }
  }
  // A date, a time or a number has an order; a text has none.
  const areTexts = orderA === undefined && orderB === undefined
  return (cursor) => {
    const { bytes } = cursor
    const first = a.type.read(textOf(cursor, 0))
    const second = b.type.read(textOf(cursor, 1))
    const sign = signOf(exactNumberOf(first), exactNumberOf(second))
    if (!Number.isNaN(sign)) return sign
    if (areTexts && typeof first === 'string' && typeof second === 'string') {
      return compareBytes(bytes, cursor.start(0), cursor.end(0), cursor.start(1), cursor.end(1))
    }
    if (!alike) return undefined
    const [textA = '', textB = ''] = [JSON.stringify(first), JSON.stringify(second)]
    return textA < textB ? -1 : textA > textB ? 1 : 0
  }
}

/** A column compared with another, where both are filled. Details: fault 1 it is not so, 2 the two cannot be compared. */
export const compareColumnsValue: RowCheck = {
  type: 'compare-columns-value',
  fields({ column, op, column2 }) {
    const known = typeof op === 'string' && Object.hasOwn(OPERATORS, op)
    return known && typeof column === 'string' && typeof column2 === 'string' ? [column, column2] : undefined
  },
  compile(params, columns) {
    const fields = compareColumnsValue.fields(params) ?? []
    const [a, b] = columns
    if (a === undefined || b === undefined) return absentFields(fields, columns) ?? {}
    const op = String(params.op)
    const holds = OPERATORS[op] ?? (() => false)
    const difference = compileDifference(a, b)
    const [column = '', column2 = ''] = fields
    const details = { column, op, column2, type: a.field.type }
    const wrong = { at: 0, details: { ...details, fault: 1 } }
    const incomparable = { at: 0, details: { ...details, fault: 2 } }
    return {
      row(cursor) {
        if (cursor.empty(0) || cursor.empty(1)) return undefined
        const sign = difference(cursor)
        if (sign === undefined) return incomparable
        return holds(sign) ? undefined : wrong
      },
    }
  },
}
