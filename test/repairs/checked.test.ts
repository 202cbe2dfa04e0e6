// Repairs of what a check of the schema refuses: years, telephones, positions; and of dates with their hour.
import { expect, test } from 'vitest'
import { datetime } from '../../src/fieldTypes/datetime.js'
import { readDescriptor, validate } from '../../src/index.js'
import { dayFirstMoment } from '../../src/repairs/dayFirstMoment.js'
import { isoMoment } from '../../src/repairs/isoMoment.js'
import { overseasPhone } from '../../src/repairs/overseasPhone.js'
import { phoneSpacing } from '../../src/repairs/phoneSpacing.js'
import { swappedCoordinates } from '../../src/repairs/swappedCoordinates.js'
import { yearInterval } from '../../src/repairs/yearInterval.js'
import { memorySource } from '../formats/memorySource.js'
import { type Case, compiled, fieldOf, proposals, witnessOf } from './fieldOf.js'

const text = fieldOf('string')

test('yearInterval', () => {
  const cases: Case[] = [
    ['2022-2023', '2022/2023'],
    ['2022–2023', '2022/2023'],
    ['2022 - 2023', '2022/2023'],
    [' 2022 / 2023 ', '2022/2023'],
    ['2022_2023', '2022/2023'],
    ['2022 à 2023', '2022/2023'],
    ['2022/23', '2022/2023'],
    ['2022/2023', undefined],
    ['2022 2023', undefined],
    ['22/23', undefined],
    ['2022-2023-2024', undefined],
    ['2022', undefined],
    ['2022-', undefined],
  ]
  expect(proposals(compiled(yearInterval, text, ['year-interval-value']), cases)).toEqual(cases)
  expect(yearInterval.compile(text, [])).toBeUndefined()
})

test('phoneSpacing', () => {
  const cases: Case[] = [
    ['01_45_67_89_01', '01 45 67 89 01'],
    ['01.45.67.89.01', '01 45 67 89 01'],
    ['01,45,67,89,01', '01 45 67 89 01'],
    ['01\t45 67 89 01', '01 45 67 89 01'],
    ['(01) 45 67 89 01', '01 45 67 89 01'],
    ['+33(0)1 45 67 89 01', '01 45 67 89 01'],
    ['+33 (0) 1-45-67-89-01', '01 45 67 89 01'],
    ['0033 1 45 67 89 01', '01 45 67 89 01'],
    ['33145678901', '01 45 67 89 01'],
    ['01 45 67 89 01', undefined],
    ['01 45 67 89', undefined],
    ['01 45 67 89 01 23', undefined],
    ['01 45 67 89 01 / 06 12 34 56 78', undefined],
    ['01 45 67 89 01 (standard)', undefined],
    ['+44 20 7946 0958', undefined],
    ['00 45 67 89 01', undefined],
    ['1+45', undefined],
  ]
  expect(proposals(compiled(phoneSpacing, text, ['phone-number-value']), cases)).toEqual(cases)
})

test('overseasPhone', () => {
  const cases: Case[] = [
    ['0690 12 34 56', '+590 690 12 34 56'],
    ['0692123456', '+262 692 12 34 56'],
    ['0639.12.34.56', '+262 639 12 34 56'],
    ['0694 12 34 56', '+594 694 12 34 56'],
    ['+33 696 12 34 56', '+596 696 12 34 56'],
    ['0612345678', undefined],
    ['0590 12 34 56', undefined],
  ]
  expect(proposals(compiled(overseasPhone, text, ['phone-number-value']), cases)).toEqual(cases)
})

test('swappedCoordinates', () => {
  const pairs: Case[] = [
    ['43.6, 1.44', '1.44, 43.6'],
    ['43.6,1.44', '1.44,43.6'],
    [' -21.1 ,+55.5', ' +55.5 ,-21.1'],
    ['43.6', undefined],
    ['43.6,', undefined],
    ['nord, sud', undefined],
  ]
  expect(proposals(compiled(swappedCoordinates, fieldOf('geopoint'), ['french-gps-coordinates']), pairs)).toEqual(pairs)
  const arrays: Case[] = [['[43.6, 1.44]', '[1.44, 43.6]']]
  expect(proposals(compiled(swappedCoordinates, fieldOf('geopoint', {}, {}, 'array'), ['french-gps-coordinates']), arrays)).toEqual(arrays)
  const objects: Case[] = [
    ['{"lon": 43.6, "lat": 1.44}', '{"lat": 43.6, "lon": 1.44}'],
    ['{}', undefined],
  ]
  expect(proposals(compiled(swappedCoordinates, fieldOf('geopoint', {}, {}, 'object'), ['french-gps-coordinates']), objects)).toEqual(
    objects,
  )
  expect(swappedCoordinates.certainty).toBe('verified')
})

test('dayFirstMoment', () => {
  const cases: Case[] = [
    ['06/12/2022 14:30', '2022-12-06T14:30:00'],
    ['6/12/2022 9:05:07', '2022-12-06T09:05:07'],
    ['06-12-2022 à 14h30', '2022-12-06T14:30:00'],
    ['06.12.2022, 14 h', '2022-12-06T14:00:00'],
    ['06/12/2022T14:30', '2022-12-06T14:30:00'],
    ['06/12/2022', undefined],
    ['31/02/2022 14:30', undefined],
    ['12/31/2022 14:30', undefined],
    ['06/12/2022 24:30', undefined],
    ['06/12/2022 14:60', undefined],
    ['06/12/2022 14:30:05.5', undefined],
    ['06/12/2022 14:30 +02:00', undefined],
    ['06/12/2022 14', undefined],
    ['2022-12-06 14:30', undefined],
  ]
  const repair = compiled(dayFirstMoment, fieldOf('datetime'))
  expect(proposals(repair, cases)).toEqual(cases)
  const { test: accepts } = datetime.compile(fieldOf('datetime'))
  for (const [, proposal = '2022-12-06T14:30:00'] of cases) {
    const bytes = new TextEncoder().encode(proposal)
    expect(accepts(bytes, 0, bytes.length)).toBe(0)
  }
  expect(
    ['24/12/2022 10:00', '12/24/2022 10:00', '06/12/2022 10:00', '03/03/2022 10:00', 'x'].map((cell) => witnessOf(repair, cell)),
  ).toEqual([1, -1, 0, 2, 0])
  expect(repair.assumption).toBe('day-first')
})

test('isoMoment', () => {
  const cases: Case[] = [
    ['2022-12-06 14:30', '2022-12-06T14:30:00'],
    ['2022/12/06 14h30', '2022-12-06T14:30:00'],
    ['20221206T14:30', '2022-12-06T14:30:00'],
    ['2022-12-06T14:30:05', undefined],
    ['2022-12-06 14:30Z', undefined],
    ['2022-12-06', undefined],
    ['06/12/2022 14:30', undefined],
  ]
  expect(proposals(compiled(isoMoment, fieldOf('datetime')), cases)).toEqual(cases)
})

test('a moment is written in the format of its field', () => {
  const french = fieldOf('datetime', {}, {}, 'fmt:%d/%m/%Y %H:%M')
  const cases: Case[] = [
    ['06-12-2022 14h30', '06/12/2022 14:30'],
    ['6/12/2022 14:30:00', '06/12/2022 14:30'],
    ['6/12/2022 14:30:05', undefined],
  ]
  expect(proposals(compiled(dayFirstMoment, french), cases)).toEqual(cases)
  for (const format of ['%Y-%m-%d', '%Y-%m-%dT%H:%M%z', '%y-%m-%d %H:%M', '%Y %Y-%m-%d %H:%M']) {
    expect(dayFirstMoment.compile(fieldOf('datetime', {}, {}, format), [])).toBeUndefined()
  }
  expect(dayFirstMoment.compile(fieldOf('datetime', {}, {}, '%m/%d/%Y %H:%M'), [])).toBeUndefined()
  expect(dayFirstMoment.compile(fieldOf('date'), [])).toBeUndefined()
})

test('the column settles the order of day and month', async () => {
  const schema = readDescriptor({ fields: [{ name: 'quand', type: 'datetime' }] })
  const suggestions = async (csv: string) => {
    const { diagnostics } = await validate(memorySource(csv), { schema })
    return diagnostics.map(({ suggestion }) => suggestion)
  }
  expect(await suggestions('quand\n06/12/2022 14:30\n24/12/2022 10h\n')).toEqual(['2022-12-06T14:30:00', '2022-12-24T10:00:00'])
  expect(await suggestions('quand\n06/12/2022 14:30\n')).toEqual([undefined])
})
