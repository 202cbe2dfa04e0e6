// Text of a cell as a worksheet holds it: markup escaped, what XML cannot hold as `_x000B_`. ECMA-376, 22.4.2.4
import type { ByteText } from '../sheet/byteText.js'

const encoder = new TextEncoder()
const MARKUP = new Map<number, Uint8Array>([
  [0x26, encoder.encode('&amp;')],
  [0x3c, encoder.encode('&lt;')],
  [0x3e, encoder.encode('&gt;')],
])
const TAB = 0x09
const LF = 0x0a
const UNDERSCORE = 0x5f
const X = 0x78
/** Begins U+FFFE and U+FFFF, which XML cannot hold either. */
const LAST_BLOCK = 0xef
const ESCAPE_LENGTH = 7
/** The longest that one byte becomes, by that much. */
export const ESCAPED_GROWTH = ESCAPE_LENGTH

const PLAIN = 0
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && byte !== TAB && byte !== LF) || MARKUP.has(byte) || byte === UNDERSCORE || byte === LAST_BLOCK ? 1 : PLAIN,
)

/** Room for `ESCAPED_GROWTH` bytes by byte is reserved. */
export function escapeText(bytes: Uint8Array, from: number, to: number, out: ByteText): void {
  const target = out.bytes
  let at = out.length
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    if (SPECIAL[byte] === PLAIN) {
      target[at++] = byte
      continue
    }
    out.length = at
    i += escapeSpecial(bytes, i, to, out)
    at = out.length
  }
  out.length = at
}

/** Writes the character at `i`, and gives back how many bytes more than one it took. */
function escapeSpecial(bytes: Uint8Array, i: number, to: number, out: ByteText): number {
  const byte = bytes[i]!
  const markup = MARKUP.get(byte)
  if (markup !== undefined) out.put(markup)
  else if (byte < 0x20) out.put(encoder.encode(escapeOf(byte)))
  else if (byte === UNDERSCORE && looksEscaped(bytes, i, to)) out.put(encoder.encode(escapeOf(UNDERSCORE)))
  else if (byte === LAST_BLOCK && bytes[i + 1] === 0xbf && bytes[i + 2]! >= 0xbe) {
    out.put(encoder.encode(escapeOf(bytes[i + 2] === 0xbe ? 0xfffe : 0xffff)))
    return 2
  } else out.bytes[out.length++] = byte
  return 0
}

const escapeOf = (unit: number): string => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`

/** A text that would be read as an escape. */
function looksEscaped(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + ESCAPE_LENGTH > to || (bytes[at + 1]! | 0x20) !== X || bytes[at + 6] !== UNDERSCORE) return false
  for (let i = at + 2; i < at + 6; i++) if (!isHex(bytes[i]!)) return false
  return true
}

const isHex = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
