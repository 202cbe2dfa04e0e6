import type { CellCheck } from '../../core/check.js'
import { passesLuhn, readDigits } from './luhn.js'

const LENGTH = 9
const digits = new Uint8Array(LENGTH)
const ZERO = 0x30
/** Sign and decimal point. */
const AROUND_ZERO = [0x2b, 0x2d, 0x2e]
const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * A SIREN: 9 digits with Luhn's key. Faults: 1 not 9 digits, 2 wrong key, 4 the column is declared as numbers.
 * https://www.insee.fr/fr/metadonnees/definition/c2047
 */
export const frenchSirenValue: CellCheck = {
  type: 'french-siren-value',
  compile: (_params, { type }) => ({
    test: isNumeric(type) ? zeroOnly : testSiren,
    readsDigits: !isNumeric(type),
    canonical: compactDigits,
    isCanonical: (_bytes, start, end) => end - start === LENGTH,
  }),
}

function testSiren(bytes: Uint8Array, start: number, end: number): number {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 1
  return passesLuhn(digits, LENGTH) ? 0 : 2
}

export const isNumeric = (type: string): boolean => type === 'integer' || type === 'number'

/** Of a column declared as numbers: a zero is what Validata takes for an empty cell, any other number for no identifier (fault 4). */
export function zeroOnly(bytes: Uint8Array, start: number, end: number): number {
  for (let p = start; p < end; p++) if (bytes[p] !== ZERO && !AROUND_ZERO.includes(bytes[p]!)) return 4
  return 0
}

/** The digits alone, when the text holds only digits and what `readDigits` passes over. */
export function compactDigits(text: string): string {
  const bytes = encoder.encode(text)
  const found = new Uint8Array(bytes.length)
  const count = readDigits(bytes, 0, bytes.length, found)
  if (count <= 0) return text
  return decoder.decode(found.subarray(0, count).map((digit) => digit + 0x30))
}
