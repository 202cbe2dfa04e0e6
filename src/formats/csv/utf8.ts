// Strict UTF-8 on raw bytes: no overlong form, no surrogate, nothing above U+10FFFF.

/** The byte-order mark U+FEFF in UTF-8. */
export const UTF8_MARK = [0xef, 0xbb, 0xbf] as const

/**
 * Bytes taken by the character at `i`. 0: the bytes stop at `to` before its end. Negative: that many bytes are no character
 * (the longest part that could have begun one, as in https://www.unicode.org/versions/latest/core-spec/chapter-3/ D93b).
 */
export function characterLength(bytes: Uint8Array, i: number, to: number): number {
  const lead = bytes[i]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return -1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  let low = 0x80
  let high = 0xbf
  if (lead === 0xe0) low = 0xa0
  else if (lead === 0xed) high = 0x9f
  else if (lead === 0xf0) low = 0x90
  else if (lead === 0xf4) high = 0x8f
  for (let k = 1; k < length; k++) {
    if (i + k >= to) return 0
    const byte = bytes[i + k]!
    if (byte < low || byte > high) return -k
    low = 0x80
    high = 0xbf
  }
  return length
}

/** The first byte from `from` on that is not part of a whole character, or `to`. */
export function firstBadByte(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to) {
    if (bytes[i]! < 0x80) {
      i++
      continue
    }
    const length = characterLength(bytes, i, to)
    if (length <= 0) return i
    i += length
  }
  return to
}

/** `to`, or the start of the character that `to` cuts. */
export function wholeCharacters(bytes: Uint8Array, from: number, to: number): number {
  let i = to - 1
  while (i > from && i > to - 4 && (bytes[i]! & 0xc0) === 0x80) i--
  return i >= from && characterLength(bytes, i, to) === 0 ? i : to
}
