import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const { accepts, acceptsNative, key, order, type } = compileType('year')

describe('year', () => {
  it.each(['2024', '0000', '0999', '9999', '+024', ' 203', '1_23', '２０２４', '-000'])('accepts %j', (text) => {
    expect(accepts(text)).toBe(true)
  })

  it.each(['', '24', '02024', '-001', '-2024', ' 2024', '2024 ', '20 4', '2024.0', '1e3', '0x10', '１２３', 'abcd', '2²24'])(
    'refuses %j',
    (text) => {
      expect(accepts(text)).toBe(false)
    },
  )

  it('orders, compares and writes by value', () => {
    expect(['0999', ' 203', '２０２４'].map(order)).toEqual([999, 203, 2024])
    expect(new Set(['0203', ' 203', '+203', '2_03'].map(key)).size).toBe(1)
    expect(['２０２４', ' 203', '2024', '24 '].map((text) => type.canonical(text))).toEqual(['2024', '0203', '2024', '24 '])
  })

  it('takes the whole numbers of a workbook', () => {
    expect(['2024', '24', '-24', '20240', '2024.5'].map((text) => acceptsNative('number', text))).toEqual([true, true, false, false, false])
    expect(order('24')).toBe(24)
    expect(type.canonical('24')).toBe('0024')
  })
})
