// Dates and times of the usual ISO 8601 shape, straight from bytes: the fast twin of isoText.ts.
// Each writes what it finds to `out` and says whether the text has the shape; where it has not, the slow path decides.
import { dayNumber } from './calendar.js'
import { compileDayScan, UNUSUAL } from './dayScan.js'
import type { Instant } from './instant.js'

const scanDay = compileDayScan('%Y-%m-%d') ?? (() => UNUSUAL)
const DATE_LENGTH = 10
const LONGEST_FRACTION = 9
const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const COLON = 0x3a
const SPACE = 0x20
const UPPER_T = 0x54
const UPPER_Z = 0x5a

/** `YYYY-MM-DDTHH:MM:SS`, then a time's fraction and zone; a space may stand for the T. */
export function scanIsoMoment(bytes: Uint8Array, start: number, end: number, out: Instant): boolean {
  const clockAt = start + DATE_LENGTH + 1
  if (end - clockAt < 8) return false
  const mark = bytes[clockAt - 1]
  if (mark !== UPPER_T && mark !== SPACE) return false
  const day = scanDay(bytes, start, clockAt - 1)
  if (day < 0 || !scanIsoTime(bytes, clockAt, end, out)) return false
  out.seconds += dayNumber(day >> 9, (day >> 5) & 15, day & 31) * 86_400
  return true
}

/** `HH:MM:SS`, `.` and digits if need be, then `Z` or `±HH:MM` if need be. */
export function scanIsoTime(bytes: Uint8Array, start: number, end: number, out: Instant): boolean {
  if (end - start < 8 || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return false
  const hour = readPair(bytes, start)
  const minute = readPair(bytes, start + 3)
  const second = readPair(bytes, start + 6)
  if (hour > 23 || minute > 59 || second > 59) return false
  let at = start + 8
  out.seconds = hour * 3600 + minute * 60 + second
  out.microsecond = 0
  out.zoned = at < end
  if (at < end && bytes[at] === DOT) {
    at = scanFraction(bytes, at + 1, end, out)
    if (at < 0) return false
    out.zoned = at < end
  }
  if (at === end) return true
  const sign = bytes[at]
  if (sign === UPPER_Z) return at + 1 === end
  if ((sign !== PLUS && sign !== MINUS) || end - at !== 6 || bytes[at + 3] !== COLON) return false
  const hours = readPair(bytes, at + 1)
  const minutes = readPair(bytes, at + 4)
  if (hours > 23 || minutes > 59) return false
  const offset = hours * 3600 + minutes * 60
  out.seconds += sign === MINUS ? offset : -offset
  return true
}

/** The place after the digits, -1 when there are none or too many. */
function scanFraction(bytes: Uint8Array, at: number, end: number, out: Instant): number {
  const first = at
  let value = 0
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30
    if (digit >>> 0 > 9) break
    if (at - first < 6) value = value * 10 + digit
  }
  const digits = at - first
  if (digits === 0 || digits > LONGEST_FRACTION) return -1
  for (let i = digits; i < 6; i++) value *= 10
  out.microsecond = value
  return at
}

/** Two digits; far above any when they are not. */
function readPair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30
  const units = bytes[at + 1]! - 0x30
  return tens >>> 0 > 9 || units >>> 0 > 9 ? 1000 : tens * 10 + units
}
