import type { Repair } from '../core/repair.js'
import { dashLength } from './fold.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

const SLASH = 0x2f
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

function digitsFrom(bytes: Uint8Array, at: number, end: number): number {
  let count = 0
  while (at + count < end && isDigit(bytes[at + count]!)) count++
  return count
}

/** Length in bytes of what parts the years: a slash, a dash, an underscore, `à` or `a`; 0: anything else. */
function markLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!
  if (byte === SLASH || byte === 0x5f || byte === 0x61) return 1
  if (byte === 0xc3 && at + 1 < end && bytes[at + 1] === 0xa0) return 2
  return dashLength(bytes, at, end)
}

/** Two years with anything but a bare slash between them: `2022-2023`, `2022 / 2023`, `2022 à 2023`, `2022/23`. */
export const yearInterval: Repair = {
  certainty: 'lossless',
  compile(_field, checks) {
    if (!checks.includes('year-interval-value')) return undefined
    return {
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        if (digitsFrom(bytes, from, to) !== 4) return -1
        const mark = textStart(bytes, from + 4, to)
        const length = mark < to ? markLength(bytes, mark, to) : 0
        if (length === 0) return -1
        const second = textStart(bytes, mark + length, to)
        const digits = digitsFrom(bytes, second, to)
        if ((digits !== 4 && digits !== 2) || second + digits !== to) return -1
        for (let i = 0; i < 4; i++) out[i] = bytes[from + i]!
        out[4] = SLASH
        // The end of a second year written short is in the century of the first.
        out[5] = bytes[from]!
        out[6] = bytes[from + 1]!
        for (let i = 0; i < digits; i++) out[9 - digits + i] = bytes[second + i]!
        return unlessSame(bytes, start, end, out, 9)
      },
    }
  },
}
