// ISO 8601 as python-dateutil's `isoparse` reads it, Validata's reader of default dates with a time: the slow twin of isoScan.ts.
// https://dateutil.readthedocs.io/en/stable/parser.html#dateutil.parser.isoparse
import { dateOfDay, dateOfIsoWeek, dayNumber, isDate } from './calendar.js'
import { normaliseInteger } from './integerText.js'
import type { Moment } from './strptime.js'

const NOT_ASCII = /[^\x00-\x7f]/
/** Two characters that Python's `int` reads as a number; a sign is taken for a zone, except after a colon. */
const PAIR = '\\d\\d|[\\t-\\r ]\\d|\\d[\\t-\\r ]'
const SIGNED_PAIR = `${PAIR}|\\+\\d|-0`
const FRACTION = '(?:[.,](\\d+))?'
const CLOCK = new RegExp(
  `^(${PAIR})(?::(${SIGNED_PAIR})(?::(${SIGNED_PAIR})${FRACTION})?|(${PAIR})(?:(${PAIR})${FRACTION})?)?` +
    '(?:([Zz])|([-+])(\\d\\d)(?::?(\\d\\d))?)?$',
)

/** A time of day; 24:00:00 keeps its 24. */
type Clock = Pick<Moment, 'hour' | 'minute' | 'second' | 'microsecond' | 'offset'>

/** A time on 1 January 1900; undefined when the text is none. Times shorter than `hh:mm:ss` are refused. */
export function readIsoTime(text: string): Moment | undefined {
  if (text.length < 8 || text[5] !== ':' || NOT_ASCII.test(text)) return undefined
  const clock = readClock(text)
  return clock && { year: 1900, month: 1, day: 1, ...clock, hour: clock.hour % 24 }
}

/** Dates without a time, and times without seconds, are refused. Any one character may stand between date and time. */
export function readIsoMoment(text: string): Moment | undefined {
  if (text.length < 19 || text[16] !== ':' || NOT_ASCII.test(text)) return undefined
  const date = readCalendarDate(text) ?? readOtherDate(text)
  const clock = date && readClock(text.slice(date.end + 1))
  if (date === undefined || clock === undefined || !isDate(date.year, date.month, date.day)) return undefined
  const { year, month, day } = clock.hour === 24 ? dateOfDay(dayNumber(date.year, date.month, date.day) + 1) : date
  return year > 9999 ? undefined : { year, month, day, ...clock, hour: clock.hour % 24 }
}

interface DateAt {
  year: number
  month: number
  day: number
  /** The place after the date. */
  end: number
}

/** `YYYY-MM-DD` or `YYYYMMDD`; whether the calendar has the date is for the caller to see. */
function readCalendarDate(text: string): DateAt | undefined {
  const dash = text[4] === '-' ? 1 : 0
  if (dash === 1 && text[7] !== '-') return undefined
  const end = 8 + dash + dash
  const [year, month, day] = [slot(text, 0, 4), slot(text, 4 + dash, 6 + dash), slot(text, end - 2, end)]
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day, end }
}

/** Weeks, `YYYY-Www-D` or `YYYYWwwD`, and days of the year, `YYYY-DDD` or `YYYYDDD`. */
function readOtherDate(text: string): DateAt | undefined {
  const year = slot(text, 0, 4)
  const dash = text[4] === '-' ? 1 : 0
  const at = 4 + dash
  if (year === undefined || year < 1) return undefined
  if (text[at] === 'W') {
    const dayAt = at + 3 + dash
    const [week, weekday] = [slot(text, at + 1, at + 3), slot(text, dayAt, dayAt + 1)]
    if ((text[at + 3] === '-') !== (dash === 1) || week === undefined || weekday === undefined || weekday < 1 || weekday > 7)
      return undefined
    const date = dateOfIsoWeek(year, week, weekday - 1)
    return date && { ...date, end: dayAt + 1 }
  }
  const day = slot(text, at, at + 3)
  if (day === undefined || day < 1) return undefined
  const date = dateOfDay(dayNumber(year, 1, 1) + day - 1)
  return date.year === year ? { ...date, end: at + 3 } : undefined
}

function readClock(text: string): Clock | undefined {
  const match = CLOCK.exec(text)
  if (match === null) return undefined
  const [, h, m1 = '0', s1 = '0', f1 = '', m2 = '0', s2 = '0', f2 = '', utc, sign, zoneHours = '0', zoneMinutes = '0'] = match
  const [hour, minute, second] = [Number(h), Number(m1) + Number(m2), Number(s1) + Number(s2)]
  const microsecond = Number((f1 + f2).slice(0, 6).padEnd(6, '0'))
  if (hour > 24 || minute > 59 || second > 59 || Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return undefined
  if (hour === 24 && minute + second + microsecond > 0) return undefined
  const offset = (Number(zoneHours) * 3600 + Number(zoneMinutes) * 60) * (sign === '-' ? -1 : 1)
  return { hour, minute, second, microsecond, ...((utc ?? sign) !== undefined && { offset: offset + 0 }) }
}

/** The whole number, not negative, that some characters of the text are for Python's `int`. */
function slot(text: string, start: number, end: number): number | undefined {
  const digits = end > text.length ? undefined : normaliseInteger(text.slice(start, end))
  return digits === undefined || Number(digits) < 0 ? undefined : Number(digits)
}
