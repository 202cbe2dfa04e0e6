import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const iso = compileType('date')

describe('date', () => {
  it.each(['2024-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2024-1-1', '2024-01- 1', '２０２４-01-31'])(
    'accepts %j',
    (text) => {
      expect(iso.accepts(text)).toBe(true)
    },
  )

  it.each([
    '',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '0000-01-01',
    '10000-01-01',
    '24-01-31',
    '31/01/2024',
    '2024/01/31',
    ' 2024-01-31',
    '2024-01-31 ',
    '2024-01-31\n',
    '2024-01-31\u00a0',
    '2024 -01-31',
    '2024-01-31T00:00:00',
    '٢٠٢٤-٠١-٣١',
    '20240131',
    'x',
  ])('refuses %j', (text) => {
    expect(iso.accepts(text)).toBe(false)
  })

  it.each([
    ['%d/%m/%Y', '1/1/2024', '01/01/2024'],
    ['fmt:%d/%m/%Y', '31/01/2024', '31/01/2024'],
    ['%d/%m/%Y', '2024-01-31', undefined],
    ['%Y', '2024', '2024'],
    ['%Y%m%d', '202411', '20240101'],
    ['%d %B %Y', '1 march 2024', '01 March 2024'],
    ['%d.%m.%y', '1.2.70', '01.02.70'],
    ['%Y-%m-%dT%H:%M:%S', '2024-01-31T10:00:00', '2024-01-31T10:00:00'],
    ['%A %d %B %Y', 'monday 1 January 2024', 'monday 1 January 2024'],
    ['%Y-%m-%d %Z', '2024-1-1 gmt', '2024-1-1 gmt'],
    ['any', '01/02/2024', '01/02/2024'],
  ])('%s: %j is written %j', (format, text, canonical) => {
    const { accepts, type } = compileType('date', { format })
    expect(accepts(text)).toBe(canonical !== undefined)
    if (canonical !== undefined) expect(type.canonical(text)).toBe(canonical)
  })

  it('orders by day', () => {
    const { order } = compileType('date', { format: '%d/%m/%Y' })
    expect(order('01/03/2024') - order('28/02/2024')).toBe(2)
    expect(order('1/1/0001')).toBe(0)
  })

  it('gives equal dates one key', () => {
    expect(new Set(['2024-01-01', '2024-1-1', '２０２４-01-01'].map(iso.key)).size).toBe(1)
    expect(new Set(['2024-01-01', '2024-01-02', '2024-02-01', '2025-01-01'].map(iso.key)).size).toBe(4)
  })

  it.each(['%d/%m/%Y', 'any', 'default', '%-d'])('takes the date cells of a workbook in format %s', (format) => {
    const { acceptsNative, order, key } = compileType('date', { format })
    expect(acceptsNative('date', '2024-01-31')).toBe(true)
    expect(acceptsNative('date', '2024-01-31T00:00:00')).toBe(true)
    expect(acceptsNative('date', '2024-01-31T10:00:00')).toBe(false)
    expect(acceptsNative('date', '10:00:00')).toBe(false)
    expect(order('2024-01-31T00:00:00')).toBe(iso.order('2024-01-31'))
    expect(key('2024-01-31T00:00:00')).toBe(iso.key('2024-01-31'))
  })

  it('writes the date cells of a workbook in the format of the field', () => {
    const write = (format: string, text: string) => compileType('date', { format }).type.canonical(text)
    expect(write('%d/%m/%Y', '2024-01-31')).toBe('31/01/2024')
    expect(write('%d/%m/%Y', '2024-01-31T00:00:00')).toBe('31/01/2024')
    expect(write('default', '2024-01-31T00:00:00')).toBe('2024-01-31')
    expect(write('%d/%m/%y', '1950-01-31')).toBe('1950-01-31')
  })

  it('says which formats it cannot use', () => {
    const ignored = (format: string) => compileType('date', { format }).type.ignored
    expect(['default', 'any', '%d/%m/%Y', 'fmt:%Y', '%-d', 'yyyy', 'dd/mm/yyyy'].map(ignored)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      ['format'],
      ['format'],
      ['format'],
    ])
    expect(compileType('date', { format: '%-d/%-m/%Y' }).accepts('1/1/2024')).toBe(false)
    expect(compileType('date', { format: 'yyyy' }).accepts('2024')).toBe(false)
    expect(compileType('date', { format: 'yyyy' }).accepts('yyyy')).toBe(true)
  })
})
