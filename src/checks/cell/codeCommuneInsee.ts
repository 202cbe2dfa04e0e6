import type { CellCheck } from '../../core/check.js'
import { areDigits, twoDigits } from './digits.js'

const CORSICA = 20

/**
 * The Insee code of a commune, by its form: a department (01 to 95, 2A and 2B in Corsica, 971 to 978, or 984 to 989 without 985), then the
 * commune's number in it. Which codes exist changes every year; that list is not shipped.
 * https://www.insee.fr/fr/information/2560452
 */
export const codeCommuneInsee: CellCheck = {
  type: 'custom-check-error',
  formOnly: true,
  compile: () => ({
    test(bytes, start, end) {
      if (end - start !== 5 || !areDigits(bytes, start + 2, end)) return 1
      const department = twoDigits(bytes, start)
      if (department < 0) {
        const letter = bytes[start + 1]!
        if (bytes[start] !== 0x32 || (letter !== 0x41 && letter !== 0x42)) return 1
      } else if (department >= 97) {
        const territory = bytes[start + 2]! - 0x30
        if (department === 97 ? territory < 1 || territory > 8 : department !== 98 || territory < 4 || territory === 5) return 1
        return twoDigits(bytes, start + 3) > 0 ? 0 : 1
      } else if (department === 0 || department > 95 || department === CORSICA) return 1
      return bytes[start + 2] === 0x30 && twoDigits(bytes, start + 3) === 0 ? 1 : 0
    },
  }),
}
