// Numbers, digits kept: whole ones in 64 bits, others as decimals, and what has an exponent in floating point where that holds its digits.
import type { CompiledType } from '../../core/fieldType.js'
import type { Storage } from './storage.js'

const LEAST = -(2n ** 63n)
const MOST = 2n ** 63n - 1n
/** Digits that a decimal in 64 bits holds, and one in 16 bytes. */
const SHORT = 18
const LONG = 38
/** Digits that survive in floating point. */
const FLOAT_DIGITS = 15

export const wholeNumbers = ({ read }: CompiledType): Storage => ({
  takes(text) {
    const value = read(text)
    if (typeof value !== 'bigint') return Number.isSafeInteger(value)
    return value >= LEAST && value <= MOST
  },
  type: () => ({ type: 'INT64' }),
  store: (text) => BigInt(read(text) as number | bigint),
})

/** `mark`: between whole digits and those of the fraction. */
export function decimals(mark: string): Storage {
  const plain = new RegExp(String.raw`^([-+]?)0*(\d+?)(?:[${mark}](\d+))?$`)
  let whole = 1
  let scale = 0
  return {
    takes(text) {
      const [, , digits = '', fraction = ''] = plain.exec(text) ?? []
      if (digits === '') return false
      whole = Math.max(whole, digits.length)
      scale = Math.max(scale, fraction.length)
      return whole + scale <= LONG
    },
    type() {
      if (whole + scale <= SHORT) return { type: 'INT64', ...decimalOf(SHORT) }
      return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, ...decimalOf(LONG) }
    },
    store(text) {
      const [, sign = '', digits = '', fraction = ''] = plain.exec(text) ?? []
      return BigInt(`${sign === '-' ? '-' : ''}${digits}${fraction.padEnd(scale, '0')}`)
    },
  }

  function decimalOf(precision: number) {
    return { converted_type: 'DECIMAL', precision, scale, logical_type: { type: 'DECIMAL', precision, scale } } as const
  }
}

export const floats = ({ read }: CompiledType): Storage => ({
  takes(text) {
    const value = read(text)
    return typeof value === 'number' && (!Number.isFinite(value) || significantDigits(text) <= FLOAT_DIGITS)
  },
  type: () => ({ type: 'DOUBLE' }),
  store: read,
})

/** Of the mantissa. */
const significantDigits = (text: string): number =>
  text
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length
