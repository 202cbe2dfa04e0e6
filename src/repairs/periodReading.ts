// Two dates in one cell, each with its year: `13/01/2022 - 12/01/2024`, `du 1er mars 2024 au 4 juin 2024`.
import { type DateReading, readFigureDate, readWrittenDate } from './dateReading.js'
import { dashLength } from './fold.js'
import { textEnd, textStart } from './space.js'

const isLetter = (byte: number | undefined, letter: number): boolean => byte !== undefined && (byte | 0x20) === letter

/** Passes over `du`, `de` and the space after it. */
function skipFrom(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 >= end || !isLetter(bytes[at], 0x64) || !(isLetter(bytes[at + 1], 0x75) || isLetter(bytes[at + 1], 0x65))) return at
  const after = textStart(bytes, at + 2, end)
  return after > at + 2 ? after : at
}

/** Passes over what stands between the two dates: `/`, `_`, a dash, `au` or `à`; -1: something else. */
function skipBetween(bytes: Uint8Array, at: number, end: number): number {
  const from = textStart(bytes, at, end)
  if (from >= end) return -1
  const byte = bytes[from]!
  let length = byte === 0x2f || byte === 0x5f ? 1 : dashLength(bytes, from, end)
  if (length === 0 && from > at && from + 1 < end) {
    if (isLetter(byte, 0x61) && isLetter(bytes[from + 1], 0x75)) length = 2
    else if (byte === 0xc3 && (bytes[from + 1] === 0xa0 || bytes[from + 1] === 0x80)) length = 2
    if (length > 0 && textStart(bytes, from + length, end) === from + length) return -1
  }
  return length === 0 ? -1 : textStart(bytes, from + length, end)
}

function readDate(bytes: Uint8Array, at: number, end: number, reading: DateReading): number {
  const figures = readFigureDate(bytes, at, end, reading)
  return figures >= 0 ? figures : readWrittenDate(bytes, at, end, reading)
}

/** Whether the text from `start` to `end` is two dates and nothing else; leaves them in the two readings. */
export function readPeriod(bytes: Uint8Array, start: number, end: number, first: DateReading, second: DateReading): boolean {
  const from = textStart(bytes, start, end)
  const to = textEnd(bytes, from, end)
  if (to - from < 17) return false
  const firstEnd = readDate(bytes, skipFrom(bytes, from, to), to, first)
  if (firstEnd < 0) return false
  const secondStart = skipBetween(bytes, firstEnd, to)
  return secondStart >= 0 && readDate(bytes, secondStart, to, second) === to
}
