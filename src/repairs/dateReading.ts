// Dates as people write them, in figures or in French words. Years have four figures: two would be a guess.
import { readPair } from '../core/words.js'
import { dashLength, fold, wordEnd } from './fold.js'
import { textStart } from './space.js'

const SLASH = 0x2f
const DOT = 0x2e
const DASH = 0x2d
const COLON = 0x3a

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return false
  return day < 29 || month !== 2 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

/** The order in which a date was written; `dayOrMonthFirst`: the year comes last. */
export const DATE_ORDER = { none: 0, yearFirst: 1, dayOrMonthFirst: 2, written: 3 } as const

/** What was read; made once per compiled repair, so that reading allocates nothing. */
export interface DateReading {
  order: number
  year: number
  /** The month, or in `dayOrMonthFirst` the first of the two numbers. */
  month: number
  /** The day, or in `dayOrMonthFirst` the second of the two numbers. */
  day: number
}

export const newDateReading = (): DateReading => ({ order: DATE_ORDER.none, year: 0, month: 0, day: 0 })

function figuresEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at
  while (to < end && isDigit(bytes[to]!)) to++
  return to
}

function number(bytes: Uint8Array, at: number, to: number): number {
  let value = 0
  for (let i = at; i < to; i++) value = value * 10 + bytes[i]! - 0x30
  return value
}

/** The mark between the parts of a date: a slash, dot or dash (any dash counts as `-`), else a space; 0: none. */
function markAt(bytes: Uint8Array, at: number, end: number): number {
  if (at < end && (bytes[at] === SLASH || bytes[at] === DOT)) return bytes[at]!
  const from = textStart(bytes, at, end)
  if (from >= end) return 0
  const byte = bytes[from]!
  if (byte === SLASH || byte === DOT) return byte
  if (dashLength(bytes, from, end) > 0) return 0x2d
  return from > at ? 0x20 : 0
}

function afterMark(bytes: Uint8Array, at: number, end: number, mark: number): number {
  const from = textStart(bytes, at, end)
  if (mark === 0x20) return from
  return textStart(bytes, from + (mark === 0x2d ? dashLength(bytes, from, end) : 1), end)
}

/** Four figures and room for a date: its year comes first, if it is one at all. */
export const beginsWithYear = (bytes: Uint8Array, at: number, end: number): boolean =>
  at + 7 < end && isDigit(bytes[at + 3]!) && isDigit(bytes[at + 2]!) && isDigit(bytes[at + 1]!) && isDigit(bytes[at]!)

const PLAIN_LENGTH = '06/12/2022'.length

/** Reads a date with its year last in its commonest form, `06/12/2022`, with any of the three marks and nothing around it. */
export function readPlainDate(bytes: Uint8Array, start: number, end: number, reading: DateReading): boolean {
  const mark = bytes[start + 2]
  if (end - start !== PLAIN_LENGTH || mark !== bytes[start + 5] || (mark !== SLASH && mark !== DOT && mark !== DASH)) return false
  const month = readPair(bytes, start)
  const day = readPair(bytes, start + 3)
  const year = readPair(bytes, start + 6) * 100 + readPair(bytes, start + 8)
  if ((month | day | year) < 0) return false
  reading.order = DATE_ORDER.dayOrMonthFirst
  reading.year = year
  reading.month = month
  reading.day = day
  return true
}

/** Reads a date in figures from `at`; returns where it ends, or -1. Days and months are not checked against the calendar. */
export function readFigureDate(bytes: Uint8Array, at: number, end: number, reading: DateReading): number {
  const firstEnd = figuresEnd(bytes, at, end)
  const firstLength = firstEnd - at
  if (firstLength === 0 || firstLength === 3 || (firstLength > 4 && firstLength !== 8)) return -1
  if (firstLength === 8) {
    reading.order = DATE_ORDER.yearFirst
    reading.year = number(bytes, at, at + 4)
    reading.month = number(bytes, at + 4, at + 6)
    reading.day = number(bytes, at + 6, firstEnd)
    return reading.year >= 1900 && reading.year < 2100 ? firstEnd : -1
  }
  const mark = markAt(bytes, firstEnd, end)
  if (mark === 0) return -1
  const second = afterMark(bytes, firstEnd, end, mark)
  const secondEnd = figuresEnd(bytes, second, end)
  if (secondEnd === second || secondEnd - second > 2 || markAt(bytes, secondEnd, end) !== mark) return -1
  const third = afterMark(bytes, secondEnd, end, mark)
  const thirdEnd = figuresEnd(bytes, third, end)
  const thirdLength = thirdEnd - third
  if (firstLength === 4 ? thirdLength < 1 || thirdLength > 2 : thirdLength !== 4) return -1
  if (firstLength === 4) {
    reading.order = DATE_ORDER.yearFirst
    reading.year = number(bytes, at, firstEnd)
    reading.month = number(bytes, second, secondEnd)
    reading.day = number(bytes, third, thirdEnd)
  } else {
    reading.order = DATE_ORDER.dayOrMonthFirst
    reading.year = number(bytes, third, thirdEnd)
    reading.month = number(bytes, at, firstEnd)
    reading.day = number(bytes, second, secondEnd)
  }
  return thirdEnd
}

/** Months and days of the week as `fold` leaves them; index from 1. */
const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars', 'mar'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout', 'aou'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]
const WEEKDAYS = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'lun',
  'mar',
  'mer',
  'jeu',
  'ven',
  'sam',
  'dim',
  'le',
]

const encoder = new TextEncoder()
const MONTH_WORDS = MONTHS.flatMap((names, index) => names.map((name) => ({ word: encoder.encode(name), month: index + 1 })))
const WEEKDAY_WORDS = WEEKDAYS.map((name) => encoder.encode(name))

const folded = new Uint8Array(16)

function isFolded(word: Uint8Array, length: number): boolean {
  if (word.length !== length) return false
  for (let i = 0; i < length; i++) if (word[i] !== folded[i]) return false
  return true
}

function readMonth(bytes: Uint8Array, at: number, to: number): number {
  const length = fold(bytes, at, to, folded)
  for (let i = 0; i < MONTH_WORDS.length; i++) if (isFolded(MONTH_WORDS[i]!.word, length)) return MONTH_WORDS[i]!.month
  return 0
}

function isWeekday(length: number): boolean {
  for (let i = 0; i < WEEKDAY_WORDS.length; i++) if (isFolded(WEEKDAY_WORDS[i]!, length)) return true
  return false
}

/** Passes over `mardi`, `mar.`, `le`, and what follows them up to the day; returns -1 for any other word. */
function skipWeekday(bytes: Uint8Array, at: number, end: number): number {
  let from = at
  for (;;) {
    const to = wordEnd(bytes, from, end)
    if (to === from) return from
    if (!isWeekday(fold(bytes, from, to, folded))) return -1
    from = textStart(bytes, to, end)
    if (from < end && (bytes[from] === DOT || bytes[from] === 0x2c)) from = textStart(bytes, from + 1, end)
  }
}

/** Reads a date with its month in French (`mardi 6 mai 2025`, `1er janv. 2024`) from `at`; returns where it ends, or -1. */
export function readWrittenDate(bytes: Uint8Array, at: number, end: number, reading: DateReading): number {
  const day = at < end && isDigit(bytes[at]!) ? at : skipWeekday(bytes, at, end)
  if (day < 0) return -1
  let dayEnd = figuresEnd(bytes, day, end)
  if (dayEnd === day || dayEnd - day > 2) return -1
  reading.day = number(bytes, day, dayEnd)
  if (reading.day === 1 && dayEnd + 1 < end && (bytes[dayEnd]! | 0x20) === 0x65 && (bytes[dayEnd + 1]! | 0x20) === 0x72) dayEnd += 2
  const mark = markAt(bytes, dayEnd, end)
  if (mark === 0) return -1
  const word = afterMark(bytes, dayEnd, end, mark)
  const to = wordEnd(bytes, word, end)
  if (to === word) return -1
  reading.month = readMonth(bytes, word, to)
  if (reading.month === 0) return -1
  let year = to < end && bytes[to] === DOT ? to + 1 : to
  if (year < end && markAt(bytes, year, end) === mark) year = afterMark(bytes, year, end, mark)
  else if (year === to) return -1
  const yearEnd = figuresEnd(bytes, year, end)
  if (yearEnd - year !== 4) return -1
  reading.year = number(bytes, year, yearEnd)
  reading.order = DATE_ORDER.written
  return yearEnd
}

/**
 * Whether nothing, or midnight, stands between `at` and `end` (`00:00`, `T00:00:00.000Z`, `00:00:00+02:00`): a date cell that a program
 * wrote with its time. Any other hour belongs to the value and is not dropped.
 */
export function isMidnightOrNothing(bytes: Uint8Array, at: number, end: number): boolean {
  let i = at
  if (i === end) return true
  if ((bytes[i]! | 0x20) === 0x74) i++
  else {
    i = textStart(bytes, at, end)
    if (i === at) return false
  }
  for (let part = 0; part < 3; part++) {
    if (part > 0) {
      if (i >= end || bytes[i] !== COLON) {
        if (part === 1) return false
        break
      }
      i++
    }
    const to = figuresEnd(bytes, i, end)
    if (to === i || to - i > 2 || number(bytes, i, to) !== 0) return false
    i = to
  }
  if (i + 1 < end && bytes[i] === DOT && isDigit(bytes[i + 1]!)) {
    const to = figuresEnd(bytes, i + 1, end)
    for (let j = i + 1; j < to; j++) if (bytes[j] !== 0x30) return false
    i = to
  }
  if (i === end) return true
  if ((bytes[i]! | 0x20) === 0x7a) return i + 1 === end
  if (bytes[i] !== 0x2b && bytes[i] !== 0x2d) return false
  const hours = figuresEnd(bytes, i + 1, end)
  if (hours - i !== 3 && hours - i !== 5) return false
  return hours === end || (hours - i === 3 && bytes[hours] === COLON && hours + 3 === end && figuresEnd(bytes, hours + 1, end) === end)
}
