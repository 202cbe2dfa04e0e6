// Escapes that stand for one character, inside a class and out of it.
import { PatternError } from './patternError.js'
import type { Reader } from './reader.js'

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

export const isOctal = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '7' && char.length === 1
const isHex = (char: string): boolean => /^[0-9a-fA-F]$/.test(char)

/** The code point; `char` is what follows the backslash. Names (`\N{…}`) are not understood. */
export function readCharEscape(reader: Reader, char: string): number {
  const control = CONTROLS[char]
  if (control !== undefined) return control
  const length = HEX_DIGITS[char]
  if (length !== undefined) {
    const digits = reader.takeWhile(isHex, length)
    const value = Number.parseInt(digits, 16)
    if (digits.length < length || value > 0x10ffff) throw new PatternError('bad-escape')
    return value
  }
  if (char === '0') return Number.parseInt(`0${reader.takeWhile(isOctal, 2)}`, 8)
  if (/^[0-9A-Za-z]$/.test(char)) throw new PatternError('bad-escape')
  return char.codePointAt(0)!
}
