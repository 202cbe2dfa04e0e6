// Spaces of every kind, and the marks without width that travel with pasted text.

/**
 * Length in bytes of the space or mark without width at `at`; 0: there is none. Soft hyphen and direction marks included, but not what
 * embeds, overrides or isolates a direction (U+202A to U+202E, U+2066 to U+2069): without it the text reads otherwise than it showed.
 */
export function spaceLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!
  if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) return 1
  if (byte < 0xc2 || at + 1 >= end) return 0
  const second = bytes[at + 1]!
  // U+00A0 and U+00AD
  if (byte === 0xc2) return second === 0xa0 || second === 0xad ? 2 : 0
  if (at + 2 >= end) return 0
  const third = bytes[at + 2]!
  if (byte === 0xe2) {
    // U+2000 to U+200F, U+2028, U+2029, U+202F
    if (second === 0x80) return third <= 0x8f || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0
    // U+205F to U+2065
    return second === 0x81 && third >= 0x9f && third <= 0xa5 ? 3 : 0
  }
  if (byte === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0
  return byte === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
}

/** Where the text begins once the spaces before it are passed over. */
export function textStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end) {
    const byte = bytes[at]!
    if (byte > 0x20 && byte < 0xc2) break
    const length = spaceLength(bytes, at, end)
    if (length === 0) break
    at += length
  }
  return at
}

/** Where the text ends once the spaces after it are left out; `start` is where the text begins. */
export function textEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end
  while (at > start) {
    const last = bytes[at - 1]!
    if (last < 0x80) {
      if (last > 0x20 || spaceLength(bytes, at - 1, at) === 0) break
      at--
    } else if (at - 2 >= start && spaceLength(bytes, at - 2, at) === 2) at -= 2
    else if (at - 3 >= start && spaceLength(bytes, at - 3, at) === 3) at -= 3
    else break
  }
  return at
}
