// ASCII digits and letters, asked of bytes; shared by the checks of codes.

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
export const isUpperCase = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a

/** Whether digits alone stand from `start` to `end`. */
export function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if (!isDigit(bytes[p]!)) return false
  return true
}

/** The number of two digits at `at`, or -1. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30
  const ones = bytes[at + 1]! - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}
