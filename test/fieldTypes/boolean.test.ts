import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

describe('boolean', () => {
  it.each([
    [{}, ['true', 'True', 'TRUE', '1'], ['false', 'False', 'FALSE', '0'], ['tRue', 't', 'yes', 'oui', '', ' true', '2', '1.0']],
    [{ trueValues: ['oui'], falseValues: ['non'] }, ['oui'], ['non'], ['OUI', 'true', 'false', '1', 'ouil', 'nom']],
    [{ trueValues: ['oui'] }, ['oui'], ['false', '0'], ['true', '1', 'non']],
    [{ trueValues: ['été'], falseValues: ['', '0'] }, ['été'], ['', '0'], ['ete', 'false']],
    [{ trueValues: [true, 1], falseValues: ['1', 0] }, ['true'], ['1', '0'], ['false']],
    [{ trueValues: ['yes'], falseValues: [] }, ['yes'], [], ['false']],
  ])('%j', (declaration, trueWords, falseWords, others) => {
    const { accepts, key, type } = compileType('boolean', declaration)
    expect([...trueWords, ...falseWords].every(accepts)).toBe(true)
    expect(others.some(accepts)).toBe(false)
    expect(new Set([...trueWords.map(key), ...trueWords.map((word) => String(type.read(word)))])).toEqual(new Set(['1', 'true']))
    expect(falseWords.every((word) => key(word) === '0' && type.read(word) === false)).toBe(true)
    expect(others.every((word) => type.read(word) === undefined)).toBe(true)
  })

  it('writes the booleans of a workbook in the words of the field', () => {
    const { accepts, acceptsNative, key, type } = compileType('boolean', { trueValues: ['oui', 'o'], falseValues: ['non'] })
    expect([accepts('true'), acceptsNative('boolean', 'true'), acceptsNative('boolean', 'oui')]).toEqual([false, true, false])
    expect(['true', 'false', 'o', 'x'].map((text) => type.canonical(text))).toEqual(['oui', 'non', 'o', 'x'])
    expect(['true', 'false'].map(key)).toEqual(['oui', 'non'].map(key))
  })

  it('says which lists it cannot use', () => {
    expect(compileType('boolean', { trueValues: 'oui', falseValues: [null] }).type.ignored).toEqual(['falseValues', 'trueValues'])
  })
})
