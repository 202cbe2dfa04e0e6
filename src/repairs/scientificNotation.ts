import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { identifierShape } from './identifierShape.js'
import { textEnd, textStart } from './space.js'

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** `2,43E+13` for a SIRET: the spreadsheet wrote three figures of fourteen, the others are gone. */
export const scientificNotation: Repair = {
  certainty: 'impossible',
  compile(field, checks) {
    if (identifierShape(field, checks) === undefined) return undefined
    return {
      needs: MARK.letter,
      propose(bytes, start, end) {
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
        if (figures === 0 || at + 1 >= to || (bytes[at]! | 0x20) !== 0x65) return -1
        at++
        if (bytes[at] === 0x2b) at++
        if (at === to || to - at > 3) return -1
        let power = 0
        for (; at < to; at++) {
          if (!isDigit(bytes[at])) return -1
          power = power * 10 + bytes[at]! - 0x30
        }
        // With every figure still there, nothing was lost.
        return figures <= power ? 0 : -1
      },
    }
  },
}
