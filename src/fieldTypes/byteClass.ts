// Which bytes a type can have in an accepted text: most wrong cells are refused on sight, without making a string.

/** First bytes of the digits (general category Nd) and of the spaces beyond ASCII: of all that such types take, nothing else is not ASCII. */
const FIRST_BYTES = [0xc2, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xe2, 0xe3, 0xea, 0xef, 0xf0]
/** Where spaces are, and no digits: U+2000 to U+207F, of all that begins with this byte. */
const GENERAL_PUNCTUATION = 0xe2
const LAST_OF_SPACES = 0x81

/** Of a byte: what the next one is has to be looked at. */
const LOOK = 2

/** By byte, 1 or `LOOK`: the ASCII characters given, and what digits and spaces of every script consist of. */
export function compileByteClass(characters: string): Uint8Array {
  const byteClass = new Uint8Array(256).fill(1, 0x80, 0xc0)
  for (const byte of FIRST_BYTES) byteClass[byte] = byte === GENERAL_PUNCTUATION ? LOOK : 1
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    if (code < 0x80) byteClass[code] = 1
  }
  return byteClass
}

/** Whether the text may hold nothing but what the class was made for. */
export function everyByteIn(byteClass: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const held = byteClass[bytes[i]!]!
    if (held !== 1 && (held !== LOOK || bytes[i + 1]! > LAST_OF_SPACES)) return false
  }
  return true
}
