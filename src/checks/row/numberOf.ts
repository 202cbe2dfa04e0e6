// The numbers that checks across columns reckon with.
import type { CheckedColumn } from '../../core/check.js'

/** NaN: the cell holds no number. */
export type NumberOfCell = (bytes: Uint8Array, start: number, end: number) => number

/** What Python's `float` takes, but for infinities. */
const NUMBER = /^\s*[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i
const decoder = new TextDecoder()

/** A number, or a text that is written as one; NaN for any other value. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' && NUMBER.test(value) ? Number(value.replaceAll('_', '')) : Number.NaN
}

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
