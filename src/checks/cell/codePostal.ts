import type { CellCheck } from '../../core/check.js'
import { areDigits, twoDigits } from './digits.js'

/**
 * A postal code, by its form: five digits, the first ones a department (01 to 95, 20 for Corsica; 971 to 978), Monaco (980) or an overseas
 * territory (984, 986 to 988). Which codes exist is known to La Poste; that list is not shipped.
 * https://datanova.laposte.fr/datasets/laposte-hexasmal
 */
export const codePostal: CellCheck = {
  type: 'custom-check-error',
  formOnly: true,
  compile: () => ({
    test(bytes, start, end) {
      if (end - start !== 5 || !areDigits(bytes, start, end)) return 1
      const department = twoDigits(bytes, start)
      if (department >= 1 && department <= 95) return 0
      const territory = bytes[start + 2]! - 0x30
      if (department === 97) return territory >= 1 && territory <= 8 ? 0 : 1
      if (department === 98) return territory === 0 || territory === 4 || (territory >= 6 && territory <= 8) ? 0 : 1
      return 1
    },
  }),
}
