import type { CellCheck } from '../../core/check.js'
import { areDigits } from './digits.js'

/** The number of an association in the national register: a capital W and nine digits. https://www.data.gouv.fr/datasets/repertoire-national-des-associations */
export const codeRna: CellCheck = {
  type: 'custom-check-error',
  compile: () => ({
    test: (bytes, start, end) => (end - start === 10 && bytes[start] === 0x57 && areDigits(bytes, start + 1, end) ? 0 : 1),
  }),
}
