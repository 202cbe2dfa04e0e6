import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const iso = compileType('time')

describe('time', () => {
  it.each([
    '10:00:00',
    '00:00:00',
    '23:59:59',
    '24:00:00',
    '06:00:00Z',
    '06:00:00z',
    '06:00:00+01:00',
    '06:00:00+0100',
    '06:00:00.5',
    '06:00:00,25Z',
  ])('accepts %j', (text) => {
    expect(iso.accepts(text)).toBe(true)
  })

  it.each([
    '',
    '10:00',
    '10',
    '9:00:00',
    '23:59:60',
    '24:00:01',
    '25:00:00',
    '10h00',
    '10:00 PM',
    '100000',
    'T10:00:00',
    '2024-01-31T10:00:00',
    '10:0:0',
    '06:00:00+1:00',
    ' 10:00:00',
    '10:00:00 ',
    'x',
  ])('refuses %j', (text) => {
    expect(iso.accepts(text)).toBe(false)
  })

  it.each([
    ['%Hh%M', '9h5', '09h05'],
    ['%Hh%M', '10:00', undefined],
    ['%I:%M %p', '10:00 pm', '10:00 PM'],
    ['%I:%M %p', '13:00 PM', undefined],
    ['fmt:%M:%H', '06:50', undefined],
    ['any', '3 am', '3 am'],
    ['any', '06:35', '06:35'],
    ['any', 'x', undefined],
    ['default', '24:00:00', '00:00:00'],
    ['default', '06:00:00,250+01', '06:00:00.250+01:00'],
  ])('%s: %j is written %j', (format, text, canonical) => {
    const { accepts, type } = compileType('time', { format })
    expect(accepts(text)).toBe(canonical !== undefined)
    if (canonical !== undefined) expect(type.canonical(text)).toBe(canonical)
  })

  it('orders by time of day, in UTC', () => {
    expect(iso.order('10:00:01') - iso.order('10:00:00')).toBe(1e6)
    expect(iso.order('10:00:00+01:00')).toBe(iso.order('09:00:00Z'))
    expect(compileType('time', { format: '%Hh%M' }).order('10h00')).toBe(iso.order('10:00:00'))
  })

  it('gives equal times one key and one value', () => {
    expect(iso.key('10:00:00+01:00')).toBe(iso.key('09:00:00Z'))
    expect(iso.key('24:00:00')).toBe(iso.key('00:00:00'))
    expect(iso.key('09:00:00')).not.toBe(iso.key('09:00:00Z'))
    expect(iso.type.read('10:00:00+01:00')).toBe('09:00:00Z')
    // not 23:30 of the same day
    expect(iso.key('00:30:00+01:00')).not.toBe(iso.key('23:30:00Z'))
    expect(iso.type.read('00:30:00+01:00')).toBe(iso.type.read('01:30:00+02:00'))
    expect(iso.type.read('00:30:00+01:00')).toBe('00:00:00+00:30')
    expect(iso.type.read('23:30:00-01:00')).toBe('23:59:00-00:31')
  })

  it('takes the time cells of a workbook', () => {
    const { acceptsNative, type } = compileType('time', { format: '%Hh%M' })
    expect(acceptsNative('date', '10:30:00')).toBe(true)
    expect(acceptsNative('date', '2024-01-31')).toBe(false)
    expect(type.canonical('10:30:00')).toBe('10h30')
    expect(type.canonical('10:30:15')).toBe('10:30:15')
  })
})
