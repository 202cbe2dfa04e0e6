import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const { accepts, key, order, type } = compileType('yearmonth')

describe('yearmonth', () => {
  it.each(['2024-01', '2024-12', '2024-1', ' 2024-01', '2024-01 ', '2024 -01', '2024-001', '٢٠٢٤-٠١', '2024-+1', '0000-01', '99999-1'])(
    'accepts %j',
    (text) => {
      expect(accepts(text)).toBe(true)
    },
  )

  it.each(['', '2024', '2024-13', '2024-00', '01-2024', '2024/01', '2024-01-01', '-2024-01', '2024--1', '2024-', '-', 'x-1', '2024-1.0'])(
    'refuses %j',
    (text) => {
      expect(accepts(text)).toBe(false)
    },
  )

  it('writes four digits and two, which are the value and the key', () => {
    for (const text of ['2024-01', '2024-1', ' 2024 - +01', '٢٠٢٤-٠١', '02024-01']) {
      expect([type.canonical(text), type.read(text), key(text)]).toEqual(['2024-01', '2024-01', '2024-01'])
    }
    expect(type.canonical('12345-1')).toBe('12345-01')
  })

  it('orders by month', () => {
    expect(order('2024-01') - order('2023-12')).toBe(1)
    expect(order('2024-1')).toBe(order('2024-01'))
  })
})
