// Numbers in their common shape, `-?\d+(\.\d+)?`, straight from bytes. `point` is the byte of the decimal character, -1 for none.

const ZERO = 0x30
const MINUS = 0x2d
const EXPONENT = 0x65
/** Integers of up to 15 digits and these powers are exact doubles, so that one division gives the nearest double. */
const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power)

const SPACE = 0x20

/** Whether the text is in the common shape once the spaces around it are gone; false where there are none. */
export function isSpacedDecimal(bytes: Uint8Array, start: number, end: number, point: number): boolean {
  if (bytes[start] !== SPACE && bytes[end - 1] !== SPACE) return false
  const from = afterSpaces(bytes, start, end)
  return isPlainDecimal(bytes, from, beforeSpaces(bytes, from, end), point)
}

function afterSpaces(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  while (i < end && bytes[i] === SPACE) i++
  return i
}

function beforeSpaces(bytes: Uint8Array, start: number, end: number): number {
  let i = end
  while (i > start && bytes[i - 1] === SPACE) i--
  return i
}

/** Whether the text has the common shape. */
export function isPlainDecimal(bytes: Uint8Array, start: number, end: number, point: number): boolean {
  let i = start
  if (i < end && bytes[i] === MINUS) i++
  if (i === end) return false
  let digits = 0
  let points = 0
  for (; i < end; i++) {
    const byte = bytes[i]!
    if (byte >= ZERO && byte <= ZERO + 9) digits++
    else if (byte === point && points === 0 && digits > 0) {
      points = 1
      digits = 0
    } else return false
  }
  return digits > 0
}

/** As `readPlainDecimal`, without the spaces around the text. */
export function readSpacedDecimal(bytes: Uint8Array, start: number, end: number, point: number): number {
  const value = readPlainDecimal(bytes, start, end, point)
  if (!Number.isNaN(value) || (bytes[start] !== SPACE && bytes[end - 1] !== SPACE)) return value
  const from = afterSpaces(bytes, start, end)
  return readPlainDecimal(bytes, from, beforeSpaces(bytes, from, end), point)
}

/** The value of a text in the common shape; NaN when it has another shape or more than 15 digits. */
export function readPlainDecimal(bytes: Uint8Array, start: number, end: number, point: number): number {
  let i = start
  const negative = i < end && bytes[i] === MINUS
  if (negative) i++
  let value = 0
  let digits = 0
  let before = -1
  for (; i < end; i++) {
    const byte = bytes[i]!
    if (byte >= ZERO && byte <= ZERO + 9) {
      value = value * 10 + (byte - ZERO)
      digits++
    } else if (byte === point && before < 0 && digits > 0) before = digits
    else return Number.NaN
  }
  if (digits === 0 || digits > 15 || digits === before) return Number.NaN
  if (before >= 0) value /= POWERS[digits - before]!
  return negative ? -value : value
}

/**
 * Writes the key of a text in the common shape: sign, significant digits without outer zeros, and `e` with the power of ten
 * where it is not 0; `0` for every zero. At most 4 bytes longer than the text. Returns -1 when the text has another shape.
 */
export function writePlainKey(bytes: Uint8Array, start: number, end: number, point: number, out: Uint8Array): number {
  if (!isPlainDecimal(bytes, start, end, point)) return -1
  let i = start
  let length = 0
  if (bytes[i] === MINUS) {
    out[length++] = MINUS
    i++
  }
  const first = length
  let last = first
  let power = 0
  let fraction = false
  for (; i < end; i++) {
    const byte = bytes[i]!
    if (byte === point) {
      fraction = true
      continue
    }
    if (fraction) power--
    if (byte === ZERO && length === first) continue
    out[length++] = byte
    if (byte !== ZERO) last = length
  }
  if (last === first) {
    out[0] = ZERO
    return 1
  }
  power += length - last
  return power === 0 ? last : writePower(power, out, last)
}

function writePower(power: number, out: Uint8Array, at: number): number {
  out[at++] = EXPONENT
  if (power < 0) {
    out[at++] = MINUS
    power = -power
  }
  let unit = 1
  while (unit * 10 <= power) unit *= 10
  for (; unit >= 1; unit = Math.floor(unit / 10)) out[at++] = ZERO + (Math.floor(power / unit) % 10)
  return at
}
