import type { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CellCheck } from '../../core/check.js'
import { isEuropeanEmergency, isFrenchShortNumber } from './frenchShortNumbers.js'
import { rememberVerdicts } from './verdictMemory.js'

/** No number is longer, whatever is written around it. */
const LONGEST = 250
const FRANCE = '33'
/** Fixed lines of Guadeloupe, Guyane and La Réunion, which have country codes of their own but are dialled as French numbers. */
const OVERSEAS_FIXED = /^(?:262|590|594)\d{6}$/

let parse: typeof parsePhoneNumberFromString | undefined
const decoder = new TextDecoder()

/** A French number of ten digits, with spaces, dots, dashes or slashes between them, that needs no further asking. */
export function isPlainFrenchNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0
  let first = 0
  let second = 0
  let third = 0
  let wasDigit = false
  for (let p = start; p < end; p++) {
    const byte = bytes[p]!
    const digit = byte - 0x30
    wasDigit = digit >= 0 && digit <= 9
    if (wasDigit) {
      digits++
      if (digits === 1) {
        if (digit !== 0) return false
      } else if (digits === 2) first = digit
      else if (digits === 3) second = digit
      else if (digits === 4) third = digit
    } else if (digits === 0 || (byte !== 0x20 && byte !== 0x2e && byte !== 0x2d && byte !== 0x2f)) return false
  }
  return digits === 10 && wasDigit && isAttributed(first, second, third)
}

/** Whether geographic numbers and mobiles begin so, after their 0. Overseas mobiles (0690, 0692 …) do not: they need their country code. */
function isAttributed(first: number, second: number, third: number): boolean {
  if (first === 4) return second >= 1
  if (first === 6) return second === 3 ? third <= 8 : second === 9 ? third === 5 || third >= 8 : true
  if (first === 7) return second >= 3
  return first === 1 || first === 2 || first === 3 || first === 5
}

function isNumber(text: string): boolean {
  const begins = text.search(/[+＋\d]/)
  if (begins < 0 || parse === undefined) return false
  // What stands before the number, and the marks after it, belong to no number.
  const written = text.slice(begins).replace(/[^\p{L}\p{N}#]+$/u, '')
  if (isShort(written)) return true
  const number = parse(written, { defaultCountry: 'FR', extract: false })
  if (number === undefined) return false
  return number.isValid() || (number.countryCallingCode === FRANCE && OVERSEAS_FIXED.test(number.nationalNumber))
}

function isShort(written: string): boolean {
  if (!/^\+?[\d .()/\u00a0-]+$/.test(written)) return false
  const digits = written.replace(/\D/g, '')
  // Two digits are a number only when nothing stands between them.
  if (digits.length < 3 && written !== digits) return false
  const [prefix] = /^(?:\+|00)/.exec(written.replace(/[^\d+]/g, '')) ?? []
  if (prefix === undefined) return isFrenchShortNumber(digits)
  const international = prefix === '+' ? digits : digits.slice(2)
  return international.startsWith(FRANCE) ? isFrenchShortNumber(international.slice(FRANCE.length)) : isEuropeanEmergency(international)
}

/** A telephone number that can be dialled from France: ten digits, a short number, or an international number with its prefix. */
export const phoneNumberValue: CellCheck = {
  type: 'phone-number-value',
  async prepare() {
    parse ??= (await import('libphonenumber-js/max')).parsePhoneNumberFromString
  },
  compile() {
    const slowly = rememberVerdicts((bytes, start, end) =>
      end - start <= LONGEST && isNumber(decoder.decode(bytes.subarray(start, end))) ? 0 : 1,
    )
    return { test: (bytes, start, end) => (isPlainFrenchNumber(bytes, start, end) ? 0 : slowly(bytes, start, end)) }
  },
}
