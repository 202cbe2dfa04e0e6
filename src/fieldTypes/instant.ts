// A moment, or a time of day, as one number: what dates with a time are compared by.
import { dateOfDay, dayNumber } from './calendar.js'
import type { Moment } from './strptime.js'
import { writeAscii } from './writeAscii.js'

export interface Instant {
  /** Since 1 January of year 1 at midnight, or since midnight; in UTC where zoned. */
  seconds: number
  microsecond: number
  /** Says its offset from UTC. One that does not never equals one that does. */
  zoned: boolean
}

const DAY = 86_400
/** Near enough to the data for microseconds to be whole numbers without error, from 1715 to 2285. */
const MIDDLE = dayNumber(2000, 1, 1) * DAY

export function instantOf(moment: Moment): Instant {
  const { year, month, day } = moment
  const time = timeInstantOf(moment)
  return { ...time, seconds: time.seconds + dayNumber(year, month, day) * DAY }
}

/** The time of day alone. */
export function timeInstantOf({ hour, minute, second, microsecond, offset }: Moment): Instant {
  return { seconds: hour * 3600 + minute * 60 + second - (offset ?? 0), microsecond, zoned: offset !== undefined }
}

/** Instants without zone are taken as UTC. */
export function orderInstant({ seconds, microsecond }: Instant): number {
  return (seconds - MIDDLE) * 1e6 + microsecond
}

/** At most 20 bytes. */
export function writeInstantKey({ seconds, microsecond, zoned }: Instant, out: Uint8Array): number {
  return writeAscii(`${zoned ? 'z' : ''}${seconds}${microsecond === 0 ? '' : `.${microsecond}`}`, out)
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const writeZone = (minutes: number) => {
  const distance = Math.abs(minutes)
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`
}

/** ISO 8601, the same text for equal instants: in UTC where zoned. */
export function writeInstant(instant: Instant): string {
  const days = Math.floor(instant.seconds / DAY)
  const { year, month, day } = dateOfDay(days)
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  return `${date}T${writeClock(instant.seconds - days * DAY, instant.microsecond)}${instant.zoned ? 'Z' : ''}`
}

/** The same for a time of day; one that UTC has on another day keeps the nearest offset that has it on this one. */
export function writeTimeInstant({ seconds, microsecond, zoned }: Instant): string {
  const shift = seconds < 0 ? Math.ceil(-seconds / 60) : seconds >= DAY ? -Math.ceil((seconds - DAY + 1) / 60) : 0
  return `${writeClock(seconds + shift * 60, microsecond)}${zoned ? writeZone(shift) : ''}`
}

function writeClock(seconds: number, microsecond: number): string {
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return microsecond === 0 ? clock : `${clock}.${pad(microsecond, 6)}`
}
