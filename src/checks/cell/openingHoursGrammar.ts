// OpenStreetMap's notation of opening hours: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
// A reader by descent, in one file because its functions share one position: each reads one symbol of that grammar at `at`, and leaves `at`
// where it was when it is not there.
// Lists are read once or twice, never more: the time is linear. Where Validata's reader departs from the specification, so does this one:
// weeks, negative ranks (`Sa[-1]`), open ends without an end (`08:00+`) and holidays before days (`SH Mo`) are refused; a space may stand
// for `:` after months and around `;` on its left; a rule may be empty.

const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const SEMICOLON = 0x3b
const PLUS = 0x2b
const MINUS = 0x2d
const SLASH = 0x2f

const encoder = new TextEncoder()
const wordList = (text: string): Uint8Array[] => text.split(' ').map((word) => encoder.encode(word))

const DAYS = wordList('Mo Tu We Th Fr Sa Su')
const MONTHS = wordList('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
const HOLIDAYS = wordList('PH SH')
const PUBLIC_HOLIDAY = wordList('PH')
const STATES = wordList('open closed off unknown')
const EVENTS = wordList('dawn sunrise sunset dusk')
const ALWAYS = wordList('24/7')
const EASTER = wordList('easter')
const DAY_UNITS = wordList('days day')

let bytes: Uint8Array = new Uint8Array(0)
let at = 0
let end = 0

/** Whether the whole text is one sequence of rules. */
export function readsAsOpeningHours(text: Uint8Array, start: number, stop: number): boolean {
  bytes = text
  at = start
  end = stop
  do readRule()
  while (readSeparator())
  return at === end
}

function readByte(byte: number): boolean {
  if (at >= end || bytes[at] !== byte) return false
  at++
  return true
}

/** The first of the words that stands here. */
function readWord(words: readonly Uint8Array[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    let length = 0
    while (length < word.length && at + length < end && bytes[at + length] === word[length]) length++
    if (length === word.length) {
      at += length
      return true
    }
  }
  return false
}

const digitAt = (position: number): number => {
  const digit = position < end ? bytes[position]! - 0x30 : -1
  return digit <= 9 ? digit : -1
}

/** Exactly two digits, their number at most `highest`. */
function readTwoDigits(highest: number): number {
  const tens = digitAt(at)
  const ones = digitAt(at + 1)
  const number = tens * 10 + ones
  if (tens < 0 || ones < 0 || number > highest) return -1
  at += 2
  return number
}

/** Reads what `read` reads, as often as it comes with commas between. */
function readList(read: () => boolean): boolean {
  if (!read()) return false
  for (let item = at; readByte(COMMA); item = at) {
    if (!read()) {
      at = item
      break
    }
  }
  return true
}

/** All of the parts in a row, or none of them. */
function readAll(...parts: (() => boolean)[]): boolean {
  const from = at
  for (const part of parts) {
    if (!part()) {
      at = from
      return false
    }
  }
  return true
}

const space = (): boolean => readByte(SPACE)
const colon = (): boolean => readByte(COLON)
const slash = (): boolean => readByte(SLASH)
const comma = (): boolean => readByte(COMMA)
const minus = (): boolean => readByte(MINUS)
const sign = (): boolean => readByte(PLUS) || readByte(MINUS)

function readSeparator(): boolean {
  const from = at
  if ((readByte(SEMICOLON) || comma()) && space()) return true
  at = from
  space()
  if (at + 2 < end && bytes[at] === 0x7c && bytes[at + 1] === 0x7c && bytes[at + 2] === SPACE) {
    at += 3
    return true
  }
  at = from
  return false
}

/** May be empty. */
function readRule(): void {
  if (!readWord(ALWAYS)) {
    if (!readAll(readComment, colon)) readWideRanges()
    readSmallRanges()
  }
  space()
  if (readWord(STATES)) readAll(space, readComment)
  else readComment()
}

function readComment(): boolean {
  const from = at
  if (!readByte(QUOTE)) return false
  while (at < end && bytes[at] !== QUOTE) at++
  if (at > from + 1 && readByte(QUOTE)) return true
  at = from
  return false
}

function readWideRanges(): void {
  // A year may begin the days of a month: these are tried first.
  if (!readList(readMonthdayRange) && readList(readYearRange)) readList(readMonthdayRange)
  if (!space() && colon()) space()
}

function readYear(): boolean {
  const first = digitAt(at)
  if (first < 1 || (first === 1 && digitAt(at + 1) !== 9)) return false
  for (let p = at + 1; p < at + 4; p++) if (digitAt(p) < 0) return false
  at += 4
  return true
}

function readYearRange(): boolean {
  if (!readYear()) return false
  if (!readByte(PLUS) && readAll(minus, readYear)) readAll(slash, readNumber)
  return true
}

/** A whole number above 0. */
function readNumber(): boolean {
  const from = at
  let isPositive = false
  while (digitAt(at) >= 0) if (digitAt(at++) > 0) isPositive = true
  if (!isPositive) at = from
  return isPositive
}

const readMonth = (): boolean => readWord(MONTHS)
const readDay = (): boolean => readWord(DAYS)

function readMonthdayRange(): boolean {
  if (readDate()) {
    const isShifted = readDateOffset()
    if (readAll(minus, () => readDate() || readDayNumber())) readDateOffset()
    else if (isShifted) readByte(PLUS)
    return true
  }
  if (!readAll(readYearBefore, readMonth) && !readMonth()) return false
  readAll(minus, readMonth)
  return true
}

function readYearBefore(): boolean {
  if (!readYear()) return false
  space()
  return true
}

function readDate(): boolean {
  const day = (): boolean => readWord(EASTER) || readAll(readMonth, readDayOfMonth)
  return readAll(readYearBefore, day) || day()
}

function readDayOfMonth(): boolean {
  space()
  return readDayNumber()
}

/** One digit or two, from 1 to 31, that are not the hour of a time. */
function readDayNumber(): boolean {
  const from = at
  const first = digitAt(at)
  if (first < 0) return false
  at++
  const second = digitAt(at)
  if (second >= 0) at++
  const number = second < 0 ? first : first * 10 + second
  const isHour = at < end && bytes[at] === COLON && digitAt(at + 1) >= 0
  if (number >= 1 && number <= 31 && digitAt(at) < 0 && !isHour) return true
  at = from
  return false
}

/** `+Mo`, ` -2 days`, or one after the other. */
function readDateOffset(): boolean {
  const isWeekday = readAll(sign, readDay)
  return readDayOffset() || isWeekday
}

const readDayOffset = (): boolean => readAll(space, sign, readNumber, space, () => readWord(DAY_UNITS))

const readTimes = (): boolean => readList(readTimespan)

function readSmallRanges(): void {
  if (!readWeekdays()) {
    readTimes()
    return
  }
  readAll(space, readTimes)
}

function readWeekdays(): boolean {
  if (readList(readHoliday)) {
    readAll(comma, () => readList(readWeekdayRange))
    return true
  }
  if (!readList(readWeekdayRange)) return false
  readAll(comma, () => readList(readHoliday))
  return true
}

function readHoliday(): boolean {
  if (readWord(PUBLIC_HOLIDAY)) {
    readDayOffset()
    return true
  }
  return readWord(HOLIDAYS)
}

function readWeekdayRange(): boolean {
  if (!readDay()) return false
  if (readAll(readRankOpening, () => readList(readRank), readRankClosing)) readDayOffset()
  else readAll(minus, readDay)
  return true
}

const readRankOpening = (): boolean => readByte(0x5b)
const readRankClosing = (): boolean => readByte(0x5d)

function readRankNumber(): boolean {
  const rank = digitAt(at)
  if (rank < 1 || rank > 5) return false
  at++
  return true
}

function readRank(): boolean {
  if (!readRankNumber()) return false
  readAll(minus, readRankNumber)
  return true
}

function readTimespan(): boolean {
  const from = at
  if (!readTime(24)) return false
  if (readAll(minus, () => readTime(48))) {
    if (!readByte(PLUS)) readAll(slash, () => readClock(24) || readTwoDigits(59) >= 0)
    return true
  }
  // An hour of opening without an hour of closing is one that Validata cannot read.
  if (at < end && bytes[at] === PLUS) {
    at = from
    return false
  }
  return true
}

function readTime(lastHour: number): boolean {
  if (readClock(lastHour) || readWord(EVENTS)) return true
  const opens = (): boolean => readByte(0x28)
  const closes = (): boolean => readByte(0x29)
  return readAll(
    opens,
    () => readWord(EVENTS),
    sign,
    () => readClock(24),
    closes,
  )
}

/** `hh:mm`, from 00:00 to the last hour sharp. */
function readClock(lastHour: number): boolean {
  const from = at
  const hour = readTwoDigits(lastHour)
  if (hour >= 0 && readByte(COLON)) {
    const minute = readTwoDigits(59)
    if (minute >= 0 && (hour < lastHour || minute === 0)) return true
  }
  at = from
  return false
}
