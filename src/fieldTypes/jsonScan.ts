// JSON texts checked on bytes, without making a value, as Python's `json` takes them: RFC 8259, and NaN, Infinity, -Infinity.

/** Deeper texts are refused: what reads a value back may recurse. */
export const MAX_JSON_DEPTH = 256

const QUOTE = 0x22
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const BACKSLASH = 0x5c
const LOWER_U = 0x75
export const COMMA = 0x2c
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const COLON = 0x3a

const codes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const LITERALS = new Map(['true', 'false', 'null', 'NaN', 'Infinity'].map((word) => [word.charCodeAt(0), codes(word)]))
const MINUS_INFINITY = codes('-Infinity')
const ESCAPES = new Set('"\\/bfnrt'.split('').map((char) => char.charCodeAt(0)))

/** Whether the whole text is one JSON value that begins with the byte `first`, outer white space set aside. */
export function isJson(first: number, bytes: Uint8Array, start: number, end: number): boolean {
  const at = skipJsonSpaces(bytes, start, end)
  if (at === end || bytes[at] !== first) return false
  const after = skipJsonValue(bytes, at, end, 0)
  return after >= 0 && skipJsonSpaces(bytes, after, end) === end
}

export function skipJsonSpaces(bytes: Uint8Array, at: number, end: number): number {
  while (at < end) {
    const byte = bytes[at]!
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break
    at++
  }
  return at
}

/** The place after the value that begins at `at`; -1 when there is none. `depth`: of what holds the value. */
export function skipJsonValue(bytes: Uint8Array, at: number, end: number, depth: number): number {
  if (at >= end) return -1
  const first = bytes[at]!
  if (first === QUOTE) return skipString(bytes, at, end)
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return depth < MAX_JSON_DEPTH ? skipContainer(bytes, at, end, depth + 1) : -1
  if (first === MINUS || isDigit(first)) return skipNumber(bytes, at, end)
  const literal = LITERALS.get(first)
  return literal === undefined ? -1 : skipWord(literal, bytes, at, end)
}

function skipContainer(bytes: Uint8Array, at: number, end: number, depth: number): number {
  const isObject = bytes[at] === OPEN_BRACE
  const close = isObject ? CLOSE_BRACE : CLOSE_BRACKET
  at = skipJsonSpaces(bytes, at + 1, end)
  if (at < end && bytes[at] === close) return at + 1
  for (;;) {
    if (isObject) {
      if (at >= end || bytes[at] !== QUOTE) return -1
      at = skipString(bytes, at, end)
      if (at < 0) return -1
      at = skipJsonSpaces(bytes, at, end)
      if (at >= end || bytes[at] !== COLON) return -1
      at = skipJsonSpaces(bytes, at + 1, end)
    }
    at = skipJsonValue(bytes, at, end, depth)
    if (at < 0) return -1
    at = skipJsonSpaces(bytes, at, end)
    if (at >= end) return -1
    if (bytes[at] === close) return at + 1
    if (bytes[at] !== COMMA) return -1
    at = skipJsonSpaces(bytes, at + 1, end)
  }
}

function skipString(bytes: Uint8Array, at: number, end: number): number {
  for (at++; at < end; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE) return at + 1
    if (byte < 0x20) return -1
    if (byte !== BACKSLASH) continue
    if (++at >= end) return -1
    if (bytes[at] === LOWER_U) {
      if (at + 4 >= end) return -1
      for (let i = 0; i < 4; i++) if (!isHexadecimal(bytes[++at]!)) return -1
    } else if (!ESCAPES.has(bytes[at]!)) return -1
  }
  return -1
}

function skipNumber(bytes: Uint8Array, at: number, end: number): number {
  const first = at
  if (bytes[at] === MINUS) at++
  if (at >= end) return -1
  if (!isDigit(bytes[at]!)) return skipWord(MINUS_INFINITY, bytes, first, end)
  if (bytes[at] === ZERO) at++
  else at = skipDigits(bytes, at, end)
  if (at + 1 < end && bytes[at] === DOT && isDigit(bytes[at + 1]!)) at = skipDigits(bytes, at + 1, end)
  if (at < end && (bytes[at]! | 0x20) === 0x65) {
    let power = at + 1
    if (power < end && (bytes[power] === MINUS || bytes[power] === 0x2b)) power++
    if (power < end && isDigit(bytes[power]!)) at = skipDigits(bytes, power, end)
  }
  return at
}

function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && isDigit(bytes[at]!)) at++
  return at
}

function skipWord(word: Uint8Array, bytes: Uint8Array, at: number, end: number): number {
  if (at + word.length > end) return -1
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return -1
  return at + word.length
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9
}

function isHexadecimal(byte: number): boolean {
  const lower = byte | 0x20
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66)
}
