// The digits of a telephone number, whatever marks group them.
import { dashLength } from './fold.js'
import { spaceLength } from './space.js'

const PLUS = 0x2b
const MOST = 15
const MARKS = new TextEncoder().encode(".,:;_/()'")

/** The digits last read. */
export const phoneDigits = new Uint8Array(MOST)

/** Reads digits, and marks between them, into `phoneDigits`; a first `+` is allowed. Returns how many there are, or -1. */
export function readPhoneDigits(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; ) {
    const byte = bytes[i]!
    if (byte >= 0x30 && byte <= 0x39) {
      if (count === MOST) return -1
      phoneDigits[count++] = byte
      i++
      continue
    }
    const length = MARKS.includes(byte) || (byte === PLUS && count === 0) ? 1 : spaceLength(bytes, i, end) || dashLength(bytes, i, end)
    if (length === 0) return -1
    i += length
  }
  return count
}

const ZERO = 0x30
const THREE = 0x33

/**
 * Where the nine digits of a French number begin in `phoneDigits`, after its 0 or its country code (`33`, `0033`, with or without the 0 that
 * they replace); -1: it is no French number of ten digits.
 */
export function nationalNumberAt(count: number): number {
  if (count < 9 || phoneDigits[count - 9] === ZERO) return -1
  let prefix = count - 9
  if (prefix > 0 && phoneDigits[prefix - 1] === ZERO) prefix--
  if (prefix === 0) return count === 10 ? 1 : -1
  if (phoneDigits[prefix - 1] !== THREE || phoneDigits[prefix - 2] !== THREE) return -1
  return prefix === 2 || (prefix === 4 && phoneDigits[0] === ZERO && phoneDigits[1] === ZERO) ? count - 9 : -1
}
