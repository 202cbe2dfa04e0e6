// Dates and times written by pattern: what `compileStrptime` reads back as the same value.

import type { Moment } from './strptime.js'
import { MONTHS, splitFormat } from './strptimeFormat.js'

const pad = (value: number, width: number) => String(value).padStart(width, '0')

const WRITERS: Readonly<Record<string, (moment: Moment) => string>> = {
  '%Y': ({ year }) => pad(year, 4),
  '%y': ({ year }) => pad(year % 100, 2),
  '%m': ({ month }) => pad(month, 2),
  '%B': ({ month }) => MONTHS[month - 1] ?? '',
  '%b': ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  '%d': ({ day }) => pad(day, 2),
  '%H': ({ hour }) => pad(hour, 2),
  '%I': ({ hour }) => pad(((hour + 11) % 12) + 1, 2),
  '%p': ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  '%M': ({ minute }) => pad(minute, 2),
  '%S': ({ second }) => pad(second, 2),
  '%f': ({ microsecond }) => pad(microsecond, 6),
  '%%': () => '%',
}

/** Compiles a pattern to a writer; undefined for a pattern with directives whose text is more than the value (`%Z`, `%A`, `%j` …). */
export function compileStrftime(format: string): ((moment: Moment) => string | undefined) | undefined {
  const parts = splitFormat(format)
  if (parts.some((part) => part.startsWith('%') && WRITERS[part] === undefined)) return undefined
  const onlyShortYear = parts.includes('%y') && !parts.includes('%Y')
  return (moment) => {
    if (onlyShortYear && (moment.year < 1969 || moment.year > 2068)) return undefined
    return parts.map((part) => WRITERS[part]?.(moment) ?? part).join('')
  }
}
