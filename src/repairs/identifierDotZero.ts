import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { copyFigures, isZeroFraction } from './figures.js'
import { identifierShape } from './identifierShape.js'
import { textEnd, textStart } from './space.js'

const LONGEST = 64

/** `21310117300010.0`: an identifier that a program wrote as a number. */
export const identifierDotZero: Repair = {
  certainty: 'lossless',
  compile(field, checks) {
    const shape = identifierShape(field, checks)
    if (shape === undefined || shape.allowed[0x2e] === 1) return undefined
    return {
      needs: MARK.decimal,
      alike: INDIFFERENT.figures,
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        if (from === to || bytes[to - 1] !== 0x30) return -1
        let mark = to - 1
        while (mark > from && bytes[mark] === 0x30) mark--
        if (!isZeroFraction(bytes, mark, to)) return -1
        const length = copyFigures(bytes, from, to, out, 0, LONGEST)
        return length > 0 ? length : -1
      },
    }
  },
}
