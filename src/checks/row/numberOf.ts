// The numbers that checks across columns reckon with.
import type { CheckedColumn } from '../../core/check.js'

/** NaN: the cell holds no number. */
export type NumberOfCell = (bytes: Uint8Array, start: number, end: number) => number

/** What Python's `float` takes, but for infinities. */
const NUMBER = /^\s*[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i
const decoder = new TextDecoder()

/** Of more than 15 digits, whole numbers are exact. Both kinds compare exactly with each other. */
export type Exact = number | bigint

/** Written without a point or an exponent; Python, too, takes no more digits. */
const WHOLE = /^\s*[+-]?\d{1,4300}\s*$/

/** `value`: what the text is as a number of 15 digits or so. */
export const exactly = (text: string, value: number): Exact => (!Number.isSafeInteger(value) && WHOLE.test(text) ? BigInt(text) : value)

/** A number, or a text that is written as one; NaN for any other value. */
export function exactNumberOf(value: unknown): Exact {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (typeof value !== 'string' || !NUMBER.test(value)) return Number.NaN
  const text = value.replaceAll('_', '')
  return exactly(text, Number(text))
}

export const numberOf = (value: unknown): number => Number(exactNumberOf(value))

/** Whether the values of the column are numbers, whatever its type is called. */
export function holdsNumbers({ type }: CheckedColumn): boolean {
  return ['1', '2024'].some((sample) => ['number', 'bigint'].includes(typeof type.read(sample)))
}

/** What is added up: true counts for one. */
export function compileNumberOf(column: CheckedColumn): NumberOfCell {
  const { type } = column
  if (type.order !== undefined && holdsNumbers(column)) return type.order.bind(type)
  return (bytes, start, end) => {
    const value = type.read(decoder.decode(bytes.subarray(start, end)))
    return typeof value === 'boolean' ? Number(value) : numberOf(value)
  }
}
