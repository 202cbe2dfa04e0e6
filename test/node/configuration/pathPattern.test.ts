import { describe, expect, test } from 'vitest'
import { compilePathPattern } from '../../../src/node/configuration/pathPattern.js'

const match = (pattern: string, path: string) => {
  const found = compilePathPattern(pattern)?.match(path)
  return found && { ...found }
}

describe('patterns of paths', () => {
  test.each([
    ['data/a.csv', 'data/a.csv', {}],
    ['./data/a.csv', 'data/a.csv', {}],
    ['data/*.csv', 'data/a b (2024).csv', {}],
    ['data/*', 'data/', {}],
    ['**/*.csv', 'a.csv', {}],
    ['**/*.csv', 'x/y/a.csv', {}],
    ['data/**', 'data/x/y.csv', {}],
    ['data/**/a.csv', 'data/a.csv', {}],
    ['data/?.{csv,tsv}', 'data/é.tsv', {}],
    ['data/{siren}/subventions*.csv', 'data/219500002/subventions-2024.csv', { siren: '219500002' }],
    ['{a}-{b}.csv', '1-2-3.csv', { a: '1', b: '2-3' }],
    ['{siren}/{siren}_{année}.csv', '12/12_2024.csv', { siren: '12', année: '2024' }],
    ['{siren}{suite}/{siren}.csv', '1212/121.csv', { siren: '121', suite: '2' }],
  ])('%s matches %s', (pattern, path, captures) => {
    expect(match(pattern, path)).toEqual(captures)
  })

  test.each([
    ['data/*.csv', 'data/x/a.csv'],
    ['data/*.csv', 'data/a.CSV'],
    ['data/?.csv', 'data/ab.csv'],
    ['data/{siren}/a.csv', 'data//a.csv'],
    ['data/{siren}/a.csv', 'data/x/y/a.csv'],
    ['{siren}/{siren}.csv', '12/13.csv'],
    ['a.csv', 'xa.csv'],
    ['a.csv', 'a.csv.gz'],
  ])('%s does not match %s', (pattern, path) => {
    expect(match(pattern, path)).toBeUndefined()
  })

  test.each(['', '/etc/*', '../x.csv', 'a/../../b', 'C:\\x', '{}', '{a b}', 'x{', '[ab].csv', '{a}{a}{b}{b}', '{1,2}'.repeat(20)])(
    '%s is no pattern',
    (pattern) => {
      expect(compilePathPattern(pattern)).toBeUndefined()
    },
  )

  test('a pattern made to be slow is not', () => {
    expect(match(`${'*a'.repeat(40)}b`, 'a'.repeat(3000))).toBeUndefined()
    expect(match(`${Array.from({ length: 12 }, (_, i) => `{c${i}}`).join('')}!`, 'a'.repeat(500))).toBeUndefined()
  })

  test('tells the names of its captures', () => {
    expect(compilePathPattern('{x}/{y}/{x}.csv')?.captures).toEqual(['x', 'y'])
  })
})
