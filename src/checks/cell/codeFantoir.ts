import type { CellCheck } from '../../core/check.js'
import { areDigits, isDigit, isUpperCase } from './digits.js'

const isDigitOrLetter = (byte: number): boolean => isDigit(byte) || isUpperCase(byte)

/**
 * The code of a street in its commune, by its form: four signs (digits, the first two letters too) and a key letter.
 * Which codes exist is not known here. https://www.data.gouv.fr/datasets/fichier-fantoir-des-voies-et-lieux-dits
 */
export const codeFantoir: CellCheck = {
  type: 'custom-check-error',
  formOnly: true,
  compile: () => ({
    test(bytes, start, end) {
      if (end - start !== 5 || !isUpperCase(bytes[end - 1]!) || !areDigits(bytes, start + 2, start + 4)) return 1
      return isDigitOrLetter(bytes[start]!) && isDigitOrLetter(bytes[start + 1]!) ? 0 : 1
    },
  }),
}
