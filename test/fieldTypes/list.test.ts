import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

describe('list', () => {
  it.each([
    [{}, 'a,b, c', ['a', 'b', ' c']],
    [{}, '', ['']],
    [{}, 'a,', ['a', '']],
    [{ delimiter: ';' }, 'a,b;c', ['a,b', 'c']],
    [{ delimiter: ' | ' }, 'a | b|c', ['a', 'b|c']],
    [{ delimiter: 'é' }, 'aéb', ['a', 'b']],
    [{ itemType: 'integer' }, '1, 2,-3', [1, 2, -3]],
    [{ itemType: 'integer' }, '1,,3', undefined],
    [{ itemType: 'integer' }, '1,2,', undefined],
    [{ itemType: 'integer' }, '1,x', undefined],
    [{ itemType: 'number', delimiter: ';' }, '1.5;2', [1.5, 2]],
    [{ itemType: 'boolean' }, 'true,0', [true, false]],
    [{ itemType: 'date' }, '2024-01-31,2024-1-1', ['2024-01-31', '2024-01-01']],
    [{ itemType: 'date' }, '31/01/2024', undefined],
    [{ itemType: 'datetime' }, '2024-01-31T10:00:00Z', ['2024-01-31T10:00:00Z']],
    [{ itemType: 'time', delimiter: '-' }, '09:00:00-10:00:00', ['09:00:00', '10:00:00']],
  ])('%j: %j is %j', (declaration, text, value) => {
    const { accepts, type } = compileType('list', declaration)
    expect(type.read(text)).toEqual(value)
    expect(accepts(text)).toBe(value !== undefined)
  })

  it('counts its items', () => {
    expect(['', 'a', 'a,b', ',', 'a,b,'].map(compileType('list').size)).toEqual([1, 1, 2, 2, 3])
  })

  it('compares by the value of the items', () => {
    const { key } = compileType('list', { itemType: 'number' })
    expect(key('1,2.0')).toBe(key('1.00, 2'))
    expect(new Set(['1,2', '12', '2,1', '1,2,0'].map(key)).size).toBe(4)
    expect(() => key(Array(1000).fill('10').join(','))).not.toThrow()
    expect(compileType('list').type.key).toBe(undefined)
  })

  it('writes its items as their type does', () => {
    expect(compileType('list', { itemType: 'date', delimiter: ';' }).type.canonical('2024-1-1;2024-01-02')).toBe('2024-01-01;2024-01-02')
    expect(compileType('list').type.canonical('a, b')).toBe('a, b')
  })

  it('says what it cannot use', () => {
    expect(compileType('list', { delimiter: '', itemType: 'object' }).type.ignored).toEqual(['delimiter', 'itemType'])
    expect(compileType('list', { delimiter: 1 }).accepts('a')).toBe(true)
    expect(compileType('list', { delimiter: ';', itemType: 'date' }).type.ignored).toBe(undefined)
  })
})
