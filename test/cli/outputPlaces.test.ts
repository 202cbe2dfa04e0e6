import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outputPlaces } from '../../src/cli/commands/convert/outputPlaces.js'
import { temporaryFolder } from '../node/temporaryFolder.js'

const folder = temporaryFolder()
const one = folder.write('data/2024/a.csv', '')
const two = folder.write('data/2025/a.csv', '')
const data = join(folder.path, 'data')
mkdirSync(join(folder.path, 'out'))
const out = join(folder.path, 'out')

const wishes = { extension: 'csv', logName: 'changements' }
const places = (expanded: [string, string[]][], more = {}) =>
  outputPlaces(
    expanded.map(([argument, names]) => ({ argument, names })),
    { ...wishes, ...more },
  ).map(({ output, changeLog }) => [output, changeLog])

describe('where outputs go', () => {
  test('beside the source', () => {
    expect(places([['d/x.csv', ['d/x.csv']]])).toEqual([['d/x.scdl.csv', 'd/x.changements.xlsx']])
    expect(places([['x.csv.gz', ['x.csv.gz']]])).toEqual([['x.scdl.csv', 'x.changements.xlsx']])
    expect(places([['y.xlsx', ['y.xlsx']]], { extension: 'json' })).toEqual([['y.scdl.json', 'y.changements.xlsx']])
  })

  test('where they were asked for', () => {
    expect(places([['x.csv', ['x.csv']]], { out: 'y.csv' })).toEqual([['y.csv', undefined]])
    expect(places([['x.csv', ['x.csv']]], { out: '-', changes: 'c.csv' })).toEqual([['-', 'c.csv']])
    expect(places([['-', ['-']]])).toEqual([['-', undefined]])
    expect(places([['x.csv', ['x.csv']]], { outDir: 'out' })).toEqual([['out/x.csv', 'out/x.changements.xlsx']])
  })

  test.each([
    ['https://ville.example/donnees/subventions.csv', 'subventions'],
    ['https://ville.example/donnees/d%C3%A9lib%20%22x%22.csv.gz?version=1.2#x', 'délib _x_'],
    ['https://ville.example/datasets/r/2a5b/', '2a5b'],
    ['https://ville.example/..%2F..%2Fa.csv', '.._.._a'],
    ['https://ville.example', 'ville'],
    [`https://ville.example/${'x'.repeat(300)}.csv`, 'x'.repeat(96)],
  ])('where the user is, for %s', (address, stem) => {
    expect(places([[address, [address]]])).toEqual([[`${stem}.scdl.csv`, `${stem}.changements.xlsx`]])
    expect(places([[address, [address]]], { outDir: 'out' })).toEqual([
      [join('out', `${stem}.csv`), join('out', `${stem}.changements.xlsx`)],
    ])
  })

  test('under the folders between the argument and the source', () => {
    expect(places([[data, [one, two]]], { outDir: out })).toEqual([
      [join(out, '2024/a.csv'), join(out, '2024/a.changements.xlsx')],
      [join(out, '2025/a.csv'), join(out, '2025/a.changements.xlsx')],
    ])
    expect(places([[join(data, '*/a.csv'), [one, two]]], { outDir: out }).map(([path]) => path)).toEqual([
      join(out, '2024/a.csv'),
      join(out, '2025/a.csv'),
    ])
  })

  test('what an earlier run wrote is passed over in folders, and not where it is named', () => {
    const names = ['d/x.csv', 'd/x.scdl.csv', 'd/x.changements.csv', 'd/x.changements.xlsx']
    expect(places([['d', names]])).toHaveLength(1)
    expect(places([['d/x.scdl.csv', ['d/x.scdl.csv']]])).toEqual([['d/x.scdl.scdl.csv', 'd/x.scdl.changements.xlsx']])
  })

  test('apart, where two sources have one name', () => {
    expect(places([['d', ['d/a.csv', 'd/a.xlsx', 'd/b.csv']]]).map(([path]) => path)).toEqual([
      'd/a-csv.scdl.csv',
      'd/a-xlsx.scdl.csv',
      'd/b.scdl.csv',
    ])
    const named: [string, string[]][] = [one, two].map((path) => [path, [path]])
    expect(places(named, { outDir: out })).toEqual([
      [join(out, 'a-2024.csv'), join(out, 'a-2024.changements.xlsx')],
      [join(out, 'a-2025.csv'), join(out, 'a-2025.changements.xlsx')],
    ])
    const both = ['x/2024/a.csv', 'x/2024/a.ods', 'x/2025/a.csv']
    expect(
      places(
        both.map((path) => [path, [path]]),
        { outDir: out },
      ).map(([path]) => path),
    ).toEqual([join(out, 'a-2024-csv.csv'), join(out, 'a-2024-ods.csv'), join(out, 'a-2025-csv.csv')])
  })

  test.each<[string, [string, string[]][], object, string]>([
    [
      'two sources that nothing tells apart',
      ['x/d/a.csv', 'y/d/a.csv'].map((path): [string, string[]] => [path, [path]]),
      { outDir: out },
      'same-output',
    ],
    ['one output for several', [['d', ['d/a.csv', 'd/b.csv']]], { out: 'x.csv' }, 'one-output'],
    ['one list of changes for several', [['d', ['d/a.csv', 'd/b.csv']]], { changes: 'x.csv' }, 'one-output'],
    ['the output is a source', [[one, [one]]], { out: one }, 'bad-option-value'],
    ['the list of changes is a source', [[one, [one]]], { changes: one }, 'bad-option-value'],
    ['the list of changes takes the place of the table', [[one, [one]]], { out: 'x.csv', changes: './x.csv' }, 'bad-option-value'],
    ['the folder is that of the sources', [[one, [one]]], { outDir: join(data, '2024') }, 'bad-option-value'],
  ])('refused: %s', (_name, expanded, more, code) => {
    expect(() => places(expanded, more)).toThrowError(expect.objectContaining({ code }))
  })

  test.each([
    [{ out: one }, { option: '--out', expected: 'other-place' }],
    [{ changes: one }, { option: '--changes', expected: 'other-place' }],
    [
      { out: 'x.csv', changes: 'x.csv' },
      { option: '--changes', expected: 'own-place' },
    ],
  ])('the option that asks for it is named: %j', (wishes, details) => {
    expect(() => places([[one, [one]]], wishes)).toThrowError(expect.objectContaining({ details: expect.objectContaining(details) }))
  })
})
