import { describe, expect, test } from 'vitest'
import { pathFilter } from '../../src/node/pathFilter.js'

const PATHS = [
  'a.csv',
  'b.XLSX',
  'data/2023/a.csv',
  'data/2024/a.xlsx',
  'data/archives/vieux.csv',
  'data/é (1).csv',
  '/ailleurs/a.csv',
  '.caché/a.csv',
]
const kept = (include: string[], exclude: string[] = []) => PATHS.filter(pathFilter({ include, exclude }, '/ici'))

describe('pathFilter', () => {
  test.each([
    ['a name at any depth', ['*.xlsx'], ['data/2024/a.xlsx']],
    ['a folder at any depth', ['archives'], ['data/archives/vieux.csv']],
    ['a path', ['data/2023/*.csv'], ['data/2023/a.csv']],
    ['a path with what lies below', ['data/20*/'], ['data/2023/a.csv', 'data/2024/a.xlsx']],
    ['./ and **', ['./data/**'], ['data/2023/a.csv', 'data/2024/a.xlsx', 'data/archives/vieux.csv', 'data/é (1).csv']],
    ['braces', ['a.{csv,xlsx}'], ['a.csv', 'data/2023/a.csv', 'data/2024/a.xlsx', '/ailleurs/a.csv', '.caché/a.csv']],
    ['one of several', ['b.*', 'é*'], ['b.XLSX', 'data/é (1).csv']],
    ['nothing', ['!a.csv'], []],
  ])('%s', (_, include, expected) => expect(kept(include)).toEqual(expected))

  test('what is excluded is not included', () => {
    expect(kept([], ['data', '/ailleurs/**', '../ailleurs'])).toEqual(['a.csv', 'b.XLSX', '.caché/a.csv'])
    expect(kept(['*.csv'], ['archives', '.caché', '2023'])).toEqual(['a.csv', 'data/é (1).csv', '/ailleurs/a.csv'])
  })
})
