import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'

const SPACE = 0x20
/** Code points of the bytes 0x80 to 0x9F in windows-1252; the five that it leaves out stand for themselves. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
]
const HIGHEST = 0x2122
/** By code point: its byte in windows-1252, 0 for those that have none. Below U+0100 the byte is the code point. */
const BYTE = new Uint8Array(HIGHEST + 1)
for (let point = 0x80; point <= 0xff; point++) BYTE[point] = point
HIGH.forEach((point, index) => {
  BYTE[point] = 0x80 + index
})

/**
 * Undoes one reading of UTF-8 as windows-1252: from `start` to `end` of `bytes` into `out` (which may be `bytes` itself, with `start` 0).
 * Without `out` it only tells. Returns the length, or -1 where a character is not one of windows-1252 or the outcome is not UTF-8 with at least one accent.
 */
function decodeOnce(bytes: Uint8Array, start: number, end: number, out?: Uint8Array): number {
  let length = 0
  let pending = 0
  let low = 0x80
  let high = 0xbf
  let characters = 0
  for (let i = start; i < end; ) {
    const first = bytes[i]!
    let point = first
    let size = 1
    if (first >= 0xf0) return -1
    if (first >= 0xe0) {
      if (i + 2 >= end) return -1
      point = ((first & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f)
      size = 3
    } else if (first >= 0xc0) {
      if (i + 1 >= end) return -1
      point = ((first & 0x1f) << 6) | (bytes[i + 1]! & 0x3f)
      size = 2
    } else if (first >= 0x80) return -1
    i += size
    let byte = point
    if (point >= 0x80) {
      byte = point <= HIGHEST ? BYTE[point]! : 0
      if (byte === 0) return -1
    }
    if (pending > 0) {
      if (byte < low || byte > high) return -1
      pending--
      low = 0x80
      high = 0xbf
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) return -1
      pending = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
      low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
      high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
      characters++
    }
    if (out !== undefined) out[length] = byte
    length++
  }
  return pending === 0 && characters > 0 ? length : -1
}

/** `Â` to `ô`, as UTF-8: the characters that stand for the first byte of another one. */
function looksMisread(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 1 < end; i++) {
    if (bytes[i] !== 0xc3) continue
    const second = bytes[i + 1]!
    if (second >= 0x82 && second <= 0xb4) return true
  }
  return false
}

/** `MarchÃ©` for `Marché`, even misread several times over, in fields with allowed values or a pattern. Undone as a whole or not at all. */
export const mojibake: Repair = {
  certainty: 'lossless',
  compile(field) {
    const { pattern, enum: allowed } = field.constraints
    const isText = field.type === 'string' || field.type === 'any'
    if (!isText || (pattern === undefined && allowed === undefined && field.options.categories === undefined)) return undefined
    return {
      needs: MARK.beyondAscii,
      propose(bytes, start, end, out) {
        if (!looksMisread(bytes, start, end)) return -1
        let from = start
        let to = end
        // Spaces of ASCII only: a no-break space is the second half of a misread `à`.
        while (from < to && bytes[from]! <= SPACE) from++
        while (to > from && bytes[to - 1]! <= SPACE) to--
        let length = decodeOnce(bytes, from, to, out)
        while (length > 0 && looksMisread(out, 0, length) && decodeOnce(out, 0, length) > 0) length = decodeOnce(out, 0, length, out)
        return length
      },
    }
  },
}
