// Texts reduced to what makes two words the same: letters without case or accent, digits, and no mark between words.
import { spaceLength } from './space.js'

const FIRST = 0xc0
/** By code point from U+00C0 to U+017F: the plain letter, and the second one of those that stand for two. 0: none. */
const LETTER = new Uint8Array(0x180 - FIRST)
const SECOND_LETTER = new Uint8Array(0x180 - FIRST)
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ĳ: 'ij',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ſ: 's',
  þ: 'th',
  ĸ: 'k',
}
for (let point = FIRST; point < 0x180; point++) {
  const lower = String.fromCodePoint(point).toLowerCase()
  const plain = WITHOUT_DECOMPOSITION[lower] ?? lower.normalize('NFD')
  if (!/^[a-z]/.test(plain)) continue
  LETTER[point - FIRST] = plain.charCodeAt(0)
  if (/^[a-z]{2}$/.test(plain)) SECOND_LETTER[point - FIRST] = plain.charCodeAt(1)
}

const DASH = 0x2d

/** Length in bytes of the dash (hyphen, en dash, minus …) at `at`; 0: there is none. */
export function dashLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]
  if (byte === DASH) return 1
  if (byte !== 0xe2 || at + 2 >= end) return 0
  const third = bytes[at + 2]!
  if (bytes[at + 1] === 0x80) return third >= 0x90 && third <= 0x95 ? 3 : 0
  return bytes[at + 1] === 0x88 && third === 0x92 ? 3 : 0
}

/** Length in bytes of the apostrophe (straight, typographic, accent used as one) at `at`; 0: there is none. */
export function apostropheLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]
  if (byte === 0x27 || byte === 0x60) return 1
  if (byte === 0xe2) return at + 2 < end && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x98 || bytes[at + 2] === 0x99) ? 3 : 0
  if (byte === 0xc2) return at + 1 < end && bytes[at + 1] === 0xb4 ? 2 : 0
  return byte === 0xca && at + 1 < end && bytes[at + 1] === 0xbc ? 2 : 0
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/**
 * Writes to `out` the text without case, accents, spaces, dashes, underscores and apostrophes; returns its length, or -1 when `out` is
 * too small. Between two digits a mark is kept as one dash (`1-2` is not `12`), and so is a dash before a first digit.
 */
export function fold(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0
  let mark = 0
  for (let i = start; i < end; ) {
    const byte = bytes[i]!
    let folded = byte
    let second = 0
    let size = 1
    if (byte < 0x80) {
      if (byte >= 0x41 && byte <= 0x5a) folded = byte + 0x20
      else if (byte <= 0x20 || byte === 0x5f || byte === 0x27 || byte === 0x60 || byte === DASH) {
        mark = byte === DASH ? DASH : mark || 0x20
        i++
        continue
      }
    } else if (byte >= 0xc3 && byte <= 0xc5 && i + 1 < end) {
      const at = (((byte & 0x1f) << 6) | (bytes[i + 1]! & 0x3f)) - FIRST
      const letter = at >= 0 ? LETTER[at]! : 0
      if (letter > 0) {
        folded = letter
        second = SECOND_LETTER[at]!
        size = 2
      }
    } else if ((byte === 0xcc || (byte === 0xcd && bytes[i + 1]! < 0xb0)) && i + 1 < end) {
      // Accents written after their letter.
      i += 2
      continue
    } else {
      const dash = dashLength(bytes, i, end)
      const skip = dash || spaceLength(bytes, i, end) || apostropheLength(bytes, i, end)
      if (skip > 0) {
        mark = dash > 0 ? DASH : mark || 0x20
        i += skip
        continue
      }
    }
    if (length + 3 > out.length) return -1
    if (mark > 0) {
      if (isDigit(folded) && (length > 0 ? isDigit(out[length - 1]!) : mark === DASH)) out[length++] = DASH
      mark = 0
    }
    out[length++] = folded
    if (second > 0) out[length++] = second
    i += size
  }
  return length
}

/** Where the word at `at` ends: letters, French accents included, whether part of their letter or written after it. */
export function wordEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at
  while (to < end) {
    const byte = bytes[to]!
    const letter = byte | 0x20
    if (letter >= 0x61 && letter <= 0x7a) to++
    else if ((byte === 0xc3 || byte === 0xcc) && to + 1 < end) to += 2
    else break
  }
  return to
}
