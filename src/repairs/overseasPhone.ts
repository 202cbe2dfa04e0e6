import type { Repair } from '../core/repair.js'
import { nationalNumberAt, phoneDigits, readPhoneDigits } from './phoneDigits.js'
import { unlessSame } from './unlessSame.js'

/** By the first three digits after the 0: the country code of the territory. */
const COUNTRY_CODES: Readonly<Record<string, string>> = {
  '639': '262',
  '690': '590',
  '691': '590',
  '692': '262',
  '693': '262',
  '694': '594',
  '696': '596',
  '697': '596',
}
const encoder = new TextEncoder()

/** Mobiles of Guadeloupe, Guyane, Martinique, La Réunion and Mayotte with their country code: `0690 12 34 56` is `+590 690 12 34 56`. */
export const overseasPhone: Repair = {
  certainty: 'lossless',
  compile(_field, checks) {
    if (!checks.includes('phone-number-value')) return undefined
    return {
      propose(bytes, start, end, out) {
        const at = nationalNumberAt(readPhoneDigits(bytes, start, end))
        if (at < 0) return -1
        const number = String.fromCharCode(...phoneDigits.subarray(at, at + 9))
        const code = COUNTRY_CODES[number.slice(0, 3)]
        if (code === undefined) return -1
        const written = `+${code} ${number.replace(/(...)(..)(..)(..)/, '$1 $2 $3 $4')}`
        return unlessSame(bytes, start, end, out, encoder.encodeInto(written, out).written)
      },
    }
  },
}
