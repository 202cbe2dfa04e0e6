import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { identifierShape } from './identifierShape.js'
import { textEnd, textStart } from './space.js'

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
/** The lowest exponent of two figures that does not begin with 0. */
const TWO_FIGURES = 10

/** Figures before the `E`, exponent, and figures of the exponent, in `notation`; false: it is none. */
function readNotation(bytes: Uint8Array, start: number, end: number): boolean {
  let at = textStart(bytes, start, end)
  const to = textEnd(bytes, at, end)
  let figures = 0
  let marks = 0
  for (; at < to; at++) {
    const byte = bytes[at]!
    if (isDigit(byte)) figures++
    else if ((byte === 0x2c || byte === 0x2e) && marks === 0 && figures === 1) marks++
    else break
  }
  if (figures === 0 || at + 1 >= to || (bytes[at]! | 0x20) !== 0x65) return false
  at++
  if (bytes[at] === 0x2b) at++
  if (at === to || to - at > 3) return false
  notation.figures = figures
  notation.power = 0
  notation.isShort = to - at < 2 || bytes[at] === 0x30
  for (; at < to; at++) {
    if (!isDigit(bytes[at])) return false
    notation.power = notation.power * 10 + bytes[at]! - 0x30
  }
  return true
}

/** `isShort`: the exponent has one figure, or begins with 0. */
const notation = { figures: 0, power: 0, isShort: false }

/** `2,43E+13` for a SIRET: the spreadsheet wrote three figures of fourteen, the others are gone. */
export const scientificNotation: Repair = {
  certainty: 'impossible',
  compile(field, checks) {
    if (identifierShape(field, checks) === undefined) return undefined
    return {
      needs: MARK.letter,
      alikeOf(bytes, start, end) {
        if (!readNotation(bytes, start, end)) return INDIFFERENT.allFigures
        return notation.isShort || notation.figures > TWO_FIGURES ? INDIFFERENT.none : INDIFFERENT.figures
      },
      // With every figure still there, nothing was lost.
      propose: (bytes, start, end) => (readNotation(bytes, start, end) && notation.figures <= notation.power ? 0 : -1),
    }
  },
}
