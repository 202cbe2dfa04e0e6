// Digits of an identifier, read from bytes; shared by SIREN and SIRET.

const NO_BREAK_LEAD = 0xc2
const NO_BREAK_TAIL = 0xa0

/**
 * The digits of a cell, spaces, no-break spaces and dots passed over as Validata does: narrow no-break spaces and line breaks too.
 * Returns how many were written to `digits`, or -1 when anything else stands there or there are more than `digits` holds.
 */
export function readDigits(bytes: Uint8Array, start: number, end: number, digits: Uint8Array): number {
  let count = 0
  for (let p = start; p < end; p++) {
    const byte = bytes[p]!
    if (byte >= 0x30 && byte <= 0x39) {
      if (count === digits.length) return -1
      digits[count++] = byte - 0x30
    } else if (byte === 0x20 || byte === 0x2e || (byte >= 0x09 && byte <= 0x0d)) {
      // ignored
    } else if (byte === NO_BREAK_LEAD && bytes[p + 1] === NO_BREAK_TAIL) {
      p += 1
    } else if (byte === 0xe2 && bytes[p + 1] === 0x80 && (bytes[p + 2] === 0xaf || bytes[p + 2] === 0x89)) {
      p += 2
    } else return -1
  }
  return count
}

/** Luhn's formula over the first `count` digits (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: Uint8Array, count: number): boolean {
  let sum = 0
  for (let i = count - 1, double = false; i >= 0; i--, double = !double) {
    let digit = digits[i]!
    if (double) {
      digit *= 2
      if (digit > 9) digit -= 9
    }
    sum += digit
  }
  return sum % 10 === 0
}
