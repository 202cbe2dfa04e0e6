import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en.js'
import { csv } from '../../src/reporters/csv.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, finding, good, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const rows = (text: string, delimiter = ';'): string[][] => parse(text, { bom: true, delimiter })
const cellOf = async (cell: string): Promise<string | undefined> => {
  const found = table({ diagnostics: [finding('cell/type', {}, { row: 2, column: 1, cell })] })
  return rows(await written(csv, report(found)))[1]?.[8]
}

describe('the list of findings as CSV', () => {
  it('has a byte-order mark, a header and one line per finding, all equally long', async () => {
    const text = await written(csv, report(...everyTable.map((make) => make())))
    expect(text.startsWith('\ufeffFichier;Gravité;Constat;Cellule;')).toBe(true)
    const found = rows(text)
    expect(new Set(found.map(({ length }) => length))).toEqual(new Set([13]))
    const cut = everyTable.map((make) => make()).filter(({ truncated }) => truncated).length
    expect(found).toHaveLength(1 + cut + everyTable.reduce((total, make) => total + make().diagnostics.length, 0))
  })

  it('says where, what, and what to write', async () => {
    const found = rows(await written(csv, report(damagedByASpreadsheet())))
    expect(found.find((row) => row[3] === 'K2')).toEqual([
      'subventions-2022.csv',
      'erreur',
      'Forme inattendue',
      'K2',
      '2',
      '',
      'K',
      'datesPeriodeVersement',
      "'06/12/2022",
      "'2022-12-06",
      expect.stringContaining("n'a pas la forme attendue"),
      'cell/pattern',
      'docs/codes/cell/pattern.md',
    ])
  })

  it('says that it is not whole', async () => {
    const last = rows(await written(csv, report(damagedByASpreadsheet()))).at(-1)
    expect(last?.[10]?.replaceAll('\u00a0', ' ')).toBe("La liste s'arrête ici : 1 978 autres constats ne sont pas détaillés.")
    expect(await written(csv, report(untidy()))).not.toContain("s'arrête ici")
  })

  it('reads back what was spooled', async () => {
    const spooled = { ...good(), stats: { ...good().stats, errors: 600 } }
    Object.defineProperty(spooled, 'rest', {
      enumerable: false,
      value: async function* () {
        for (let row = 2; row < 602; row++) yield finding('cell/type', {}, { row, column: 1 })
      },
    })
    expect(rows(await written(csv, report(spooled)))).toHaveLength(601)
  })

  it('is separated by commas in English', async () => {
    const found = rows(await written(csv, report(untidy()), { messages: en }), ',')
    expect(found[0]?.slice(0, 3)).toEqual(['File', 'Severity', 'Finding'])
  })

  it.each([
    ['12', '12'],
    ['Place du 5 mai', 'Place du 5 mai'],
    ['commune.csv', 'commune.csv'],
    ['', ''],
    ['06/12/2022', "'06/12/2022"],
    ['2022-12-06', "'2022-12-06"],
    ['21310117300011', "'21310117300011"],
    ['01000', "'01000"],
    ['1,50', "'1,50"],
    ['2,43E+13', "'2,43E+13"],
    ['mars 2024', "'mars 2024"],
    ['Dec-12', "'Dec-12"],
    ['VRAI', "'VRAI"],
    ['=1+1', "'=1+1"],
    ['-2+3', "'-2+3"],
    ['+33 1 99 00 27 37', "'+33 1 99 00 27 37"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'⇥=1+1"],
  ])('%s is shown as it is written', async (cell, shown) => expect(await cellOf(cell)).toBe(shown))

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const out = await written(csv, report(...poisoned(text)))
    expect(out.slice(1).replaceAll('\r\n', '').match(CONTROLS)).toBeNull()
    const found = rows(out)
    expect(new Set(found.map(({ length }) => length))).toEqual(new Set([13]))
    for (const cell of found.flat()) {
      expect(cell).not.toMatch(/^[=+\-@＝＋－＠\s]/)
      expect(cell.length).toBeLessThan(4000)
    }
  })
})
