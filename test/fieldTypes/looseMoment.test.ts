import { describe, expect, it } from 'vitest'
import { readLooseMoment } from '../../src/fieldTypes/looseMoment.js'
import { compileType } from './compileType.js'

const { type } = compileType('date', { format: 'any' })

describe('dates of format any', () => {
  it.each([
    ['2024-01-31', '2024-01-31'],
    ['2024-1-5', '2024-01-05'],
    ['20240131', '2024-01-31'],
    ['2024-01-31T10:00:00Z', '2024-01-31'],
    ['2024-01-31T10:00:00.123+01:00', '2024-01-31'],
    ['20240131T1030', '2024-01-31'],
    ['01/02/2024', '2024-01-02'],
    ['31/01/2024', '2024-01-31'],
    ['31.1.24', '2024-01-31'],
    ['1/2/3', '2003-01-02'],
    ['99-01-05', '1999-01-05'],
    ['10th Jan 1969', '1969-01-10'],
    ['January 31, 2024', '2024-01-31'],
    ['3-Sept-2024', '2024-09-03'],
    ['31st of january 2024 at 9:30 pm', '2024-01-31'],
    ['Wed Jan 31 10:20:30 2024', '2024-01-31'],
    ['Jan 2024', '2024-01-01'],
    ['2024', '2024-01-01'],
    ['12', '1900-01-12'],
    ['10:00', '1900-01-01'],
    ['10h', '1900-01-01'],
    ['31/01/2024 10h30', '2024-01-31'],
    ['9 h 05 31/01/2024', '2024-01-31'],
    ['31\u00a001\u202f2024', '2024-01-31'],
    [' 2024-01-31 ', '2024-01-31'],
  ])('%j is %s', (text, expected) => {
    expect(type.read(text)).toBe(expected)
  })

  it.each([
    '',
    ' ',
    '-',
    'x',
    'at',
    'Monday',
    'today',
    '31 janvier 2024',
    '31',
    '29 Feb',
    '30/02/2024',
    '2024-13-01',
    '13/13/2024',
    '1/2/3/4',
    '2024-01-31T25:00',
    '2024-W05',
    'Jan Feb 2024',
    '2024 1999',
    '0000-01-01',
    '12345',
    '2024,01,31',
    '13 pm',
    '10h60',
    '25h',
    '10heures',
    `${' '.repeat(100)}2024`,
  ])('%j is none', (text) => {
    expect(type.read(text)).toBeUndefined()
  })
})

describe('times in a loose text', () => {
  it.each([
    ['3 am', { hour: 3, minute: 0, second: 0, microsecond: 0 }],
    ['12:30 a.m.', { hour: 0, minute: 30, second: 0, microsecond: 0 }],
    ['06:35:21.5', { hour: 6, minute: 35, second: 21, microsecond: 500_000 }],
    ['23:59 -0330', { hour: 23, minute: 59, second: 0, microsecond: 0, offset: -12_600 }],
    ['10pm UTC', { hour: 22, minute: 0, second: 0, microsecond: 0, offset: 0 }],
    ['24:00', undefined],
    ['10:60', undefined],
  ])('%j', (text, expected) => {
    expect(readLooseMoment(text)).toEqual(expected)
  })
})
