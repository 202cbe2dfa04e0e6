import { expect, test } from 'vitest'
import { proposeEntries } from '../../src/cli/commands/init/proposeEntries.js'
import { compilePathPattern } from '../../src/node/configuration/pathPattern.js'

const matches = (schema: string, ways: readonly string[], others: readonly string[] = []) =>
  proposeEntries(
    ways.map((way) => ({ way, schema })),
    others,
  ).map(({ match }) => match)

test.each([
  [['a.csv'], ['a.csv']],
  [['subventions-2023.csv'], ['subventions-*.csv']],
  [['s-1.csv', 's-2.csv'], ['s-*.csv']],
  [['lot-12.csv'], ['lot-12.csv']],
  [['data/219500002/s.csv', 'data/213105554/s.csv'], ['data/{siren}/s.csv']],
  [['data/21950000200018/s-2023.csv'], ['data/{siret}/s-*.csv']],
  [
    ['a/s.csv', 'b/s.csv'],
    ['a/s.csv', 'b/s.csv'],
  ],
  [['123456789/987654321/s.csv'], ['{siren}/*/s.csv']],
  [['2023/s.csv', '2024/s.csv'], ['*/s.csv']],
  [['d/subventions-toulouse.csv', 'd/subventions-blagnac.csv'], ['d/subventions-*.csv']],
  [
    ['d/toulouse.csv', 'd/blagnac.csv'],
    ['d/toulouse.csv', 'd/blagnac.csv'],
  ],
  [['d/toulouse.csv', 'd/blagnac.csv', 'd/colomiers.csv'], ['d/*.csv']],
  [
    ['d/toulouse.csv', 'd/blagnac.csv', 'd/colomiers.xlsx'],
    ['d/toulouse.csv', 'd/blagnac.csv', 'd/colomiers.xlsx'],
  ],
  [['données {1}/[x]*.csv'], ['données ?1?/?x??.csv']],
])('%j: %j', (ways, expected) => {
  expect(matches('subventions', ways)).toEqual(expected)
})

test('a pattern that would take a table of another kind gives way to the paths themselves', () => {
  expect(matches('subventions', ['data/t-2023.csv', 'data/t-2024.csv'], ['data/t-2022.csv'])).toEqual([
    'data/t-2023.csv',
    'data/t-2024.csv',
  ])
})

test('a table of another kind keeps patterns apart that one could stand for', () => {
  expect(matches('subventions', ['d/subventions-a.csv', 'd/subventions-b.csv'], ['d/subventions-notice.csv'])).toEqual([
    'd/subventions-a.csv',
    'd/subventions-b.csv',
  ])
})

test('every table falls under an entry with its own schema first', () => {
  const tables = [
    { way: 'x-2023.csv', schema: 'a' },
    { way: 'x-2024.csv', schema: 'b' },
    { way: 'y/219500002/1.csv', schema: 'a' },
    { way: 'y/219500003/1.csv', schema: 'b' },
  ]
  const entries = proposeEntries(tables, [])
  for (const { way, schema } of tables) {
    expect(entries.find(({ match }) => compilePathPattern(match)?.match(way) !== undefined)?.schema).toBe(schema)
  }
})
