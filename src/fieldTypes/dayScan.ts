// Dates of simple patterns, straight from bytes: the fast twin of strptime.ts.
import { readPair } from '../core/words.js'
import { isDate } from './calendar.js'
import { splitFormat } from './strptimeFormat.js'

/** The text is not a date of the pattern. */
export const REFUSED = -1
/** Not for the scanner to say: the slow path decides. */
export const UNUSUAL = -2

/** A date as `year * 512 + month * 32 + day`, or `REFUSED`, or `UNUSUAL`. */
export type DayScan = (bytes: Uint8Array, start: number, end: number) => number

const YEAR = -1
const MONTH = -2
const DAY = -3
const DIRECTIVES: Readonly<Record<string, number>> = { '%Y': YEAR, '%m': MONTH, '%d': DAY }
const SPACE = 0x20
/** The first byte of U+0660, of all digits beyond ASCII the first one: the letters before it, accents among them, are in no date. */
const FIRST_OF_DIGITS = 0xd9

/** Compiles a pattern made of `%Y`, `%m`, `%d` and ASCII punctuation; undefined for any other. */
export function compileDayScan(format: string): DayScan | undefined {
  const steps: number[] = []
  for (const part of splitFormat(format)) {
    const step = DIRECTIVES[part] ?? (/^[!-$&-/:-@[-`{-~]$/.test(part) ? part.charCodeAt(0) : undefined)
    if (step === undefined || (step < 0 && steps.includes(step))) return undefined
    steps.push(step)
  }
  // where digits follow a month or a day, one digit or two is a matter of backtracking
  const decides = steps.every((step, i) => (step !== MONTH && step !== DAY) || (steps[i + 1] ?? 0) >= 0)
  const refuse = (bytes: Uint8Array, start: number, end: number): number => {
    if (!decides) return UNUSUAL
    let isAscii = true
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      if (byte >= 0xc2 && byte < FIRST_OF_DIGITS) return REFUSED
      isAscii = isAscii && byte < 0x80
    }
    return isAscii ? REFUSED : UNUSUAL
  }

  const scanPadded = compilePadded(steps)

  return (bytes, start, end) => {
    const padded = scanPadded(bytes, start, end)
    if (padded >= 0) return padded
    let year = 1900
    let month = 1
    let day = 1
    let at = start
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!
      if (step === YEAR) {
        if (at + 4 > end) return refuse(bytes, start, end)
        const a = bytes[at]! - 0x30
        const b = bytes[at + 1]! - 0x30
        const c = bytes[at + 2]! - 0x30
        const d = bytes[at + 3]! - 0x30
        if (a >>> 0 > 9 || b >>> 0 > 9 || c >>> 0 > 9 || d >>> 0 > 9) return refuse(bytes, start, end)
        year = a * 1000 + b * 100 + c * 10 + d
        at += 4
      } else if (step < 0) {
        let first = at < end ? bytes[at]! - 0x30 : -1
        const second = at + 1 < end ? bytes[at + 1]! - 0x30 : -1
        let width = second >>> 0 <= 9 ? 2 : 1
        if (step === DAY && first === SPACE - 0x30 && second >= 1 && second <= 9) first = 0
        else if (first >>> 0 > 9) return refuse(bytes, start, end)
        let value = width === 2 ? first * 10 + second : first
        if (width === 2 && (value > (step === MONTH ? 12 : 31) || value === 0)) {
          value = first
          width = 1
        }
        if (value === 0 || (width === 1 && !decides)) return refuse(bytes, start, end)
        if (step === MONTH) month = value
        else day = value
        at += width
      } else {
        if (at >= end || bytes[at] !== step) return refuse(bytes, start, end)
        at++
      }
    }
    return at === end && isDate(year, month, day) ? year * 512 + month * 32 + day : refuse(bytes, start, end)
  }
}

/** The shape that most dates have: every number in full, each at its place. Refuses any other. */
function compilePadded(steps: readonly number[]): DayScan {
  let length = 0
  const places = new Map<number, number>()
  const marks: number[] = []
  for (const step of steps) {
    if (step < 0) places.set(step, length)
    else marks.push(length, step)
    length += step === YEAR ? 4 : step < 0 ? 2 : 1
  }
  const yearAt = places.get(YEAR) ?? -1
  const monthAt = places.get(MONTH) ?? -1
  const dayAt = places.get(DAY) ?? -1
  return (bytes, start, end) => {
    if (end - start !== length) return REFUSED
    for (let i = 0; i < marks.length; i += 2) if (bytes[start + marks[i]!] !== marks[i + 1]) return REFUSED
    const year = yearAt < 0 ? 1900 : readPair(bytes, start + yearAt) * 100 + readPair(bytes, start + yearAt + 2)
    const month = monthAt < 0 ? 1 : readPair(bytes, start + monthAt)
    const day = dayAt < 0 ? 1 : readPair(bytes, start + dayAt)
    return month >= 0 && isDate(year, month, day) ? year * 512 + month * 32 + day : REFUSED
  }
}
