// Dates and times of format `any`: what python-dateutil, Validata's reader, takes in common use, English words included.
// https://dateutil.readthedocs.io/en/stable/parser.html
import { MONTHS, WEEKDAYS } from './strptimeFormat.js'

/** What a text says; what it leaves out is absent. */
export interface LooseMoment {
  year?: number
  month?: number
  day?: number
  hour?: number
  minute?: number
  second?: number
  microsecond?: number
  /** Seconds east of UTC. */
  offset?: number
}

const LONGEST = 100
const HALF = '(?:\\s*(?<half>[ap])(?:\\.?m\\.?)?(?![a-z]))'
const ZONE = '(?:\\s*(?:(?<utc>z|utc|gmt)|ces?t|(?<sign>[-+])(?<zoneHours>\\d\\d?):?(?<zoneMinutes>\\d\\d)?))?(?![\\da-z])'
/** `9 am`; `10h`, `10h30`; `10:30`, `10:30:00.5`; the digits that follow a date of eight, as in `20240131T1030`. */
const TIMES = [
  `(?<![\\d:.])(?<hour>\\d\\d?)${HALF}${ZONE}`,
  `(?<![\\d:.])(?<hour>\\d\\d?)\\s*h(?![a-z])(?:\\s*(?<minute>\\d\\d?)(?:\\s*m(?:in)?)?)?${ZONE}`,
  `(?<![\\d:.])(?<hour>\\d\\d?):(?<minute>\\d\\d?)(?::(?<second>\\d\\d?)(?:[.,](?<fraction>\\d+))?)?${HALF}?${ZONE}`,
  `(?<=(?<!\\d)\\d{8}t?)(?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)?${ZONE}`,
].map((source) => new RegExp(source, 'i'))

/** Words and marks that say nothing. */
const JUMPS = new Set([..." \t\n\v\f\r.,;-/'", 'at', 'on', 'and', 'ad', 'm', 't', 'of', 'st', 'nd', 'rd', 'th'])

/**
 * Reads a moment; undefined when the text is not one (a weekday alone is none). The numbers of a date are month, day, year; a first one above 12 is the
 * day; one above 31, or of more than two digits, is the year. Whether the calendar has the date is for the caller to see.
 */
export function readLooseMoment(written: string): LooseMoment | undefined {
  if (written.length > LONGEST) return undefined
  const text = written.replace(/\s/g, ' ')
  for (const expression of TIMES) {
    const match = expression.exec(text)
    if (match === null) continue
    const time = readTime(match.groups ?? {})
    const date = readDate(`${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`)
    return time && date && { ...date, ...time }
  }
  const date = readDate(text)
  return date && Object.keys(date).length > 0 ? date : undefined
}

function readTime(groups: Readonly<Record<string, string | undefined>>): LooseMoment | undefined {
  const { half, utc, sign, zoneHours = '0', zoneMinutes = '0' } = groups
  let hour = Number(groups.hour)
  const minute = Number(groups.minute ?? 0)
  const second = Number(groups.second ?? 0)
  if (hour > (half ? 12 : 23) || minute > 59 || second > 59 || Number(zoneHours) > 23) return undefined
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const microsecond = Number((groups.fraction ?? '').slice(0, 6).padEnd(6, '0'))
  const offset = (Number(zoneHours) * 3600 + Number(zoneMinutes) * 60) * (sign === '-' ? -1 : 1)
  return { hour, minute, second, microsecond, ...((utc ?? sign) && { offset }) }
}

interface Part {
  value: number
  is?: 'year' | 'month'
}

/** Reads the date that is left once the time is taken out; an empty date where there is none. */
function readDate(text: string): LooseMoment | undefined {
  const parts: Part[] = []
  if (/\d,\d/.test(text)) return undefined
  for (const token of text.match(/\d+|[a-z]+|./gis) ?? []) {
    const word = token.toLowerCase()
    const month = word === 'sept' ? 9 : indexOfName(MONTHS, word) + 1
    if (/^\d{8}$/.test(token)) parts.push({ value: Number(token.slice(0, 4)), is: 'year' }, part(token.slice(4, 6)), part(token.slice(6)))
    else if (/^\d{6}$/.test(token)) parts.push(part(token.slice(0, 2)), part(token.slice(2, 4)), part(token.slice(4)))
    else if (/^\d+$/.test(token)) parts.push(part(token))
    else if (month > 0) parts.push({ value: month, is: 'month' })
    else if (indexOfName(WEEKDAYS, word) < 0 && !JUMPS.has(word)) return undefined
  }
  return order(parts)
}

function part(digits: string): Part {
  const value = Number(digits)
  return digits.length > 2 ? { value, is: 'year' } : { value }
}

function indexOfName(list: readonly string[], word: string): number {
  return list.findIndex((name) => word === name.toLowerCase() || word === name.slice(0, 3).toLowerCase())
}

/** Says which part is the year, the month, the day; undefined when they cannot be told. */
function order(parts: readonly Part[]): LooseMoment | undefined {
  const [a, b, c] = parts
  const month = parts.findIndex((p) => p.is === 'month')
  const years = parts.filter((p) => p.is === 'year').length
  if (parts.length > 3 || years > 1 || parts.filter((p) => p.is === 'month').length > 1) return undefined
  const isYear = (p: Part | undefined) => p !== undefined && (p.is === 'year' || p.value > 31)
  if (a === undefined) return {}
  if (b === undefined) return month === 0 ? name('m', a) : name(isYear(a) ? 'y' : 'd', a)
  if (c === undefined) {
    if (month >= 0) return name(month === 0 ? (isYear(b) ? 'my' : 'md') : isYear(a) ? 'ym' : 'dm', a, b)
    return name(isYear(a) ? 'ym' : isYear(b) ? 'my' : 'md', a, b)
  }
  if (month === 0) return name(isYear(b) ? 'myd' : 'mdy', a, b, c)
  if (month === 1) return name(isYear(a) ? 'ymd' : 'dmy', a, b, c)
  if (month === 2) return name(isYear(b) ? 'dym' : 'ydm', a, b, c)
  if (isYear(a)) return name('ymd', a, b, c)
  // a year in the middle leaves the last part as the day
  if (b.is === 'year') return name('myd', a, b, c)
  return name(a.value > 12 ? 'dmy' : 'mdy', a, b, c)
}

function name(letters: string, ...parts: readonly Part[]): LooseMoment {
  const moment: LooseMoment = {}
  parts.forEach(({ value, is }, i) => {
    const letter = letters[i]
    if (letter === 'y') moment.year = is === 'year' || value > 99 ? value : value <= 68 ? 2000 + value : 1900 + value
    else if (letter === 'm') moment.month = value
    else moment.day = value
  })
  return moment
}
