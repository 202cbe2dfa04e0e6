import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { github } from '../../src/reporters/github.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { column, count, damagedByASpreadsheet, finding, good, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const lines = async (...tables: TableReport[]): Promise<string[]> =>
  (await written(github, report(...tables))).replaceAll('\u00a0', ' ').trimEnd().split('\n')

const COMMAND = /^::(error|warning|notice) (?:(?:file|line|title)=[^,:\r\n]*,?)+::[^\r\n]+$/
const commands = (found: readonly string[]): string[] => found.filter((line) => line.startsWith('::'))

describe('annotations of GitHub', () => {
  it('follow its grammar, at most ten of a level', async () => {
    const found = await lines(...everyTable.map((make) => make()))
    for (const line of commands(found)) expect(line).toMatch(COMMAND)
    for (const level of ['error', 'warning', 'notice'])
      expect(found.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10)
    expect(found.filter((line) => !line.startsWith('::'))).toHaveLength(everyTable.length)
  })

  it('tell once of all findings that are alike', async () => {
    expect((await lines(damagedByASpreadsheet()))[3]).toBe(
      "::error file=subventions-2022.csv,line=2,title=K2 · Forme inattendue::« 06/12/2022 » n'a pas la forme attendue. Il faut une date écrite aaaa-mm-jj. Écrivez « 2022-12-06 ». 395 autres constats semblables dans ce fichier.%0AExplications et exemples : docs/codes/cell/pattern.md",
    )
  })

  it('give each file its turn, and say what is left', async () => {
    const many = (source: string): TableReport => {
      const fields = Array.from({ length: 12 }, (_, i) => `champ${i}`)
      return table({
        source,
        valid: false,
        verdict: 'invalid',
        columns: fields.map((field, i) => column(i + 1, field)),
        counts: fields.map((field) => count('cell/type', 3, { field })),
        diagnostics: fields.map((field, i) => finding('cell/type', {}, { row: 2, line: 2, column: i + 1, field, cell: 'x' })),
      })
    }
    const found = commands(await lines(many('a.csv'), many('b.csv'), many('c.csv')))
    expect(found).toHaveLength(10)
    for (const name of ['a.csv', 'b.csv', 'c.csv']) expect(found.filter((line) => line.includes(`file=${name},`))).toHaveLength(3)
    expect(found.at(-1)).toContain('27 autres sortes de constats')
  })

  it('name what is no file of the repository in the title', async () => {
    const found = await lines({ ...untidy(), source: 'https://exemple.fr/a.csv' })
    expect(found[0]).toMatch(/^::error title=https%3A\/\/exemple.fr\/a.csv · /)
    expect((await lines({ ...untidy(), source: './data/a.csv' }))[0]).toMatch(/^::error file=data\/a.csv,/)
  })

  it('are absent for a good file', async () =>
    expect(await lines(good())).toEqual(['✔ subventions.csv est conforme à scdl/subventions 2.1.1']))

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const out = await written(github, report(...poisoned(text)))
    expect(out.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    for (const line of out.trimEnd().split('\n')) {
      if (line.startsWith('::')) expect(line).toMatch(COMMAND)
      else expect(line).not.toMatch(/::|##\[/)
      expect(line.length).toBeLessThan(6000)
    }
  })
})
