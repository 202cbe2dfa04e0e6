// How far two texts may differ and still have one verdict.
import { areFigures } from './words.js'

/**
 * `exact`: not at all. `figures`: in figures other than 0. `years`: in the year that they end with after a slash, dot or dash, both leap
 * years or both not where 29 stands before it. `allFigures`: in any figure, years included. Bits, those that hold of more texts above the
 * others.
 */
export const ALIKE = { exact: 1, figures: 2, years: 4, allFigures: 8 } as const

/** What makes no difference to a repair, a type or a pattern: bits of `ALIKE`. */
export const INDIFFERENT = { none: 1, figures: 3, years: 5, allFigures: 15 } as const

/** The bit of those texts that are most. */
export const widest = (alike: number): number => 1 << (31 - Math.clz32(alike))

// Four figures, the first of them in the lowest byte.
const LEAP_YEAR = 0x30303032
const COMMON_YEAR = 0x31303032
/** Bytes of `1/2/2024` and `01/02/2024`. */
const SHORTEST = 8
const LONGEST = 10

/** `29`: elsewhere it makes no difference whether a year has a day more. */
const LEAP_DAY = 0x3932

const isDateMark = (byte: number): boolean => byte === 0x2f || byte === 0x2e || byte === 0x2d

/**
 * Writes the three words of a text of so many bytes to `out` as all texts that are alike in `years` have them, with 2000 or 2001; false: it
 * does not end with a year from 1000 on.
 */
export function withYearAlike(text: Int32Array, length: number, out: Int32Array): boolean {
  if (length < SHORTEST || length > LONGEST) return false
  const [a = 0, b = 0, c = 0] = text
  const before = (length - SHORTEST) * 8
  const year = before === 0 ? b : (b >>> before) | (c << (32 - before))
  if (!isDateMark(before === 0 ? a >>> 24 : (b >>> (before - 8)) & 255) || !areFigures(year) || (year & 15) === 0) return false
  const century = (year & 15) * 10 + ((year >>> 8) & 15)
  const ofCentury = ((year >>> 16) & 15) * 10 + ((year >>> 24) & 15)
  const isLeap = (ofCentury === 0 ? century : ofCentury) % 4 === 0
  const hasLeapDay = (a & 0xffff) === LEAP_DAY || a >>> 16 === LEAP_DAY || ((a >>> 24) | ((b & 255) << 8)) === LEAP_DAY
  const kind = isLeap && hasLeapDay ? LEAP_YEAR : COMMON_YEAR
  out[0] = a
  out[1] = (b & ((1 << before) - 1)) | (kind << before)
  out[2] = before === 0 ? 0 : kind >>> (32 - before)
  return true
}
