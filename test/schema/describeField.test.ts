import { describe, expect, test } from 'vitest'
import { readDescriptor } from '../../src/index.js'
import { describeField } from '../../src/schema/describeField.js'

const describeOf = (field: object, more: object = {}) => {
  const { schema } = readDescriptor({ fields: [{ name: 'a', ...field }, { name: 'b' }], ...more })
  return describeField(schema.fields[0]!, schema)
}

describe('describeField', () => {
  test('a plain field', () => {
    expect(describeOf({ type: 'string', title: 'A', description: 'Un a.', example: 'x' })).toMatchObject({
      name: 'a',
      title: 'A',
      description: 'Un a.',
      example: 'x',
      type: 'string',
      format: 'default',
      required: false,
      unique: false,
      isKey: false,
      checks: [],
    })
  })

  test('what a cell has to be, in the order of the constraints', () => {
    const { rules, required, values } = describeOf({
      type: 'string',
      constraints: { required: true, pattern: 'a+', maxLength: 3, enum: ['a'] },
    })
    expect(rules.map(({ code }) => code)).toEqual(['cell/type', 'cell/maxLength', 'cell/pattern'])
    expect({ required, values }).toEqual({ required: true, values: ['a'] })
  })

  test('values of another type, and categories', () => {
    expect(describeOf({ type: 'integer', constraints: { enum: [1, '2'] } }).values).toEqual(['1', '2'])
    expect(describeOf({ type: 'string', categories: ['x', { value: 'y', label: 'Y' }] }).values).toEqual(['x', 'y'])
  })

  test('keys and checks', () => {
    const checks = [{ name: 'one-of-required', params: { column1: 'a', column2: 'b' } }]
    expect(describeOf({}, { primaryKey: ['a', 'b'], custom_checks: checks })).toMatchObject({ isKey: true, checks: ['one-of-required'] })
  })
})
