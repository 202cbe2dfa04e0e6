/** Where the two numbers of a point stand, the spaces around them left out. */
export interface PointSpans {
  lon: number
  lonEnd: number
  lat: number
  latEnd: number
}

const SPACE = 0x20
const COMMA = 0x2c
const MINUS = 0x2d
const ZERO = 0x30
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

/**
 * Finds two texts on either side of a comma, in brackets where `isArray`. False where the slow path must say: no comma, or a number
 * that JSON would not take. Whether the texts are numbers is for the caller to see.
 */
export function findPointSpans(bytes: Uint8Array, start: number, end: number, isArray: boolean, out: PointSpans): boolean {
  if (isArray) {
    while (start < end && bytes[start] === SPACE) start++
    while (end > start && bytes[end - 1] === SPACE) end--
    if (end - start < 2 || bytes[start] !== OPEN_BRACKET || bytes[end - 1] !== CLOSE_BRACKET) return false
    start++
    end--
  }
  let comma = start
  while (comma < end && bytes[comma] !== COMMA) comma++
  if (comma === end) return false
  out.lon = skipSpaces(bytes, start, comma)
  out.lonEnd = trimSpaces(bytes, out.lon, comma)
  out.lat = skipSpaces(bytes, comma + 1, end)
  out.latEnd = trimSpaces(bytes, out.lat, end)
  return !isArray || (!hasOuterZero(bytes, out.lon) && !hasOuterZero(bytes, out.lat))
}

function skipSpaces(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && bytes[at] === SPACE) at++
  return at
}

function trimSpaces(bytes: Uint8Array, start: number, end: number): number {
  while (end > start && bytes[end - 1] === SPACE) end--
  return end
}

/** `01`, which is no number in JSON. */
function hasOuterZero(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === MINUS) at++
  const next = bytes[at + 1]! - ZERO
  return bytes[at] === ZERO && next >>> 0 <= 9
}
