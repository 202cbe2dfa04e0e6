import { describe, expect, test } from 'vitest'
import type { Repair } from '../../src/core/repair.js'
import { datePeriod } from '../../src/repairs/datePeriod.js'
import { dateTarget } from '../../src/repairs/dateTarget.js'
import { dayFirstDate } from '../../src/repairs/dayFirstDate.js'
import { dayFirstPeriod } from '../../src/repairs/dayFirstPeriod.js'
import { excelSerialDate } from '../../src/repairs/excelSerialDate.js'
import { frenchWrittenDate } from '../../src/repairs/frenchWrittenDate.js'
import { isoDate } from '../../src/repairs/isoDate.js'
import { monthFirstDate } from '../../src/repairs/monthFirstDate.js'
import { type Case, compiled, fieldOf, proposals, witnessOf } from './fieldOf.js'

const date = fieldOf('date')
const datePattern = fieldOf('string', { pattern: '\\d{4}-\\d{2}-\\d{2}' })
const periodPattern = fieldOf('string', { pattern: '^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$' })

function check(repair: Repair, cases: readonly Case[], field = date): void {
  expect(proposals(compiled(repair, field), cases)).toEqual(cases)
}

describe('where a date is wanted', () => {
  test.each([
    ['\\d{4}-\\d{2}-\\d{2}', true, false],
    ['^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}$', true, false],
    ['[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])', true, false],
    ['^(19|20)\\d{2}-\\d{2}-\\d{2}$', true, false],
    ['^\\d{4}-[01]\\d-[0-3]\\d([+-][0-2]\\d:[0-5]\\dZ?)?$', true, false],
    ['^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$', true, true],
    ['^\\d{14}$', false, false],
    ['^([013-9]\\d|2[AB1-9])\\d{3}-C-\\d{3}$', false, false],
    ['^[A-Za-z0-9\\-]+$', false, false],
    ['^.*$', false, false],
    ['^[\\d-]{10}$', false, false],
    ['^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z$', false, false],
    ['(', false, false],
    ['-[', false, false],
  ])('%s', (pattern, wanted, period) => {
    const target = dateTarget(fieldOf('string', { pattern }))
    expect(target !== undefined).toBe(wanted)
    expect(target?.takesPeriod ?? false).toBe(period)
  })

  test.each([
    ['%Y-%m-%d', '2022-12-06'],
    ['fmt:%d/%m/%Y', '06/12/2022'],
    ['%Y%m%d', '20221206'],
    ['%d.%m.%Y', '06.12.2022'],
    ['any', '2022-12-06'],
  ])('format %s', (format, outcome) => {
    expect(proposals(compiled(isoDate, fieldOf('date', {}, {}, format)), [['2022/12/06', outcome]])).toEqual([['2022/12/06', outcome]])
  })

  test.each(['%Y', '%Y-%m', '%d/%m/%y', '%Y-%m-%d %H:%M', '%Y-%m-%d %Y', '%j', '%'])('format %s would lose a part', (format) => {
    expect(dateTarget(fieldOf('date', {}, {}, format))).toBeUndefined()
  })

  test.each(['datetime', 'number', 'year', 'string'])('type %s', (type) => {
    expect(dateTarget(fieldOf(type))).toBeUndefined()
  })
})

describe('isoDate', () => {
  const cases: Case[] = [
    ['2022/12/06', '2022-12-06'],
    ['2022.12.06', '2022-12-06'],
    ['2022 12 06', '2022-12-06'],
    ['2022-12-6', '2022-12-06'],
    ['2022-1-1', '2022-01-01'],
    ['2022‑12‑06', '2022-12-06'],
    ['20221206', '2022-12-06'],
    ['2022-12-06T00:00:00', '2022-12-06'],
    ['2022-12-06T00:00:00.000Z', '2022-12-06'],
    ['2022-12-06 00:00:00', '2022-12-06'],
    ['2022-12-06 00:00', '2022-12-06'],
    ['2022-12-06T00:00:00+02:00', '2022-12-06'],
    ['2022-12-06T00:00:00+0200', '2022-12-06'],
    ['2024-02-29 ', '2024-02-29'],
    ['\u00a02022/12/06', '2022-12-06'],
    ['2022-12-06', undefined],
    ['2022-12-06T14:30:00', undefined],
    ['2022-12-06 08:00', undefined],
    ['2022-12-06T00', undefined],
    ['2022-12-06T00:00:00+', undefined],
    ['2022-12-06 midi', undefined],
    ['2022-13-06', undefined],
    ['2023/02/29', undefined],
    ['2022/12-06', undefined],
    ['2022/12', undefined],
    ['22/12/06', undefined],
    ['06122022', undefined],
    ['31129999', undefined],
    ['06/12/2022', undefined],
    ['2022/12/061', undefined],
    ['', undefined],
    ['2022', undefined],
  ]
  test('date fields', () => check(isoDate, cases))
  test('text fields', () => check(isoDate, cases, datePattern))
})

describe('dates with their year last', () => {
  test('day first', () => {
    const cases: Case[] = [
      ['06/12/2022', '2022-12-06'],
      ['6/1/2022', '2022-01-06'],
      ['6/12/2022', '2022-12-06'],
      ['16/1/2022', '2022-01-16'],
      ['24-05-2022', '2022-05-24'],
      ['24.05.2022', '2022-05-24'],
      ['24 05 2022', '2022-05-24'],
      ['24 / 05 / 2022', '2022-05-24'],
      ['24/05/2022 00:00', '2022-05-24'],
      ['24/05/2022 00:00:00', '2022-05-24'],
      [' 24/05/2022\t', '2022-05-24'],
      ['03/03/2024', '2024-03-03'],
      ['29/02/2023', undefined],
      ['31/04/2022', undefined],
      ['05/24/2022', undefined],
      ['24/05/22', undefined],
      ['24/05/2022 14:30', undefined],
      ['24/05-2022', undefined],
      ['24/05/20222', undefined],
      ['124/05/2022', undefined],
      ['0/05/2022', undefined],
      ['24/05/0999', undefined],
      ['2022/05/24', undefined],
      ['24/05', undefined],
      ['le 24/05/2022 environ', undefined],
    ]
    check(dayFirstDate, cases)
    check(dayFirstDate, cases, periodPattern)
  })

  test('month first', () => {
    check(monthFirstDate, [
      ['06/12/2022', '2022-06-12'],
      ['12/31/2022', '2022-12-31'],
      ['31/12/2022', undefined],
    ])
  })

  test.each([
    ['24/05/2022', 1, -1],
    ['05/24/2022', -1, 1],
    ['06/12/2022', 0, 0],
    ['03/03/2024', 2, 2],
    ['31/31/2024', 0, 0],
    ['31/02/2024', 0, 0],
    ['2022-05-24', 0, 0],
    ['abc', 0, 0],
    ['', 0, 0],
  ])('%s proves %i, %i', (cell, day, month) => {
    expect(witnessOf(compiled(dayFirstDate, date), cell)).toBe(day)
    expect(witnessOf(compiled(monthFirstDate, date), cell)).toBe(month)
  })

  test('a format with the day first', () => {
    expect(monthFirstDate.compile(fieldOf('date', {}, {}, '%d/%m/%Y'), [])).toBeUndefined()
    check(
      dayFirstDate,
      [
        ['6.12.2022', '06/12/2022'],
        ['06/12/2022', undefined],
      ],
      fieldOf('date', {}, {}, '%d/%m/%Y'),
    )
  })
})

describe('frenchWrittenDate', () => {
  test('months in words', () => {
    check(frenchWrittenDate, [
      ['6 mai 2025', '2025-05-06'],
      ['1er janvier 2024', '2024-01-01'],
      ['1ER JANVIER 2024', '2024-01-01'],
      ['mardi 6 mai 2025', '2025-05-06'],
      ['Mardi, 6 mai 2025', '2025-05-06'],
      ['mar. 6 mai 2025', '2025-05-06'],
      ['le 6 mai 2025', '2025-05-06'],
      ['le mardi 6 mai 2025', '2025-05-06'],
      ['06 déc. 2022', '2022-12-06'],
      ['06 dec 2022', '2022-12-06'],
      ['06-déc.-2022', '2022-12-06'],
      ['06-déc-2022', '2022-12-06'],
      ['6 décembre 2022', '2022-12-06'],
      ['6 DÉCEMBRE 2022', '2022-12-06'],
      ['6 de\u0301cembre 2022', '2022-12-06'],
      ['12 août 2022', '2022-08-12'],
      ['12 aout 2022', '2022-08-12'],
      ['3 févr. 2022', '2022-02-03'],
      ['3 fév 2022', '2022-02-03'],
      ['3\u00a0juil.\u00a02022', '2022-07-03'],
      ['14 sept. 2022', '2022-09-14'],
      ['14 mars 2022 00:00', '2022-03-14'],
      ['30 février 2022', undefined],
      ['6 mai 25', undefined],
      ['6 mai', undefined],
      ['mai 2025', undefined],
      ['6 may 2025', undefined],
      ['6 maison 2025', undefined],
      ['6 ma\u0103i 2025', undefined],
      ['2er mai 2025', undefined],
      ['vers 6 mai 2025', undefined],
      ['6 mai 2025 environ', undefined],
      ['06/05/2025', undefined],
      ['', undefined],
      ['mardi', undefined],
      ['6', undefined],
    ])
  })
})

describe('periods', () => {
  test('without doubt', () => {
    check(
      datePeriod,
      [
        ['2022/01/13_2024/01/12', '2022-01-13/2024-01-12'],
        ['2022-01-13_2024-01-12', '2022-01-13/2024-01-12'],
        ['2022-01-13 / 2024-01-12', '2022-01-13/2024-01-12'],
        ['2022-01-13-2024-01-12', '2022-01-13/2024-01-12'],
        ['2022-01-13 au 2024-01-12', '2022-01-13/2024-01-12'],
        ['20220113/20240112', '2022-01-13/2024-01-12'],
        ['13 janvier 2022 - 12 janvier 2024', '2022-01-13/2024-01-12'],
        ['du 13 janvier 2022 au 12 janv. 2024', '2022-01-13/2024-01-12'],
        ['Du 1er mars 2022 à 12 janv. 2024', '2022-03-01/2024-01-12'],
        ['2022-01-13/2024-01-12', undefined],
        ['2022-01-13', undefined],
        ['2022-01-13 2024-01-12', undefined],
        ['2022-01-13/2024-13-12', undefined],
        ['2022-01-13/12/01/2024', undefined],
        ['13/01/2022 - 12/01/2024', undefined],
        ['2022-01-13/2024-01-12/2025-01-12', undefined],
      ],
      periodPattern,
    )
  })

  test('day first', () => {
    check(
      dayFirstPeriod,
      [
        ['13/01/2022 - 12/01/2024', '2022-01-13/2024-01-12'],
        ['du 13/01/2022 au 12/01/2024', '2022-01-13/2024-01-12'],
        ['13/01/2022/12/01/2024', '2022-01-13/2024-01-12'],
        ['13/01/2022_12/01/2024', '2022-01-13/2024-01-12'],
        ['13-01-2022 – 12-01-2024', '2022-01-13/2024-01-12'],
        ['13/01/2022au12/01/2024', undefined],
        ['13/01/2022', undefined],
        ['01/13/2022 - 12/01/2024', undefined],
        ['2022-01-13/2024-01-12', undefined],
      ],
      periodPattern,
    )
  })

  test.each([
    ['13/01/2022 - 12/01/2024', 1],
    ['02/01/2022 - 13/01/2024', 1],
    ['02/01/2022 - 03/01/2024', 0],
    ['02/01/2022 - 03/03/2024', 0],
    ['02/02/2022 - 03/03/2024', 2],
    ['02/02/2022 - 13/03/2024', 1],
    ['01/13/2022 - 02/01/2024', -1],
    ['01/13/2022 - 13/01/2024', 0],
    ['13/01/2022', 0],
  ])('%s proves %i', (cell, proof) => {
    expect(witnessOf(compiled(dayFirstPeriod, periodPattern), cell)).toBe(proof)
  })

  test('only where the pattern takes two dates', () => {
    expect(datePeriod.compile(datePattern, [])).toBeUndefined()
    expect(dayFirstPeriod.compile(date, [])).toBeUndefined()
  })
})

describe('excelSerialDate', () => {
  test('five figures in range', () => {
    check(excelSerialDate, [
      ['44901', '2022-12-06'],
      ['44901.0', '2022-12-06'],
      ['44901,00', '2022-12-06'],
      [' 20000 ', '1954-10-03'],
      ['60000', '2064-04-08'],
      ['45351', '2024-02-29'],
      ['45352', '2024-03-01'],
      ['36585', '2000-02-29'],
      ['44901.5', undefined],
      ['44901.', undefined],
      ['19999', undefined],
      ['60001', undefined],
      ['4490', undefined],
      ['449010', undefined],
      ['44901a', undefined],
      ['', undefined],
    ])
  })

  test('only in date fields', () => expect(excelSerialDate.compile(datePattern, [])).toBeUndefined())

  test('every day of the range, against the calendar', () => {
    const repair = compiled(excelSerialDate, date)
    const cases: Case[] = []
    for (let serial = 20_000; serial <= 60_000; serial += 7) {
      cases.push([String(serial), new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)])
    }
    expect(proposals(repair, cases)).toEqual(cases)
  })
})
