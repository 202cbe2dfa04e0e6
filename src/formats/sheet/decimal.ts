// The text of a number: the shortest decimal that stands for the same value, without exponent.

const MINUS = 45
const POINT = 46
const ZERO = 48
const NINE = 57
/** Every decimal of so many digits stands for a binary number of its own: such a text already is the shortest. */
const EXACT_DIGITS = 15
const LARGEST_EXPONENT = 308

/** Whether the bytes are what `shortestDecimal` would give. Fast, for nearly all numbers of nearly all files. */
export function isShortestDecimal(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start
  if (bytes[i] === MINUS) i++
  const first = i
  let c = bytes[i]!
  while (i < end && c >= ZERO && c <= NINE) c = bytes[++i]!
  const digits = i - first
  if (digits === 0 || digits > EXACT_DIGITS || (digits > 1 && bytes[first] === ZERO)) return false
  if (i === end) return first === start || bytes[first] !== ZERO
  if (c !== POINT) return false
  const point = i
  c = bytes[++i]!
  while (i < end && c >= ZERO && c <= NINE) c = bytes[++i]!
  return i === end && i > point + 1 && digits + i - point - 1 <= EXACT_DIGITS && bytes[end - 1] !== ZERO
}

/**
 * Undefined: no number. Whole numbers written out keep all their digits, as do decimals of 15 significant digits at most; beyond, digits
 * are the noise of binary fractions (47800.199999999997), and what counts is the number that they stand for.
 */
export function shortestDecimal(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^\s*([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?\s*$/.exec(text) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  if (whole + fraction === '') return undefined
  if (digits === '' || Number(exponent) < -LARGEST_EXPONENT) return '0'
  if (Number(exponent) > LARGEST_EXPONENT) return undefined
  const significant = digits.replace(/0+$/, '').length
  const exact = significant <= EXACT_DIGITS || (fraction === '' && exponent === '0')
  const minus = sign === '-' ? '-' : ''
  if (exact) return minus + placePoint(whole + fraction, whole.length + Number(exponent))
  const rounded = Math.abs(Number(text))
  if (!Number.isFinite(rounded)) return undefined
  const [mantissa = '', power = '0'] = String(rounded).split('e')
  const [head = '', tail = ''] = mantissa.split('.')
  return minus + placePoint(head + tail, head.length + Number(power))
}

/** The digits with a point after so many of them, zeros put or left out where they mean nothing. */
function placePoint(digits: string, point: number): string {
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits
  const at = Math.max(point, 1)
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const fraction = padded.slice(at).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}
