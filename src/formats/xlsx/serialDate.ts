// Days since 1900 or 1904, as workbooks store dates, in ISO 8601. ECMA-376, 18.17.4.1

import type { NumberFormat } from './numberFormat.js'

const DAY_MILLISECONDS = 86_400_000
const DAY_SECONDS = 86_400
/** Excel has a 29 February 1900, which is day 60; before it every day is one off. */
const FALSE_LEAP_DAY = 60
const FIRST_1904 = 1462
/** Days from 1 March 0000 to 30 December 1899, which is day 0 after the false leap day. */
const EPOCH = 693_899
const AFTER_LAST = 2_958_466
const ERA_DAYS = 146_097

const DASH = 45
const COLON = 58
const POINT = 46
const T = 84
const ZERO = 48

/** The longest that `writeSerial` writes. */
export const SERIAL_BYTES = 40

/**
 * Writes what the cell stands for and gives back where it ends; -1 for what no date is, negative or after the year 9999. Fractions of a
 * second are kept where the cell shows them, else the second is rounded as there.
 */
export function writeSerial(serial: number, { kind, fractions }: NumberFormat, date1904: boolean, out: Uint8Array, at: number): number {
  if (kind === 'duration') return writeDuration(serial, fractions, out, at)
  const shifted = date1904 ? serial + FIRST_1904 : serial
  if (!(serial >= 0) || shifted >= AFTER_LAST) return -1
  let day = Math.floor(shifted)
  if (kind === 'date') return writeDay(day, out, at)
  // The fraction of a day is rarely exact in binary: it is rounded to what is shown.
  let milliseconds = fractions ? Math.round((shifted - day) * DAY_MILLISECONDS) : Math.round((shifted - day) * DAY_SECONDS) * 1000
  if (milliseconds >= DAY_MILLISECONDS) {
    milliseconds -= DAY_MILLISECONDS
    day++
  }
  // Before the first day there is no date: 0.5 is noon, whatever its format.
  if (kind === 'time' || (day === 0 && !date1904)) return writeTime(milliseconds, out, at)
  const timeAt = writeDay(day, out, at)
  out[timeAt] = T
  return writeTime(milliseconds, out, timeAt + 1)
}

function writeDay(day: number, out: Uint8Array, at: number): number {
  if (day === FALSE_LEAP_DAY) return writeDate(1900, 2, 29, out, at)
  // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  const days = EPOCH + day + (day < FALSE_LEAP_DAY ? 1 : 0)
  const era = Math.floor(days / ERA_DAYS)
  const ofEra = days - era * ERA_DAYS
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return writeDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1, out, at)
}

function writeDate(year: number, month: number, day: number, out: Uint8Array, at: number): number {
  writeDigits(year, 4, out, at)
  out[at + 4] = DASH
  writeDigits(month, 2, out, at + 5)
  out[at + 7] = DASH
  return writeDigits(day, 2, out, at + 8)
}

function writeTime(milliseconds: number, out: Uint8Array, at: number): number {
  const seconds = Math.floor(milliseconds / 1000)
  writeDigits(Math.floor(seconds / 3600), 2, out, at)
  out[at + 2] = COLON
  writeDigits(Math.floor(seconds / 60) % 60, 2, out, at + 3)
  out[at + 5] = COLON
  const end = writeDigits(seconds % 60, 2, out, at + 6)
  const rest = milliseconds % 1000
  if (rest === 0) return end
  out[end] = POINT
  return writeDigits(rest, 3, out, end + 1)
}

function writeDigits(value: number, count: number, out: Uint8Array, at: number): number {
  let rest = value
  for (let i = at + count - 1; i >= at; i--) {
    out[i] = ZERO + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return at + count
}

/** `PT26H30M`; nothing is `PT0S`. */
function writeDuration(serial: number, fractions: boolean, out: Uint8Array, at: number): number {
  if (!Number.isFinite(serial) || Math.abs(serial) > AFTER_LAST) return -1
  const unit = fractions ? 1000 : 1
  const total = Math.round(Math.abs(serial) * DAY_SECONDS * unit)
  const seconds = (total % (60 * unit)) / unit
  const minutes = Math.floor(total / (60 * unit))
  const hours = Math.floor(minutes / 60)
  const parts = `${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 ? `${minutes % 60}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`
  const text = `${serial < 0 && total > 0 ? '-' : ''}PT${parts === '' ? '0S' : parts}`
  for (let i = 0; i < text.length; i++) out[at + i] = text.charCodeAt(i)
  return at + text.length
}
