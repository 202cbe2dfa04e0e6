// How numbers are written where they are quantities, and telephone numbers.
import { isPlainFrenchNumber } from '../checks/cell/phoneNumberValue.js'

const [SPACE, OPENING, CLOSING, PLUS, DASH, DOT, SLASH, ZERO, NINE, UNDERLINE] = [
  0x20, 0x28, 0x29, 0x2b, 0x2d, 0x2e, 0x2f, 0x30, 0x39, 0x5f,
] as const
const SEPARATORS: ReadonlySet<number> = new Set([SPACE, DOT, DASH, SLASH])
/** No number that a computer calculates with has more that count. */
const MOST_DIGITS = 17
/** https://www.itu.int/rec/T-REC-E.164 */
const INTERNATIONAL_DIGITS = { least: 8, most: 15 }
/** Of France and its overseas territories, each with the digits that follow. https://www.arcep.fr */
const FRENCH_PREFIXES: readonly (readonly [prefix: string, digits: number])[] = [
  ['33', 9],
  ['262', 9],
  ['590', 9],
  ['594', 9],
  ['596', 9],
  ['508', 6],
  ['681', 6],
  ['687', 6],
  ['689', 8],
]

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE

/** Python, and so Validata, takes `13001_3079` for a number. */
export function isQuantity(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0
  let sign = false
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte === UNDERLINE) return false
    if (byte === PLUS && i === start) sign = true
    if (isDigit(byte) && (digits > 0 || byte !== ZERO)) digits++
  }
  return digits <= MOST_DIGITS && !(sign && digits >= INTERNATIONAL_DIGITS.least)
}

export function isFrenchTelephone(bytes: Uint8Array, start: number, end: number): boolean {
  if (isPlainFrenchNumber(bytes, start, end)) return true
  const dialled = internationalDigits(bytes, start, end)
  return (
    dialled !== undefined &&
    FRENCH_PREFIXES.some(([prefix, digits]) => dialled.startsWith(prefix) && dialled.length === prefix.length + digits)
  )
}

export function isInternationalTelephone(bytes: Uint8Array, start: number, end: number): boolean {
  return internationalDigits(bytes, start, end) !== undefined
}

/** Of a number that begins with `+`; what stands between the digits is left out, as is the `(0)` of a number at home. */
function internationalDigits(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (bytes[start] !== PLUS) return undefined
  let digits = ''
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!
    if (byte === OPENING && bytes[i + 1] === ZERO && bytes[i + 2] === CLOSING) i += 2
    else if (isDigit(byte)) digits += String.fromCharCode(byte)
    else if (!SEPARATORS.has(byte)) return undefined
    if (digits.length > INTERNATIONAL_DIGITS.most) return undefined
  }
  return digits.length < INTERNATIONAL_DIGITS.least ? undefined : digits
}
