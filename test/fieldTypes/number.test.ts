import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const plain = compileType('number')

describe('number', () => {
  it.each([
    '0',
    '-0',
    '007',
    '1.50',
    '+1',
    '.5',
    '5.',
    '-.5',
    '1e3',
    '1E-3',
    '1e+05',
    '1e400',
    '1e999999999',
    ' 1 ',
    '\u00a01\u202f',
    '1\n',
    '\x1c1',
    '1_000',
    '_1__0_',
    '１２.５',
    '١٢٣',
    'NaN',
    '-nan',
    'sNaN',
    'NaN123',
    'inf',
    '-Infinity',
    'INF',
    '9'.repeat(400),
    '0.123456789012345678901234567890',
  ])('accepts %j', (text) => {
    expect(plain.accepts(text)).toBe(true)
  })

  it.each([
    '',
    ' ',
    '.',
    '-',
    '+',
    '1,5',
    '1 000',
    '1\u00a0000',
    '1\u202f000',
    '12%',
    '1e',
    'e1',
    '1e1.5',
    '1 e3',
    '--1',
    '+-1',
    '1-',
    '- 1',
    '(1)',
    '−1',
    '²',
    'Ⅷ',
    '½',
    '0x10',
    '1f',
    'infini',
    'infinityy',
    '∞',
    '\u200b1',
    '\ufeff1',
    '1.2.3',
    '1e1000000000000000000',
    'true',
  ])('refuses %j', (text) => {
    expect(plain.accepts(text)).toBe(false)
  })

  it.each([
    [{ groupChar: ' ' }, '1 0 0', '100'],
    [{ groupChar: ' ' }, '1 000.5', '1000.5'],
    [{ groupChar: ' ' }, '1\u00a0000', undefined],
    [{ groupChar: ',' }, '1,000,000.50', '1000000.50'],
    [{ groupChar: ',' }, ',', undefined],
    [{ groupChar: '.' }, '1.000', '1000'],
    [{ decimalChar: ',' }, '1,50', '1,50'],
    [{ decimalChar: ',' }, '1.50', undefined],
    [{ decimalChar: ',' }, ' +1e3', '1e3'],
    [{ decimalChar: ',', groupChar: '.' }, '8.699,8', '8699,8'],
    [{ decimalChar: '@', groupChar: '#' }, '10#000@50', '10000@50'],
    [{ bareNumber: false }, '12 %', '12'],
    [{ bareNumber: false }, '€1.5', '1.5'],
    [{ bareNumber: false }, '1.5.', '1.5'],
    [{ bareNumber: false }, 'total -5 €', '-5'],
    [{ bareNumber: false }, 'a1b2', undefined],
    [{ bareNumber: false }, '€', undefined],
    [{ bareNumber: false, decimalChar: ',', groupChar: ' ' }, '  10 000,00 £', '10000,00'],
    [{ bareNumber: true, groupChar: ',' }, '$1,234.56', undefined],
    [{ floatNumber: true }, '1_0', '10'],
  ])('reads %j, %j as %j', (declaration, text, canonical) => {
    const { accepts, type } = compileType('number', declaration)
    expect(accepts(text)).toBe(canonical !== undefined)
    if (canonical !== undefined) expect(type.canonical(text)).toBe(canonical)
  })

  it('orders by value, NaN by none', () => {
    expect(['-Infinity', '-1e3', '-0', '.5', '1_0', '123456789012345678', '1e400'].map(plain.order)).toEqual([
      Number.NEGATIVE_INFINITY,
      -1000,
      -0,
      0.5,
      10,
      123456789012345680,
      Number.POSITIVE_INFINITY,
    ])
    expect(['NaN', '-sNaN12'].map(plain.order)).toEqual([Number.NaN, Number.NaN])
    expect(compileType('number', { decimalChar: ',' }).order('-0,25')).toBe(-0.25)
  })

  it.each([
    ['1', '1.0', '01', '1e0', '+1', ' 1', '0.1e1', '10E-1', '１'],
    ['0', '-0', '0.00', '.0', '0e5', '-0e-3'],
    ['1200', '1.2e3', '12e2', '1200.0', '1_200'],
    ['-0.05', '-.050', '-5e-2'],
    ['inf', 'Infinity', '+INF'],
    ['1e99999999999', '10e99999999998'],
  ])('gives %j one key', (...texts) => {
    expect(new Set(texts.map(plain.key)).size).toBe(1)
  })

  it('tells values apart by their key, however many digits', () => {
    const texts = [
      '1',
      '-1',
      '10',
      '0.1',
      '0',
      'NaN',
      'inf',
      '-inf',
      '9007199254740993',
      '9007199254740992',
      '1.0000000000000000000001',
      '1e1000',
    ]
    expect(new Set(texts.map(plain.key)).size).toBe(texts.length)
  })

  it('takes the numbers of a workbook, whatever the decimal character', () => {
    const comma = compileType('number', { decimalChar: ',' })
    expect(comma.acceptsNative('number', '1.5')).toBe(true)
    expect(comma.order('1.5')).toBe(1.5)
    expect(comma.key('1.5')).toBe(comma.key('1,50'))
    expect(comma.type.canonical('1.5')).toBe('1,5')
    expect(comma.acceptsNative('boolean', 'true')).toBeUndefined()
  })

  it('says which options it cannot use', () => {
    expect(compileType('number', { decimalChar: 5, groupChar: 1, bareNumber: 'no' }).type.ignored).toEqual([
      'decimalChar',
      'groupChar',
      'bareNumber',
    ])
    expect(compileType('number', { decimalChar: '' }).type.ignored).toEqual(['decimalChar'])
    expect(plain.type.ignored).toBeUndefined()
  })
})
