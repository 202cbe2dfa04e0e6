// Numbers in every shape that Python's `Decimal` takes, from text: the slow twin of plainDecimal.ts.
import { foldDigits } from './foldDigits.js'
import { stripSpaces } from './spaces.js'

const FINITE = /^(-?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([-+]?\d+))?$/i
const INFINITE = /^-?inf(?:inity)?$/i
const NOT_A_NUMBER = /^-?s?nan\d*$/i
/** Bounds of `Decimal`: of the power of the first digit, and of the last one. */
const LARGEST_POWER = 999_999_999_999_999_999n
const SMALLEST_POWER = -1_999_999_999_999_999_997n

/**
 * The text as `Decimal` sees it: no outer space, no underscore, ASCII digits, no plus sign; undefined when it is not a number.
 * Infinities and NaN, payload included, are numbers. The decimal character is a point.
 */
export function normaliseDecimal(text: string): string | undefined {
  const plain = foldDigits(stripSpaces(text))
    .replaceAll('_', '')
    .replace(/^\+(?![-+])/, '')
  if (INFINITE.test(plain) || NOT_A_NUMBER.test(plain)) return plain
  const decimal = readFinite(plain)
  if (decimal === undefined) return undefined
  const first = decimal.power + BigInt(Math.max(decimal.digits.length - 1, 0))
  return first <= LARGEST_POWER && decimal.power >= SMALLEST_POWER ? plain : undefined
}

/** The double nearest to a normalised text. */
export function readDecimal(normalised: string): number {
  if (NOT_A_NUMBER.test(normalised)) return Number.NaN
  if (INFINITE.test(normalised)) return normalised.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return Number(normalised)
}

/** The key of a normalised text, as `writePlainKey` writes it; `inf`, `-inf` and `nan` beside. */
export function decimalKey(normalised: string): string {
  const decimal = readFinite(normalised)
  if (decimal === undefined) {
    const value = readDecimal(normalised)
    return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf'
  }
  let end = decimal.digits.length
  while (end > 0 && decimal.digits[end - 1] === '0') end--
  if (end === 0) return '0'
  const power = decimal.power + BigInt(decimal.digits.length - end)
  return decimal.sign + decimal.digits.slice(0, end) + (power === 0n ? '' : `e${power}`)
}

/** The digits from the first one that is not 0, and the power of ten of the last one. */
function readFinite(plain: string): { sign: string; digits: string; power: bigint } | undefined {
  const match = FINITE.exec(plain)
  if (!match) return undefined
  const [, sign = '', whole = '', fractionOfWhole = '', fractionAlone = '', power = '0'] = match
  const fraction = fractionOfWhole + fractionAlone
  return { sign, digits: (whole + fraction).replace(/^0+/, ''), power: BigInt(power.replace('+', '')) - BigInt(fraction.length) }
}
