const DIGIT = /\p{Nd}/u
const FOREIGN_DIGITS = /(?![0-9])\p{Nd}/gu

/** Writes the decimal digits of every script (１, ١) as ASCII digits. */
export function foldDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, digitValue)
}

/** Unicode gives decimal digits in runs of ten, from zero on; neighbouring runs (the mathematical ones) keep the rhythm. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0
  let first = codePoint
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--
  return String((codePoint - first) % 10)
}
