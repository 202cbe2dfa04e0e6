import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const plain = compileType('integer')

describe('integer', () => {
  it.each(['0', '-0', '+1', '007', ' 1 ', '\u00a01', '1\n', '1_000', '１２３', '١٢٣', '१२', '123456789012345678901234567890'])(
    'accepts %j',
    (text) => {
      expect(plain.accepts(text)).toBe(true)
    },
  )

  it.each([
    '',
    ' ',
    '-',
    '1.0',
    '1e3',
    '1,000',
    '1 000',
    '1\u00a0000',
    '1__0',
    '_1',
    '1_',
    '+-1',
    '- 1',
    '\x1c1',
    'NaN',
    'true',
    '²',
    '1²',
    'Ⅷ',
    '12%',
    '1er',
  ])('refuses %j', (text) => {
    expect(plain.accepts(text)).toBe(false)
  })

  it('drops what is around the digits where numbers are not bare', () => {
    const { accepts, type, order } = compileType('integer', { bareNumber: false })
    expect(['₪50000', '12 %', '+5', 'n° -3'].map((text) => type.canonical(text))).toEqual(['50000', '12', '5', '-3'])
    expect(['a1b2', '1.5', '1 000', '€'].map(accepts)).toEqual([false, false, false, false])
    expect(order('95 €')).toBe(95)
  })

  it('does not apply groupChar, and says so', () => {
    const { accepts, type } = compileType('integer', { groupChar: ',' })
    expect(accepts('1,000')).toBe(false)
    expect(type.ignored).toEqual(['groupChar'])
  })

  it('reads whole numbers exactly', () => {
    expect(plain.type.read(' 0_12 ')).toBe(12)
    expect(plain.type.read('9007199254740993')).toBe(9007199254740993n)
    expect(plain.type.read('1.0')).toBeUndefined()
  })

  it('keeps the digits as written', () => {
    expect(['007', ' +1_000 ', '-0', '１２', 'x'].map((text) => plain.type.canonical(text))).toEqual(['007', '1000', '-0', '12', 'x'])
  })

  it('shares its keys with number', () => {
    const number = compileType('number')
    expect(['0', '-7', '1200', '007', '9'.repeat(30)].map(plain.key)).toEqual(['-0', '-7.0', '1.2e3', '7', '9'.repeat(30)].map(number.key))
  })

  it('takes the whole numbers of a workbook', () => {
    expect(['12', '-12', '1.5', '1E+21'].map((text) => plain.acceptsNative('number', text))).toEqual([true, true, false, true])
  })
})
