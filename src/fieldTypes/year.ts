// Years 0000 to 9999, on four characters. https://specs.frictionlessdata.io/table-schema/#year
import type { FieldType } from '../core/fieldType.js'
import { decimalKey } from './decimalText.js'
import { decodeText } from './decodeText.js'
import { normaliseInteger } from './integerText.js'
import { isPlainDecimal, readPlainDecimal, writePlainKey } from './plainDecimal.js'
import { writeAscii } from './writeAscii.js'

const NO_POINT = -1
const MINUS = 0x2d
/** Four characters of four bytes each. */
const LONGEST = 16

export const year: FieldType<number> = {
  constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
  compile: () => ({
    test(bytes, start, end) {
      const length = end - start
      if (length === 4 && isYear(bytes, start, end)) return 0
      if (length < 4 || length > LONGEST) return 1
      return read(decodeText(bytes, start, end)) === undefined ? 1 : 0
    },
    native: { number: (bytes, start, end) => (end - start <= 4 && isYear(bytes, start, end) ? 0 : 1) },
    cellKind: 'number',
    order(bytes, start, end) {
      const value = readPlainDecimal(bytes, start, end, NO_POINT)
      return Number.isNaN(value) ? (read(decodeText(bytes, start, end)) ?? value) : value
    },
    key(bytes, start, end, out) {
      const length = writePlainKey(bytes, start, end, NO_POINT, out)
      return length < 0 ? writeAscii(decimalKey(String(read(decodeText(bytes, start, end)))), out) : length
    },
    read,
    canonical(text) {
      // a workbook's year has no outer zeros
      const value = read(/^\d{1,3}$/.test(text) ? text.padStart(4, '0') : text)
      return value === undefined ? text : String(value).padStart(4, '0')
    },
    isCanonical: (bytes, start, end) => end - start === 4 && isYear(bytes, start, end),
  }),
}

function isYear(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] !== MINUS && isPlainDecimal(bytes, start, end, NO_POINT)
}

function read(text: string): number | undefined {
  if (text.length > LONGEST || [...text].length !== 4) return undefined
  const value = Number(normaliseInteger(text) ?? -1)
  return value >= 0 ? value : undefined
}
