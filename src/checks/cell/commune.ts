import type { CellCheck } from '../../core/check.js'

/** The longest name has 45 letters, some of them of two bytes. */
const LONGEST = 100
const NAME = /^\p{L}[\p{L}\p{M}]*(?:[ '’-]+[\p{L}\p{M}]+)*$/u

const decoder = new TextDecoder()
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/**
 * The name of a commune, by its form: words of letters, with spaces, hyphens or apostrophes between. Which names exist changes every year;
 * that list is not shipped.
 */
export const commune: CellCheck = {
  type: 'custom-check-error',
  formOnly: true,
  compile: () => ({
    test(bytes, start, end) {
      let p = start
      while (p < end && isLetter(bytes[p]!)) p++
      if (p === end) return 0
      return end - start <= LONGEST && NAME.test(decoder.decode(bytes.subarray(start, end))) ? 0 : 1
    },
  }),
}
