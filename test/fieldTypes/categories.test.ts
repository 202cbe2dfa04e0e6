// `categories`, https://datapackage.org/standard/table-schema/#categories: the only values of the field, as those of `enum`.
import { describe, expect, it } from 'vitest'
import { compileField, expectation } from '../../src/core/compileField.js'
import { faultBit } from '../../src/core/faultBits.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import { fieldOf } from './compileType.js'

const compile = (type: string, declaration: Readonly<Record<string, unknown>>) => {
  const field = fieldOf(type, declaration)
  const { test, faults } = compileField(field, fieldTypes)
  const judge = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    return test(bytes, 0, bytes.length)
  }
  return { judge, faults, values: expectation(field, 'enum').values }
}

describe('categories', () => {
  it.each([
    ['string', { categories: ['pomme', 'poire'] }],
    ['string', { categories: [{ value: 'pomme', label: 'Apple' }, { value: 'poire' }], categoriesOrdered: true }],
  ])('of a %s field: %j', (type, declaration) => {
    const { judge, values } = compile(type, declaration)
    expect(['pomme', 'poire', '', 'Apple', 'Pomme'].map(judge)).toEqual([0, 0, 0, faultBit('enum'), faultBit('enum')])
    expect(values).toEqual(['pomme', 'poire'])
  })

  it('of an integer field, by value', () => {
    const { judge } = compile('integer', { categories: [1, { value: 2, label: 'deux' }] })
    expect(['1', '02', '3', 'x'].map(judge)).toEqual([0, 0, faultBit('enum'), 1])
  })

  it('beside enum, both count', () => {
    const { judge } = compile('string', { categories: ['a', 'b'], constraints: { enum: ['b', 'c'] } })
    expect(['a', 'b', 'c'].map(judge)).toEqual([faultBit('enum'), 0, faultBit('enum')])
  })

  it('that cannot be understood are said; other types have none', () => {
    expect(compile('string', { categories: 'a' }).faults).toMatchObject([{ code: 'schema/property', details: { property: 'categories' } }])
    expect(compile('string', { categories: [null] }).faults).toHaveLength(1)
    expect(compile('date', { categories: ['a'] }).judge('2024-01-31')).toBe(0)
  })
})
