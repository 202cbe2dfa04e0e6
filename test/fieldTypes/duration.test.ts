import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const { accepts, key, type } = compileType('duration')

describe('duration', () => {
  it.each([
    'P1Y2M10DT2H30M',
    'P1W',
    'P1Y1W',
    '-P1Y',
    '+P1Y',
    'PT0S',
    'PT',
    'PT36H',
    'P1,5D',
    'P0.5Y',
    'P1Y\n',
    'P0001-01-01T00:00:00',
    'P00010101T000000',
    'P999999999D',
  ])('accepts %j', (text) => {
    expect(accepts(text)).toBe(true)
  })

  it.each([
    '',
    'P',
    'P1',
    '1Y',
    'PT1D',
    'P1H',
    'P2M1Y',
    'P-1Y',
    'P1.D',
    'p1y',
    ' P1Y',
    'P1Y ',
    '10 jours',
    'P0000-00-00T00:00:00',
    'P0001-01-01T24:00:00',
    'P1000000000D',
    `P${'9'.repeat(1000)}Y`,
  ])('refuses %j', (text) => {
    expect(accepts(text)).toBe(false)
  })

  it('compares by value', () => {
    const same = (...texts: string[]) => new Set(texts.map(key)).size === 1
    expect(same('P1W', 'P7D', 'PT168H', 'PT604800S', '+P1W')).toBe(true)
    expect(same('P1Y', 'P12M', 'P1,0Y')).toBe(true)
    expect(same('P0D', '-PT0S', 'PT')).toBe(true)
    expect(same('P1M', 'P30D')).toBe(false)
    expect(same('P1D', '-P1D')).toBe(false)
    expect(type.read('-P1Y2M3DT4H5M6.5S')).toEqual({ months: -14, seconds: -(3 * 86_400 + 4 * 3600 + 5 * 60 + 6.5) })
  })

  it('writes a point and no plus', () => {
    expect(type.canonical('+P1,5D\n')).toBe('P1.5D')
    expect(type.canonical('P1Y2M')).toBe('P1Y2M')
  })
})
