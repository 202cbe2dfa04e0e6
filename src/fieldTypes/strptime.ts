// Dates and times by pattern, as Python's `datetime.strptime` reads them in English, its backtracking included.
// https://docs.python.org/3/library/datetime.html#format-codes
import { dateOfDay, dateOfIsoWeek, dayNumber, dayOfWeek, isDate } from './calendar.js'
import { foldDigits } from './foldDigits.js'
import { SPACES } from './spaces.js'
import { MONTHS, splitFormat, WEEKDAYS } from './strptimeFormat.js'

/** What a text says, what the pattern does not ask for completed as Python does (1900-01-01, midnight). */
export interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  microsecond: number
  /** Seconds east of UTC, where the pattern asks for it. */
  offset?: number
}

/** Longer texts are refused unread: what a pattern may cost is bounded. */
const LONGEST = 100

const DIGIT = '\\p{Nd}'
const names = (list: readonly string[]) => list.join('|')
const shorten = (name: string) => name.slice(0, 3)
const PATTERNS: Readonly<Record<string, string>> = {
  A: names(WEEKDAYS),
  a: names(WEEKDAYS.map(shorten)),
  B: names(MONTHS),
  b: names(MONTHS.map(shorten)),
  d: `3[01]|[12]${DIGIT}|0[1-9]|[1-9]| [1-9]`,
  f: '[0-9]{1,6}',
  G: `${DIGIT}{4}`,
  H: `2[0-3]|[01]${DIGIT}|${DIGIT}`,
  I: '1[0-2]|0[1-9]|[1-9]',
  j: `36[0-6]|3[0-5]${DIGIT}|[12]${DIGIT}{2}|0[1-9]${DIGIT}|00[1-9]|[1-9]${DIGIT}|0[1-9]|[1-9]`,
  M: `[0-5]${DIGIT}|${DIGIT}`,
  m: '1[0-2]|0[1-9]|[1-9]',
  p: 'am|pm',
  S: `6[01]|[0-5]${DIGIT}|${DIGIT}`,
  U: `5[0-3]|[0-4]${DIGIT}|${DIGIT}`,
  u: '[1-7]',
  V: `5[0-3]|0[1-9]|[1-4]${DIGIT}|${DIGIT}`,
  W: `5[0-3]|[0-4]${DIGIT}|${DIGIT}`,
  w: '[0-6]',
  Y: `${DIGIT}{4}`,
  y: `${DIGIT}{2}`,
  Z: 'utc|gmt',
  z: `[-+]${DIGIT}{2}(?<colon>:?)[0-5]${DIGIT}(?:\\k<colon>[0-5]${DIGIT}(?:\\.${DIGIT}{1,6})?)?|Z`,
}

/** Compiles a pattern to a reader of texts; undefined when Python does not know the pattern. */
export function compileStrptime(format: string): ((text: string) => Moment | undefined) | undefined {
  let source = ''
  const seen = new Set<string>()
  for (const part of splitFormat(format)) {
    const directive = /^%(.)$/s.exec(part)?.[1]
    if (directive === '%') source += '%'
    else if (directive !== undefined) {
      const pattern = PATTERNS[directive]
      if (pattern === undefined || seen.has(directive)) return undefined
      seen.add(directive)
      source += `(?<${directive}>${pattern})`
    } else if (part === '%') return undefined
    else source += part.trim() === '' ? `[${SPACES}]+` : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  }
  const expression = new RegExp(`^(?:${source})`, 'iu')
  return (text) => {
    if (text.length > LONGEST) return undefined
    const match = expression.exec(text)
    // not anchored: Python takes the first way to read the beginning, then asks for nothing to be left
    if (match === null || match[0].length !== text.length) return undefined
    return readMoment(match.groups ?? {})
  }
}

function readMoment(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const integer = (directive: string) => {
    const text = groups[directive]
    return text === undefined ? undefined : Number(foldDigits(text))
  }
  const date = readDate(groups, integer)
  const second = integer('S') ?? 0
  const offset = readOffset(groups.z)
  // the pattern knows leap seconds, the value does not
  if (date === undefined || !isDate(date.year, date.month, date.day) || second > 59 || Number.isNaN(offset)) return undefined
  return {
    ...date,
    hour: integer('H') ?? readHour(integer('I'), groups.p) ?? 0,
    minute: integer('M') ?? 0,
    second,
    microsecond: Number((groups.f ?? '').padEnd(6, '0')),
    ...(offset !== undefined && { offset }),
  }
}

type Integer = (directive: string) => number | undefined

function readDate(groups: Readonly<Record<string, string | undefined>>, integer: Integer) {
  const year = integer('Y') ?? century(integer('y'))
  const weekday = readWeekday(groups, integer)
  if (year === 0) return undefined
  const isoYear = integer('G')
  const isoWeek = integer('V')
  let julian = integer('j')
  if (isoYear !== undefined || isoWeek !== undefined) {
    if (isoYear === undefined || isoWeek === undefined || weekday === undefined || julian !== undefined) return undefined
    return dateOfIsoWeek(isoYear, isoWeek, weekday)
  }
  const week = integer('U') ?? integer('W')
  if (julian === undefined && weekday !== undefined && week !== undefined) {
    julian = dayOfWeek(year ?? 1900, week, weekday, groups.U === undefined)
  }
  if (julian !== undefined) return dateOfDay(dayNumber(year ?? 1900, 1, 1) + julian - 1)
  return { year: year ?? 1900, month: integer('m') ?? readMonth(groups) ?? 1, day: integer('d') ?? 1 }
}

function century(year: number | undefined): number | undefined {
  return year === undefined ? undefined : year <= 68 ? 2000 + year : 1900 + year
}

function readMonth({ B, b }: Readonly<Record<string, string | undefined>>): number | undefined {
  return indexOfName(MONTHS, B ?? b, 1)
}

/** 0 for Monday. */
function readWeekday({ A, a }: Readonly<Record<string, string | undefined>>, integer: Integer): number | undefined {
  const named = indexOfName(WEEKDAYS, A ?? a, 0)
  const fromSunday = integer('w')
  const fromMonday = integer('u')
  if (named !== undefined) return named
  if (fromSunday !== undefined) return (fromSunday + 6) % 7
  return fromMonday === undefined ? undefined : fromMonday - 1
}

function indexOfName(list: readonly string[], text: string | undefined, first: number): number | undefined {
  return text === undefined ? undefined : list.findIndex((name) => shorten(name).toLowerCase() === shorten(text).toLowerCase()) + first
}

function readHour(hour: number | undefined, half: string | undefined): number | undefined {
  return hour === undefined ? undefined : (hour % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0)
}

/** Seconds; NaN when it is not less than a day, or when Z is in lower case. */
function readOffset(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z') return text && 0
  if (text === 'z') return Number.NaN
  const [hours = 0, minutes = 0, seconds = 0] = (foldDigits(text).replaceAll(':', '').match(/\d\d/g) ?? []).map(Number)
  const offset = hours * 3600 + minutes * 60 + seconds
  return offset < 86_400 ? (text.startsWith('-') ? -offset : offset) : Number.NaN
}
