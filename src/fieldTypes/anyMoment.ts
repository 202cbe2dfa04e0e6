import { isDate } from './calendar.js'
import { readLooseMoment } from './looseMoment.js'
import type { Moment } from './strptime.js'

/**
 * A moment of any usual form, for the format `any`. What the text leaves out is taken from 1900-01-01 at midnight and not from the
 * day of the run: a text that is a date on some days only (a lone 31, 29 February without a year) is refused.
 */
export function readAnyMoment(text: string): Moment | undefined {
  const found = readLooseMoment(text)
  if (found === undefined) return undefined
  const { year = 1900, month = 1, day = 1 } = found
  if (!isDate(year, month, day) || (found.month === undefined && day > 28)) return undefined
  return { hour: 0, minute: 0, second: 0, microsecond: 0, ...found, year, month, day }
}
