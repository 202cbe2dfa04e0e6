// ISO 8601 as the days since 1900 that workbooks store. ECMA-376, 18.17.4.1

export type MomentKind = 'date' | 'moment' | 'time'
export interface Serial {
  kind: MomentKind
  days: number
}

/** Before 1 March 1900 programs do not count alike: Excel has a 29 February 1900. */
const FIRST_SURE = 61
/** Days from 1 March 0000 to 30 December 1899. */
const EPOCH = 693_899
const DAY_SECONDS = 86_400
const ERA_DAYS = 146_097
const DATE_LENGTH = 10
const TIME_LENGTH = 8
const MOMENT_LENGTH = DATE_LENGTH + 1 + TIME_LENGTH
const DASH = 0x2d
const COLON = 0x3a
const T = 0x54

/** undefined: not of these shapes (`2024-01-31`, `2024-01-31T10:20:30`, `10:20:30`), or before March 1900. The date is one of the calendar. */
export function readSerial(bytes: Uint8Array, from: number, to: number): Serial | undefined {
  const length = to - from
  if (length === TIME_LENGTH) {
    const seconds = readTime(bytes, from)
    return seconds < 0 ? undefined : { kind: 'time', days: seconds / DAY_SECONDS }
  }
  if (length !== DATE_LENGTH && length !== MOMENT_LENGTH) return undefined
  const day = readDate(bytes, from)
  if (!(day >= FIRST_SURE)) return undefined
  if (length === DATE_LENGTH) return { kind: 'date', days: day }
  const seconds = bytes[from + DATE_LENGTH] === T ? readTime(bytes, from + DATE_LENGTH + 1) : -1
  return seconds < 0 ? undefined : { kind: 'moment', days: day + seconds / DAY_SECONDS }
}

function readDate(bytes: Uint8Array, at: number): number {
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return Number.NaN
  const year = readDigits(bytes, at, 4)
  const month = readDigits(bytes, at + 5, 2)
  const day = readDigits(bytes, at + 8, 2)
  // https://howardhinnant.github.io/date_algorithms.html#days_from_civil
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * ERA_DAYS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH
}

/** Seconds since midnight, -1 where it is no time of the day. */
function readTime(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return -1
  const hours = readDigits(bytes, at, 2)
  const minutes = readDigits(bytes, at + 3, 2)
  const seconds = readDigits(bytes, at + 6, 2)
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : -1
}

/** NaN where one is no digit. */
function readDigits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = bytes[i]! - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
