// Digits of an identifier, read from bytes; shared by SIREN and SIRET.

/**
 * The digits of a cell. Passed over, as Validata does: spaces of every width and dots anywhere, tabs and line breaks around.
 * Returns how many were written to `digits`, or -1 when anything else stands there or there are more than `digits` holds.
 */
export function readDigits(bytes: Uint8Array, start: number, end: number, digits: Uint8Array): number {
  let from = start
  let to = end
  while (from < to && isLineSpace(bytes[from]!)) from++
  while (to > from && isLineSpace(bytes[to - 1]!)) to--
  let count = 0
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!
    if (byte >= 0x30 && byte <= 0x39) {
      if (count === digits.length) return -1
      digits[count++] = byte - 0x30
    } else if (byte !== 0x20 && byte !== 0x2e) {
      const space = wideSpace(bytes, p)
      if (space === 0) return -1
      p += space - 1
    }
  }
  return count
}

const isLineSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)

/** Bytes of the Unicode space (general category Zs beyond ASCII) that begins here; 0: none does. */
function wideSpace(bytes: Uint8Array, p: number): number {
  const byte = bytes[p]!
  const second = bytes[p + 1]!
  if (byte === 0xc2) return second === 0xa0 ? 2 : 0
  if (byte === 0xe1) return second === 0x9a && bytes[p + 2] === 0x80 ? 3 : 0
  if (byte === 0xe3) return second === 0x80 && bytes[p + 2] === 0x80 ? 3 : 0
  if (byte !== 0xe2) return 0
  const third = bytes[p + 2]!
  if (second === 0x80) return (third >= 0x80 && third <= 0x8a) || third === 0xaf ? 3 : 0
  return second === 0x81 && third === 0x9f ? 3 : 0
}

/** Twice a digit, its own digits added up. A table, because what digits follow one another no processor can foresee. */
const DOUBLED = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9)

/** Luhn's formula over the first `count` digits (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: Uint8Array, count: number): boolean {
  let sum = 0
  let i = count - 1
  for (; i > 0; i -= 2) sum += digits[i]! + DOUBLED[digits[i - 1]!]!
  if (i === 0) sum += digits[0]!
  return sum % 10 === 0
}

/**
 * 14 ASCII digits in a row whose key is right, and that of the 9 first as well: the common spelling of a SIRET, in one reading.
 * Pairs, because Luhn doubles every second digit: the even places of the 14, the odd ones of the 9.
 */
export function isPlainSiret(bytes: Uint8Array, start: number): boolean {
  let sum = 0
  let sirenSum = 0
  for (let place = 0; place < 14; place += 2) {
    const first = bytes[start + place]! - 0x30
    const second = bytes[start + place + 1]! - 0x30
    if (first < 0 || first > 9 || second < 0 || second > 9) return false
    sum += DOUBLED[first]! + second
    if (place < 8) sirenSum += first + DOUBLED[second]!
    else if (place === 8) sirenSum += first
  }
  return sum % 10 === 0 && sirenSum % 10 === 0
}
