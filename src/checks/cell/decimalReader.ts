// Decimal numbers read from bytes without making a string.

const POINT = 0x2e

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power)
const decoder = new TextDecoder()

/** Where the last number read ends. */
export let numberEnd = 0

/**
 * The number that begins at `start` (digits, a sign, `point` before the decimals, an exponent), or NaN where there is none. Sets `numberEnd`.
 * Exact to the last bit: what a double cannot be made from directly is read as text.
 */
export function readDecimalAt(bytes: Uint8Array, start: number, end: number, point = POINT): number {
  let p = start
  const negative = p < end && bytes[p] === 0x2d
  if (negative || (p < end && bytes[p] === 0x2b)) p++
  const first = p
  let value = 0
  let digits = 0
  let decimals = 0
  let pointAt = -1
  for (; p < end; p++) {
    const byte = bytes[p]!
    if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30
      digits++
      if (pointAt >= 0) decimals++
    } else if (byte === point && pointAt < 0) pointAt = p
    else break
  }
  numberEnd = p
  if (digits === 0) return Number.NaN
  const hasExponent = p < end && (bytes[p]! | 0x20) === 0x65
  if (!hasExponent && digits <= 15) {
    const magnitude = decimals === 0 ? value : value / POWERS[decimals]!
    return negative ? -magnitude : magnitude
  }
  if (hasExponent) numberEnd = exponentEnd(bytes, p, end)
  const text = decoder.decode(bytes.subarray(first, numberEnd))
  const magnitude = Number(pointAt >= 0 ? text.replace(String.fromCharCode(point), '.') : text)
  return negative ? -magnitude : magnitude
}

/** Where the exponent that begins at `at` ends; `at` itself when it has no digit. */
function exponentEnd(bytes: Uint8Array, at: number, end: number): number {
  let p = at + 1
  if (p < end && (bytes[p] === 0x2b || bytes[p] === 0x2d)) p++
  const first = p
  while (p < end && bytes[p]! >= 0x30 && bytes[p]! <= 0x39) p++
  return p === first ? at : p
}
