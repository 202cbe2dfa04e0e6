// Where a schema wants a date with its hour, and how it wants it written.
import type { Field } from '../core/schema.js'

/** The hour of a moment; made once per compiled repair. */
export interface HourReading {
  hour: number
  minute: number
  second: number
}

export const newHourReading = (): HourReading => ({ hour: 0, minute: 0, second: 0 })

const ISO = '%Y-%m-%dT%H:%M:%S'
/** Widths of the parts, by the letter of `strptime`. */
const WIDTHS: Readonly<Record<string, number>> = { Y: 4, m: 2, d: 2, H: 2, M: 2, S: 2 }

export interface MomentTarget {
  /** Letters of `WIDTHS` as numbers below 0, other bytes as they are. */
  template: Int16Array
  takesSeconds: boolean
  /** The field's own format reads days and months in this order; undefined: it begins with the year. */
  order: 'day-first' | 'month-first' | undefined
}

const code = (letter: string): number => -letter.charCodeAt(0)

/** Undefined: no datetime, or a format whose every part cannot be written from a date and an hour. */
export function momentTarget({ type, format }: Field): MomentTarget | undefined {
  if (type !== 'datetime') return undefined
  const asked = format === 'default' || format === 'any' || format === '' ? ISO : format.startsWith('fmt:') ? format.slice(4) : format
  const template: number[] = []
  const letters: string[] = []
  for (const [piece] of asked.matchAll(/%.?|[^%]+/gsu)) {
    const letter = piece[1] ?? ''
    if (piece.startsWith('%')) {
      if (!Object.hasOwn(WIDTHS, letter) || letters.includes(letter)) return undefined
      letters.push(letter)
      template.push(code(letter))
    } else template.push(...new TextEncoder().encode(piece))
  }
  if (!['Y', 'm', 'd', 'H', 'M'].every((letter) => letters.includes(letter)) || template.length > 40) return undefined
  const at = (letter: string): number => letters.indexOf(letter)
  const order = at('Y') < Math.max(at('m'), at('d')) ? undefined : at('d') < at('m') ? 'day-first' : 'month-first'
  return { template: Int16Array.from(template), takesSeconds: letters.includes('S'), order }
}

/** Writes the moment and returns its length; -1: its seconds have no place in the format. */
export function writeMoment(
  { template, takesSeconds }: MomentTarget,
  out: Uint8Array,
  year: number,
  month: number,
  day: number,
  { hour, minute, second }: HourReading,
): number {
  if (second !== 0 && !takesSeconds) return -1
  let length = 0
  for (let i = 0; i < template.length; i++) {
    const part = template[i]!
    if (part >= 0) {
      out[length++] = part
      continue
    }
    const letter = String.fromCharCode(-part)
    let value =
      letter === 'Y' ? year : letter === 'm' ? month : letter === 'd' ? day : letter === 'H' ? hour : letter === 'M' ? minute : second
    const width = WIDTHS[letter]!
    for (let digit = width - 1; digit >= 0; digit--) {
      out[length + digit] = 0x30 + (value % 10)
      value = (value / 10) | 0
    }
    length += width
  }
  return length
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/**
 * Reads ` 14:30`, ` à 14h30`, `T14:30:05`, ` 14 h` from `at` to `end`. No zone and no fraction of a second: they would be lost.
 */
export function readHour(bytes: Uint8Array, at: number, end: number, reading: HourReading): boolean {
  let p = at
  if (p < end && (bytes[p]! | 0x20) === 0x74) p++
  else {
    const before = p
    while (p < end && (bytes[p] === 0x20 || bytes[p] === 0x2c || bytes[p] === 0x2d)) p++
    if (p === before) return false
    // à
    if (p + 1 < end && bytes[p] === 0xc3 && bytes[p + 1] === 0xa0) p += 2
    while (p < end && bytes[p] === 0x20) p++
  }
  reading.hour = 0
  reading.minute = 0
  reading.second = 0
  const hourEnd = figuresEnd(bytes, p, end)
  if (hourEnd === p) return false
  reading.hour = figures(bytes, p, hourEnd)
  p = hourEnd
  while (p < end && bytes[p] === 0x20) p++
  const mark = p < end ? bytes[p]! | 0x20 : 0
  if (mark === 0x68) {
    // 14h, 14h30
    p++
    while (p < end && bytes[p] === 0x20) p++
    if (p === end) return reading.hour < 24
  } else if (p < end && bytes[p] === 0x3a) p++
  else return false
  const minuteEnd = figuresEnd(bytes, p, end)
  if (minuteEnd - p !== 2) return false
  reading.minute = figures(bytes, p, minuteEnd)
  p = minuteEnd
  if (p < end && bytes[p] === 0x3a && mark !== 0x68) {
    const secondEnd = figuresEnd(bytes, p + 1, end)
    if (secondEnd - p !== 3) return false
    reading.second = figures(bytes, p + 1, secondEnd)
    p = secondEnd
  }
  return p === end && reading.hour < 24 && reading.minute < 60 && reading.second < 60
}

/** At most two figures. */
function figuresEnd(bytes: Uint8Array, at: number, end: number): number {
  let p = at
  while (p < end && p < at + 2 && isDigit(bytes[p])) p++
  return p < end && isDigit(bytes[p]) ? at : p
}

function figures(bytes: Uint8Array, at: number, to: number): number {
  let value = 0
  for (let p = at; p < to; p++) value = value * 10 + bytes[p]! - 0x30
  return value
}
