import type { CellCheck } from '../../core/check.js'
import { compactDigits, isNumeric, zeroOnly } from './frenchSirenValue.js'
import { isPlainSiret, passesLuhn, readDigits } from './luhn.js'

const LENGTH = 14
const SIREN_LENGTH = 9
const digits = new Uint8Array(LENGTH)

/** La Poste gives its establishments numbers whose digits add up to a multiple of 5; its seat follows Luhn. */
const LA_POSTE = [3, 5, 6, 0, 0, 0, 0, 0, 0]
const LA_POSTE_SEAT = [0, 0, 0, 4, 8]

function begins(prefix: readonly number[], from: number): boolean {
  return prefix.every((digit, i) => digits[from + i] === digit)
}

function sum(): number {
  let total = 0
  for (let i = 0; i < LENGTH; i++) total += digits[i]!
  return total
}

/**
 * A SIRET: 14 digits with Luhn's key, the first 9 a valid SIREN. Faults: 1 not 14 digits, 2 wrong key, 3 its SIREN has a wrong key,
 * 4 the column is declared as numbers: Validata then reads a number, which it takes for no identifier.
 * https://www.insee.fr/fr/metadonnees/definition/c1841
 */
export const frenchSiretValue: CellCheck = {
  type: 'french-siret-value',
  compile: (_params, { type }) => ({
    test: isNumeric(type) ? zeroOnly : testSiret,
    readsDigits: !isNumeric(type),
    canonical: compactDigits,
    isCanonical: (_bytes, start, end) => end - start === LENGTH,
  }),
}

function testSiret(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === LENGTH && isPlainSiret(bytes, start)) return 0
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 1
  if (digits[0] === 3 && begins(LA_POSTE, 0) && !begins(LA_POSTE_SEAT, SIREN_LENGTH)) return sum() % 5 === 0 ? 0 : 2
  if (!passesLuhn(digits, LENGTH)) return 2
  return passesLuhn(digits, SIREN_LENGTH) ? 0 : 3
}
