import { describe, expect, it } from 'vitest'
import { compileStrftime } from '../../src/fieldTypes/strftime.js'
import { compileStrptime, type Moment } from '../../src/fieldTypes/strptime.js'

/** Pattern, text and what `datetime.strptime` of Python 3.11 makes of them. */
const READINGS: [string, string, string | undefined][] = [
  ['%Y-%m-%d', '2024-1-1', '2024-01-01T00:00:00'],
  ['%Y-%m-%d', '2024-02-30', undefined],
  ['%Y-%m-%d', '2024-01-31 ', undefined],
  ['%Y-%m-%d', '\uff12\uff10\uff12\uff14-01-31', '2024-01-31T00:00:00'],
  ['%Y-%m-%d', '2024-\u0660\u0661-31', undefined],
  ['%Y-%m-%d', '0000-01-01', undefined],
  ['%Y-%m-%d', '24-01-31', undefined],
  ['%Y%m%d', '202411', '2024-01-01T00:00:00'],
  ['%Y%m%d', '2024131', '2024-01-31T00:00:00'],
  ['%Y%m%d', '2024120', '2024-01-20T00:00:00'],
  ['%Y%m%d', '20241131', undefined],
  ['%d/%m/%Y', '  1/01/2024', undefined],
  ['%d/%m/%Y', ' 1/01/2024', '2024-01-01T00:00:00'],
  ['%d/%m/%Y', ' 12/01/2024', undefined],
  ['%d/%m/%Y', '32/01/2024', undefined],
  ['%d/%m/%y', '21/11/68', '2068-11-21T00:00:00'],
  ['%d/%m/%y', '21/11/69', '1969-11-21T00:00:00'],
  ['%d/%m', '29/02', undefined],
  ['%d/%m', '28/02', '1900-02-28T00:00:00'],
  ['%d %B %Y', '31 JANUARY 2024', '2024-01-31T00:00:00'],
  ['%d %B %Y', '31   March\u00a02024', '2024-03-31T00:00:00'],
  ['%d %B %Y', '31 janvier 2024', undefined],
  ['%d%b%Y', '1may2024', '2024-05-01T00:00:00'],
  ['%A %d %b %Y', 'sunday 1 Jan 2024', '2024-01-01T00:00:00'],
  ['%Y-%j', '2024-366', '2024-12-31T00:00:00'],
  ['%Y-%j', '2023-366', '2024-01-01T00:00:00'],
  ['%Y-%j', '2024-0', undefined],
  ['%Y-W%W-%w', '2024-W05-0', '2024-02-04T00:00:00'],
  ['%Y %U %a', '2024 00 Sun', '2023-12-31T00:00:00'],
  ['%G-W%V-%u', '2020-W53-7', '2021-01-03T00:00:00'],
  ['%G-%V', '2021-05', undefined],
  ['%Y-W%V-%u', '2021-W05-1', undefined],
  ['%H:%M:%S', '23:59:60', undefined],
  ['%H:%M', '24:00', undefined],
  ['%H:%M', '9:5', '1900-01-01T09:05:00'],
  ['%I:%M %p', '12:30 am', '1900-01-01T00:30:00'],
  ['%I:%M %p', '12:30 PM', '1900-01-01T12:30:00'],
  ['%I', '0', undefined],
  ['%S.%f', '1.5', '1900-01-01T00:00:01.500000'],
  ['%S.%f', '01.1234567', undefined],
  ['%z', 'Z', '1900-01-01T00:00:00+00:00'],
  ['%z', 'z', undefined],
  ['%z', '+0130', '1900-01-01T00:00:00+01:30'],
  ['%z', '-01:30:15', '1900-01-01T00:00:00-01:30:15'],
  ['%z', '+24:00', undefined],
  ['%z', '+01:3015', undefined],
  ['%Y %Z', '2024 utc', '2024-01-01T00:00:00'],
  ['%Y %Z', '2024 CEST', undefined],
  ['%x', '01/31/24', '2024-01-31T00:00:00'],
  ['%X', '10:20:30', '1900-01-01T10:20:30'],
  ['%c', 'Wed Jan 31 10:20:30 2024', '2024-01-31T10:20:30'],
  ['yyyy', 'yyyy', '1900-01-01T00:00:00'],
  ['yyyy', 'YYYY', '1900-01-01T00:00:00'],
  ['yyyy', '2024', undefined],
  ['%Y%%', '2024%', '2024-01-01T00:00:00'],
  ['a.b|c%Y', 'a.b|c2024', '2024-01-01T00:00:00'],
  ['a.b|c%Y', 'axb|c2024', undefined],
  ['%-d', '1', undefined],
  ['%e', '1', undefined],
  ['%', '%', undefined],
  ['%Y%Y', '20242024', undefined],
  ['%Q', '1', undefined],
  ['', '', '1900-01-01T00:00:00'],
]

function iso({ year, month, day, hour, minute, second, microsecond, offset }: Moment): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const zone = Math.abs(offset ?? 0)
  const parts = [Math.floor(zone / 3600), Math.floor(zone / 60) % 60, ...(zone % 60 ? [zone % 60] : [])]
  return (
    `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` +
    (microsecond ? `.${String(microsecond).padStart(6, '0')}` : '') +
    (offset === undefined ? '' : (offset < 0 ? '-' : '+') + parts.map(two).join(':'))
  )
}

describe('strptime', () => {
  it.each(READINGS)('%j reads %j as %j', (format, text, expected) => {
    const moment = compileStrptime(format)?.(text)
    expect(moment && iso(moment)).toBe(expected)
  })

  it('refuses long texts unread', () => {
    expect(compileStrptime('%d %m')?.(`1${' '.repeat(97)}1`)).toBeDefined()
    expect(compileStrptime('%d %m')?.(`1${' '.repeat(99)}1`)).toBeUndefined()
  })
})

describe('strftime', () => {
  const moment: Moment = { year: 987, month: 3, day: 1, hour: 0, minute: 5, second: 9, microsecond: 50 }

  it.each([
    ['%d/%m/%Y', '01/03/0987'],
    ['%e', undefined],
    ['%-d', undefined],
    ['%A', undefined],
    ['%y', undefined],
    ['%d %B, %b %Y at %I:%M:%S.%f %p', '01 March, Mar 0987 at 12:05:09.000050 AM'],
    ['%X %%', '00:05:09 %'],
  ])('%j writes %j', (format, expected) => {
    expect(compileStrftime(format)?.(moment)).toBe(expected)
  })
})
