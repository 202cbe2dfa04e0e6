import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { canRefuse } from './refusal.js'

/** U+FFFD: a program did not understand a character and put this mark in its place. */
export const replacementCharacter: Repair = {
  certainty: 'impossible',
  compile(field, checks) {
    if (!canRefuse(field, checks)) return undefined
    return {
      needs: MARK.beyondAscii,
      alike: INDIFFERENT.allFigures,
      propose(bytes, start, end) {
        for (let i = start; i + 2 < end; i++) if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return 0
        return -1
      },
    }
  },
}
