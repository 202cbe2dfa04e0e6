// Durations of ISO 8601 as Python's `isodate` reads them. https://specs.frictionlessdata.io/table-schema/#duration
import type { FieldType } from '../core/fieldType.js'
import { compileByteClass, everyByteIn } from './byteClass.js'
import { isDate } from './calendar.js'
import { decodeText } from './decodeText.js'
import { writeAscii } from './writeAscii.js'

/** Months and seconds are told apart: how long a month is depends on where it begins. */
export interface Duration {
  months: number
  seconds: number
}

const part = (name: string, letter: string) => `(?:(?<${name}>\\d+(?:[.,]\\d+)?)${letter})?`
const UNITS = new RegExp(
  `^(?<sign>[-+])?P(?=\\w)${part('years', 'Y')}${part('months', 'M')}${part('weeks', 'W')}${part('days', 'D')}` +
    `(?:T${part('hours', 'H')}${part('minutes', 'M')}${part('seconds', 'S')})?\\n?$`,
)
/** The other form of the standard: a date and a time. */
const asDate = (dash: string, colon: string) =>
  new RegExp(
    `^P(?<years>\\d{4})${dash}(?<months>\\d\\d)${dash}(?<days>\\d\\d)` +
      `T(?<hours>\\d\\d)${colon}(?<minutes>\\d\\d)${colon}(?<seconds>\\d\\d(?:[.,]\\d+)?)$`,
  )
const AS_DATE = [asDate('-', ':'), asDate('', '')]
const POSSIBLE = compileByteClass('+-PYMWDTHS0123456789.,:\n')
/** Of Python's `timedelta`. */
const MOST_DAYS = 999_999_999
/** A twelfth of a year of the Gregorian calendar: what months are worth where durations are set in order. */
const SECONDS_OF_A_MONTH = 2_629_746
/** Figures beyond this many are a mischief. */
const LONGEST = 400

export const duration: FieldType<Duration> = {
  constraints: ['required', 'enum'],
  compile: () => ({
    test: (bytes, start, end) => (everyByteIn(POSSIBLE, bytes, start, end) && read(decodeText(bytes, start, end)) !== undefined ? 0 : 1),
    order(bytes, start, end) {
      const { months = 0, seconds = 0 } = read(decodeText(bytes, start, end)) ?? {}
      return months * SECONDS_OF_A_MONTH + seconds
    },
    key(bytes, start, end, out) {
      const { months = 0, seconds = 0 } = read(decodeText(bytes, start, end)) ?? {}
      return writeAscii(`${months}M${seconds}`, out)
    },
    read,
    canonical: (text) => (read(text) === undefined ? text : text.replace(/^\+|\n$/g, '').replaceAll(',', '.')),
  }),
}

function read(text: string): Duration | undefined {
  if (text.length > LONGEST) return undefined
  const found = UNITS.exec(text)?.groups ?? readAsDate(text)
  if (found === undefined) return undefined
  const value = (name: string) => Number((found[name] ?? '0').replace(',', '.'))
  const days = value('weeks') * 7 + value('days')
  const seconds = days * 86_400 + value('hours') * 3600 + value('minutes') * 60 + value('seconds')
  const months = value('years') * 12 + value('months')
  if (seconds >= (MOST_DAYS + 1) * 86_400) return undefined
  const sign = found.sign === '-' ? -1 : 1
  // microseconds are what Python keeps; adding 0 makes 0 of -0
  return { months: months * sign + 0, seconds: (Math.round(seconds * 1e6) / 1e6) * sign + 0 }
}

function readAsDate(text: string): Readonly<Record<string, string | undefined>> | undefined {
  const groups = AS_DATE.map((form) => form.exec(text)?.groups).find((found) => found !== undefined)
  if (groups === undefined || !isDate(Number(groups.years), Number(groups.months), Number(groups.days))) return undefined
  const isTime = Number(groups.hours) < 24 && Number(groups.minutes) < 60 && Number(groups.seconds?.replace(',', '.')) < 60
  return isTime ? groups : undefined
}
