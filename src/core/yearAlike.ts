// The year that a kept text ends with, made the same for all texts that are alike in `years` (`alike.ts`).
import { FEW } from './keptTexts.js'
import { areFigures } from './words.js'

// Four figures, the first of them in the lowest byte.
const LEAP_YEAR = 0x30303032
const COMMON_YEAR = 0x31303032
/** Bytes of `1/2/2024` and of `01/02/2024`. */
const SHORTEST = 8
const IN_FIGURES = 10
/** `29`: elsewhere it makes no difference whether a year has a day more. */
const LEAP_DAY = 0x3932

const isBeforeYear = (byte: number): boolean => byte === 0x2f || byte === 0x2e || byte === 0x2d || byte === 0x20

/** The year that stands for one from 1000 on; 0: these are none. `leapDay`: the 29th of February may stand before it. */
function yearFor(year: number, leapDay: boolean): number {
  if (!areFigures(year) || (year & 15) === 0) return 0
  const century = (year & 15) * 10 + ((year >>> 8) & 15)
  const ofCentury = ((year >>> 16) & 15) * 10 + ((year >>> 24) & 15)
  return leapDay && (ofCentury === 0 ? century : ofCentury) % 4 === 0 ? LEAP_YEAR : COMMON_YEAR
}

/**
 * Writes the words of a text of so many bytes to `out`, which may be `text`, as all texts that are alike in `years` have them; false: it
 * ends with no year. The words are those of `wordsOf`.
 */
export function withYearAlike(text: Int32Array, length: number, out: Int32Array): boolean {
  if (length < SHORTEST) return false
  return length > FEW ? withYearOfLong(text, length, out) : withYearOfShort(text, length, out)
}

function withYearOfShort(text: Int32Array, length: number, out: Int32Array): boolean {
  const [a = 0, b = 0, c = 0] = text
  /** Bits of the second word that stand before the year: 0 to 32. */
  const before = (length - SHORTEST) * 8
  if (!isBeforeYear(before === 0 ? a >>> 24 : (b >>> (before - 8)) & 255)) return false
  const leapDay = length > IN_FIGURES || (a & 0xffff) === LEAP_DAY || a >>> 16 === LEAP_DAY || ((a >>> 24) | ((b & 255) << 8)) === LEAP_DAY
  const year = yearFor(before === 32 ? c : before === 0 ? b : (b >>> before) | (c << (32 - before)), leapDay)
  if (year === 0) return false
  out[0] = a
  out[1] = before === 32 ? b : (b & ((1 << before) - 1)) | (year << before)
  out[2] = before === 0 ? 0 : year >>> (32 - before)
  return true
}

function withYearOfLong(text: Int32Array, length: number, out: Int32Array): boolean {
  const last = (length - 1) >> 2
  /** Bits of the last word but one that are not the year's, which it may share. */
  const before = length % 4 === 0 ? 32 : (length % 4) * 8
  const shared = text[last - 1]!
  const year = isBeforeYear((shared >>> (before - 8)) & 255) ? yearFor(text[last]!, true) : 0
  if (year === 0) return false
  for (let word = 0; word < last - 1; word++) out[word] = text[word]!
  out[last - 1] = before === 32 ? shared : (shared & ((1 << before) - 1)) | (year << before)
  out[last] = year
  return true
}
