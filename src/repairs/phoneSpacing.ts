import type { Repair } from '../core/repair.js'
import { nationalNumberAt, phoneDigits, readPhoneDigits } from './phoneDigits.js'
import { unlessSame } from './unlessSame.js'

const SPACE = 0x20
const ZERO = 0x30

/** French numbers grouped by marks that no telephone takes: `01_45_67_89_01`, `01,45,67,89,01`, tabs. They are written `01 45 67 89 01`. */
export const phoneSpacing: Repair = {
  certainty: 'lossless',
  compile(_field, checks) {
    if (!checks.includes('phone-number-value')) return undefined
    return {
      propose(bytes, start, end, out) {
        const at = nationalNumberAt(readPhoneDigits(bytes, start, end))
        if (at < 0) return -1
        out[0] = ZERO
        out[1] = phoneDigits[at]!
        let length = 2
        for (let i = 1; i < 9; i++) {
          if (i % 2 === 1) out[length++] = SPACE
          out[length++] = phoneDigits[at + i]!
        }
        return unlessSame(bytes, start, end, out, length)
      },
    }
  },
}
