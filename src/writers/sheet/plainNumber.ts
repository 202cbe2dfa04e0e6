// Numbers that a workbook holds without loss: its programs calculate with 15 significant digits.

const MOST_DIGITS = 15
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30

/** Digits behind the point of a number in plain decimal notation; -1: it has another notation, or more digits than a workbook keeps. */
export function decimalsOf(bytes: Uint8Array, from: number, to: number): number {
  let i = bytes[from] === MINUS ? from + 1 : from
  const first = i
  let significant = 0
  let point = -1
  for (; i < to; i++) {
    const byte = bytes[i]!
    if (byte === POINT) {
      if (point >= 0 || i === first) return -1
      point = i
      continue
    }
    const digit = byte - ZERO
    if (digit < 0 || digit > 9) return -1
    if (significant > 0 || digit > 0) significant++
  }
  const wholeEnd = point < 0 ? to : point
  if (wholeEnd === first || significant > MOST_DIGITS) return -1
  if (wholeEnd > first + 1 && bytes[first] === ZERO) return -1
  if (point === to - 1) return -1
  const decimals = point < 0 ? 0 : to - point - 1
  return decimals > MOST_DIGITS ? -1 : decimals
}
