/** How many units of UTF-16 these bytes of UTF-8 are. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let length = 0
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    // Bytes that go on with a character count nothing; a character of four bytes is two units.
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1
  }
  return length
}
