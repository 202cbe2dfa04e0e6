import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const iso = compileType('datetime')

describe('datetime', () => {
  it.each([
    '2024-01-31T10:00:00Z',
    '2024-01-31T10:00:00',
    '2024-01-31 10:00:00',
    '2024-01-31t10:00:00z',
    '2024-01-31_10:00:00',
    '2024-01-31T10:00:00.123456789Z',
    '2024-01-31T10:00:00,5',
    '2024-01-31T10:00:00+01:00',
    '2024-01-31T10:00:00+0100',
    '2024-01-31T10:00:00-05',
    '2024-01-31T10:00:00+23:59',
    '2024-01-31T24:00:00Z',
    '2024-02-29T23:59:59',
    '0001-01-01T00:00:00',
    '2024-W05-3T10:00:00',
    '20240131T1000+01:00',
    '2024-01- 1T10:00:00',
  ])('accepts %j', (text) => {
    expect(iso.accepts(text)).toBe(true)
  })

  it.each([
    '',
    '2024-01-31',
    '2024-01-31T10:00',
    '2024-01-31T10:00Z',
    '10:00:00',
    ' 2024-01-31T10:00:00Z',
    '2024-01-31T10:00:00Z ',
    '2024-01-31T10:00:00 Z',
    '2024-01-31T10:00:00 +01:00',
    '2024-01-31T10:00:00+25:00',
    '2024-01-31T10:00:00+01:60',
    '2024-01-31T10:00:00+1:00',
    '2024-01-31T10:00:00 UTC',
    '2024-01-31T10:00:00.',
    '2024-01-31T10:00:00.Z',
    '2024-01-31T24:00:01',
    '2024-01-31T25:00:00',
    '2024-01-31T10:60:00',
    '2024-01-31T10:00:60',
    '2023-02-29T10:00:00',
    '0000-01-01T00:00:00',
    '9999-12-31T24:00:00',
    '31/01/2024 10:00:00',
    '2024-01-31é10:00:00',
    '２０２４-01-31T10:00:00',
  ])('refuses %j', (text) => {
    expect(iso.accepts(text)).toBe(false)
  })

  it.each([
    ['%d/%m/%Y %H:%M', '1/1/2024 9:5', '01/01/2024 09:05'],
    ['fmt:%d/%m/%y %H:%M', '21/11/06 16:30', '21/11/06 16:30'],
    ['%Y-%m-%dT%H:%M:%S%z', '2024-01-31T10:00:00+0100', '2024-01-31T10:00:00+0100'],
    ['%H:%M %d/%m/%y', '21/11/06 16:30', undefined],
    ['any', '31/01/2024 10:00', '31/01/2024 10:00'],
    ['any', 'Jan 5 2024 5pm', 'Jan 5 2024 5pm'],
    ['any', '10:00', '10:00'],
    ['any', 'x', undefined],
    ['invalid', '2024-01-31T10:00:00Z', undefined],
  ])('%s: %j is written %j', (format, text, canonical) => {
    const { accepts, type } = compileType('datetime', { format })
    expect(accepts(text)).toBe(canonical !== undefined)
    if (canonical !== undefined) expect(type.canonical(text)).toBe(canonical)
  })

  it.each([
    ['2024-01-31 10:00:00', '2024-01-31T10:00:00'],
    ['2024-01-31t10:00:00,50z', '2024-01-31T10:00:00.50Z'],
    ['2024-01-31T10:00:00+0100', '2024-01-31T10:00:00+01:00'],
    ['2024-01-31T10:00:00+01', '2024-01-31T10:00:00+01:00'],
    ['2024-02-29T24:00:00Z', '2024-03-01T00:00:00Z'],
    ['20240131T1000+01:00', '2024-01-31T09:00:00Z'],
  ])('writes %j %j', (text, canonical) => {
    expect(iso.type.canonical(text)).toBe(canonical)
  })

  it('orders by moment, zones set aside', () => {
    expect(iso.order('2024-01-01T10:00:00Z')).toBe(iso.order('2024-01-01T11:00:00+01:00'))
    expect(iso.order('2024-01-01T10:00:00.000001Z') - iso.order('2024-01-01T10:00:00Z')).toBe(1)
    expect(iso.order('2024-01-01T10:00:01Z')).toBeGreaterThan(iso.order('2024-01-01T11:00:00.999999+01:00'))
    expect(iso.order('2024-01-01T10:00:00')).toBe(iso.order('2024-01-01T10:00:00Z'))
  })

  it('gives one key to the same moment in two zones, another to a moment without zone', () => {
    const same = ['2024-01-01T10:00:00Z', '2024-01-01T11:00:00+01:00', '2024-01-01 10:00:00.000z', '2024-01-01T05:00:00-0500']
    expect(new Set(same.map(iso.key)).size).toBe(1)
    expect(new Set(same.map((text) => iso.type.read(text)))).toEqual(new Set(['2024-01-01T10:00:00Z']))
    expect(iso.key('2024-01-01T10:00:00')).not.toBe(iso.key('2024-01-01T10:00:00Z'))
    expect(iso.key('2024-01-01T10:00:00.1Z')).not.toBe(iso.key('2024-01-01T10:00:00.01Z'))
  })

  it.each(['default', 'any', '%d/%m/%Y %H:%M', '%-d'])('takes the date cells of a workbook in format %s', (format) => {
    const { acceptsNative, key, order } = compileType('datetime', { format })
    expect(acceptsNative('date', '2024-01-31')).toBe(true)
    expect(acceptsNative('date', '2024-01-31T10:00:00')).toBe(true)
    expect(acceptsNative('date', '10:00:00')).toBe(false)
    expect(order('2024-01-31T10:00:00')).toBe(iso.order('2024-01-31T10:00:00'))
    expect(key('2024-01-31')).toBe(iso.key('2024-01-31T00:00:00'))
  })

  it('writes the date cells of a workbook in the format of the field, when it says all of them', () => {
    const write = (format: string, text: string) => compileType('datetime', { format }).type.canonical(text)
    expect(write('%d/%m/%Y %H:%M', '2024-01-31T10:30:00')).toBe('31/01/2024 10:30')
    expect(write('%d/%m/%Y %H:%M', '2024-01-31T10:30:15')).toBe('2024-01-31T10:30:15')
    expect(write('default', '2024-01-31')).toBe('2024-01-31T00:00:00')
  })

  it('says which formats it cannot use', () => {
    const ignored = (format: string) => compileType('datetime', { format }).type.ignored
    expect(['default', 'any', '%d/%m/%Y %H:%M', 'invalid', '%-d'].map(ignored)).toEqual([
      undefined,
      undefined,
      undefined,
      ['format'],
      ['format'],
    ])
  })
})
