// Checks across columns, on columns of several types.
import { describe, expect, test } from 'vitest'
import { readDescriptor, validate } from '../../../src/index.js'
import { memorySource } from '../../formats/memorySource.js'

interface Case {
  check: string
  params: Record<string, unknown>
  types: Record<string, unknown>
}

/** Rows (from 2) that the check refuses, with the number of the fault. */
async function refused({ check, params, types }: Case, csv: string): Promise<Record<number, unknown>> {
  const fields = Object.entries(types).map(([name, type]) => (typeof type === 'string' ? { name, type } : { name, ...(type as object) }))
  const schema = readDescriptor({ fields, custom_checks: [{ name: check, params }] })
  const { diagnostics } = await validate(memorySource(csv), { schema })
  return Object.fromEntries(diagnostics.flatMap(({ code, row, details }) => (code === `row/${check}` ? [[row, details.fault ?? 1]] : [])))
}

describe('compare-columns-value', () => {
  const compare = (op: string, a: unknown, b: unknown = a): Case => ({
    check: 'compare-columns-value',
    params: { column: 'a', op, column2: 'b' },
    types: { a, b },
  })
  test.each([
    ['numbers by size', compare('<=', 'number'), '1.5,1.50\n10,9\n1e2,99\n,1\n1,', { 3: 1, 4: 1 }],
    ['whole numbers with decimals', compare('<', 'integer', 'number'), '1,1.5\n2,1.5', { 3: 1 }],
    [
      'whole numbers of any size, to the last digit',
      compare('>', 'integer'),
      '9007199254740993,9007199254740992\n9007199254740992,9007199254740993\n-99999999999999999999,-99999999999999999998\n9007199254740993,1',
      { 3: 1, 4: 1 },
    ],
    [
      'whole numbers of a column of decimal ones',
      compare('==', { type: 'number', groupChar: ' ' }, 'integer'),
      '9 007 199 254 740 993,9007199254740993\n9007199254740992,9007199254740993\n1e16,10000000000000000\n9007199254740992.5,9007199254740993',
      { 3: 1, 5: 1 },
    ],
    [
      'texts that are written as large numbers',
      compare('<', 'string'),
      '9007199254740992,9007199254740993\n9007199254740993,9007199254740993\n9007199254740993,9_007_199_254_740_992\n1,9007199254740993',
      { 3: 1, 4: 1 },
    ],
    ['texts that are written as numbers', compare('>=', 'string'), '10,9\n-1,0\n1.5,1', { 3: 1 }],
    ['texts letter by letter', compare('>', 'string'), 'b,a\na,b\na ,a\né,z\na,10', { 3: 1 }],
    ['a number and a text', compare('<=', 'integer', 'string'), '1,2\n3,2\n1,x', { 3: 1, 4: 2 }],
    ['dates', compare('>=', 'date'), '2024-01-02,2024-01-01\n2023-12-31,2024-01-01', { 3: 1 }],
    [
      'dates of two forms',
      compare('==', 'date', { type: 'date', format: '%d/%m/%Y' }),
      '2024-01-02,02/01/2024\n2024-01-02,01/02/2024',
      { 3: 1 },
    ],
    ['a date and a moment', compare('<=', 'date', 'datetime'), '2024-01-01,2024-12-31T00:00:00Z', { 2: 2 }],
    ['durations by length', compare('<', 'duration'), 'P1D,P2D\nP2D,P1D\nPT23H,P1D\nP1M,P1Y', { 3: 1 }],
    ['booleans by value', compare('==', 'boolean'), 'true,1\ntrue,false', { 3: 1 }],
  ] as const)('%s', async (_, check, rows, wanted) => expect(await refused(check, `a,b\n${rows}\n`)).toEqual(wanted))
})

describe('sum-columns-value', () => {
  const sum = (type: unknown): Case => ({
    check: 'sum-columns-value',
    params: { column: 'a', columns: ['b', 'c'] },
    types: { a: type, b: type, c: type },
  })
  test.each([
    ['whole numbers', sum('integer'), '3,1,2\n4,1,2\n,1,2\n3,,3\n-1,1,-2', { 3: 1 }],
    ['numbers, cut to whole ones', sum('number'), '3.9,1,2\n-2,-1.5,-0.5', { 3: 1 }],
    [
      'booleans, true counting for one',
      { ...sum('integer'), types: { a: 'integer', b: 'boolean', c: 'boolean' } },
      '2,true,1\n1,true,false\n1,true,true',
      { 4: 1 },
    ],
    ['texts', sum('string'), '3,1,2\n3,1,x', { 3: 2 }],
    ['with a decimal comma', sum({ type: 'number', decimalChar: ',' }), '"3,5","1,2","2,9"', {}],
  ] as const)('%s', async (_, check, rows, wanted) => expect(await refused(check, `a,b,c\n${rows}\n`)).toEqual(wanted))
})

describe('cohesive-columns-value', () => {
  const cohesive: Case = {
    check: 'cohesive-columns-value',
    params: { column: 'a', othercolumns: ['b', 'c'] },
    types: { a: 'integer', b: 'string', c: 'string' },
  }
  test('all or none', async () => {
    expect(await refused(cohesive, 'a,b,c\n1,2,3\n,,\n1,2,\n,2,3\nx,,\nx,1,1\n')).toEqual({ 4: 1, 5: 1, 7: 1 })
  })
})

describe('columns that the file lacks', () => {
  const types = { a: 'integer', b: 'integer', c: 'integer', d: 'string' }
  const fields = Object.entries(types).map(([name, type]) => ({ name, type }))
  test.each([
    ['compare-columns-value', { column: 'a', op: '<', column2: 'b' }],
    ['cohesive-columns-value', { column: 'a', othercolumns: ['b', 'c'] }],
    ['sum-columns-value', { column: 'a', columns: ['b', 'c'] }],
  ])('%s: one of them, one fault of the header; all of them, none', async (name, params) => {
    const schema = readDescriptor({ fields, custom_checks: [{ name, params }] })
    const some = await validate(memorySource('b,c,d\n1,1,x\n2,2,y\n'), { schema })
    const faults = some.diagnostics.filter(({ severity }) => severity === 'error')
    expect(faults).toMatchObject([{ code: 'header/check-column', type: 'check-error', details: { check: name, absent: ['a'] } }])
    expect((await validate(memorySource('d\nx\n'), { schema })).valid).toBe(true)
  })
})

test.each([
  ['compare-columns-value', { column: 'a', op: '=', column2: 'b' }],
  ['compare-columns-value', { column: 'a', op: 'toString', column2: 'b' }],
  ['compare-columns-value', { column: 'a', op: '<' }],
  ['sum-columns-value', { column: 'a', columns: ['b'] }],
  ['sum-columns-value', { column: 'a', columns: 'b' }],
  ['cohesive-columns-value', { column: 'a', othercolumns: [] }],
])('%s cannot use %j', (name, params) => {
  const fields = ['a', 'b'].map((field) => ({ name: field, type: 'integer' }))
  const schema = readDescriptor({ fields, custom_checks: [{ name, params }] })
  expect(schema.faults).toMatchObject([{ code: 'schema/check-parameter', details: { check: name } }])
})
