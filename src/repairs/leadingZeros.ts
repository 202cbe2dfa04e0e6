import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { copyFigures } from './figures.js'
import { identifierShape } from './identifierShape.js'
import { textEnd, textStart } from './space.js'

const ZERO = 0x30
/** Codes without a key: departments, postcodes, communes. */
const LONGEST_BY_FORM = 5

/** A space, or what may be one: any byte beyond ASCII. */
const isSpacing = (byte: number): boolean => byte === 0x20 || byte > 0x7f

/** Whether it begins with so many figures, and nothing else before or between them. */
function hasFigures(bytes: Uint8Array, start: number, end: number, count: number): boolean {
  if (end - start < count) return false
  for (let i = start; i < start + count; i++) if (bytes[i]! < ZERO || bytes[i]! > 0x39) return false
  return true
}

/**
 * The zeros that a spreadsheet dropped before a code. Offered where something can confirm the guess: a check of the schema (up to three
 * zeros of a SIRET or SIREN, one of the other codes), or for one zero only a pattern of exactly five figures (communes, postcodes).
 */
export const leadingZeros: Repair = {
  certainty: 'verified',
  compile(field, checks) {
    const shape = identifierShape(field, checks)
    if (shape === undefined || shape.length === 0) return undefined
    const { length, shortest } = shape
    return {
      needs: MARK.figure,
      // A text that has all its figures is left alone, whichever these are.
      alikeOf: (bytes, start, end) => (hasFigures(bytes, start, end, length) ? INDIFFERENT.allFigures : INDIFFERENT.figures),
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        if (to - from < shortest) return -1
        const count = copyFigures(bytes, from, to, out, 0, length - 1)
        if (count < shortest || out[0] === ZERO) return -1
        // Where only the form can confirm, one guess is enough: no spaces taken out besides.
        if (length <= LONGEST_BY_FORM && bytes.subarray(from, to).some(isSpacing)) return -1
        out.copyWithin(length - count, 0, count)
        out.fill(ZERO, 0, length - count)
        return length
      },
    }
  },
}
