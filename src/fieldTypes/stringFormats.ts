// The formats of a string field besides the default one, as lax as Validata has them; all decided on bytes, linear in the text.
import { isEmail } from './isEmail.js'

type TextTest = (bytes: Uint8Array, start: number, end: number) => boolean

export const stringFormats: Readonly<Record<string, TextTest>> = {
  email: isEmail,
  uri: isUri,
  uuid: isUuid,
  binary: isBase64,
}

const LINE_FEED = 0x0a
const PLUS = 0x2b
const HYPHEN = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const COLON = 0x3a
const EQUALS = 0x3d

/** A scheme and a colon (RFC 3986, 3.1): nothing else is asked of a URI. */
function isUri(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || !isLetter(bytes[start]!)) return false
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!
    if (byte === COLON) return true
    if (!isLetter(byte) && !isDigit(byte) && byte !== PLUS && byte !== HYPHEN && byte !== DOT) return false
  }
  return false
}

/** Hexadecimal digits in groups of 8-4-4-4-12; a final line feed passes. */
function isUuid(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length !== 36 && !(length === 37 && bytes[end - 1] === LINE_FEED)) return false
  for (let i = 0; i < 36; i++) {
    const byte = bytes[start + i]!
    const good = i === 8 || i === 13 || i === 18 || i === 23 ? byte === HYPHEN : isHexadecimal(byte)
    if (!good) return false
  }
  return true
}

/**
 * Base64 as Python's `b64decode` takes it: ASCII, foreign characters passed over, nothing read after the padding, and no
 * group left unfinished.
 */
function isBase64(bytes: Uint8Array, start: number, end: number): boolean {
  let inGroup = 0
  let padding = 0
  let padded = false
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte >= 0x80) return false
    if (padded) continue
    if (byte === EQUALS) {
      if (inGroup >= 2) padding++
      padded = inGroup >= 2 && inGroup + padding >= 4
    } else if (isLetter(byte) || isDigit(byte) || byte === PLUS || byte === SLASH) {
      inGroup = (inGroup + 1) % 4
      padding = 0
    }
  }
  return padded || inGroup === 0
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isHexadecimal(byte: number): boolean {
  const lower = byte | 0x20
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66)
}
