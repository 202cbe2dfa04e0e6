// `_x000D_`: how workbooks write the characters that XML cannot hold. ECMA-376, 22.4.2.4
import { writeUtf8 } from '../writeUtf8.js'

const UNDERSCORE = 95
const X = 120
const ESCAPE_BYTES = 7
const REPLACEMENT = 0xfffd

/** Undoes the escapes of `[from, to)` in place and gives back where the text now ends: it never grows. */
export function undoEscapes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at + ESCAPE_BYTES <= to && !(bytes[at] === UNDERSCORE && bytes[at + 1] === X)) at++
  if (at + ESCAPE_BYTES > to) return to
  let out = at
  while (at < to) {
    let point = readEscape(bytes, at, to)
    if (point < 0) {
      bytes[out++] = bytes[at++]!
      continue
    }
    at += ESCAPE_BYTES
    if (point >= 0xd800 && point < 0xe000) {
      const low = point < 0xdc00 ? readEscape(bytes, at, to) : -1
      const paired = low >= 0xdc00 && low < 0xe000
      point = paired ? 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00) : REPLACEMENT
      if (paired) at += ESCAPE_BYTES
    }
    out = writeUtf8(point, bytes, out)
  }
  return out
}

function readEscape(bytes: Uint8Array, at: number, to: number): number {
  if (at + ESCAPE_BYTES > to || bytes[at] !== UNDERSCORE || bytes[at + 1] !== X || bytes[at + 6] !== UNDERSCORE) return -1
  let point = 0
  for (let i = at + 2; i < at + 6; i++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[i]!), 16)
    if (Number.isNaN(digit)) return -1
    point = point * 16 + digit
  }
  return point
}
