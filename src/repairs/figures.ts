// Figures that a program took for a number: grouped by spaces, followed by a fraction of zeros.
import { spaceLength } from './space.js'

/** Whether a fraction of zeros (`.0`, `,00`) stands from `at` to `end`. */
export function isZeroFraction(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end || (bytes[at] !== 0x2e && bytes[at] !== 0x2c)) return false
  for (let i = at + 1; i < end; i++) if (bytes[i] !== 0x30) return false
  return true
}

/** Copies the figures from `start` on, without spaces, up to `room`; a fraction of zeros may follow. Returns how many, or -1. */
export function copyFigures(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number, room: number): number {
  let count = 0
  for (let i = start; i < end; ) {
    const byte = bytes[i]!
    if (byte >= 0x30 && byte <= 0x39) {
      if (count === room) return -1
      out[at + count++] = byte
      i++
      continue
    }
    const space = spaceLength(bytes, i, end)
    if (space === 0) return isZeroFraction(bytes, i, end) ? count : -1
    i += space
  }
  return count
}
