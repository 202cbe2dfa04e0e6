import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkAliases } from '../../src/checks/aliases.js'
import { cellChecks } from '../../src/checks/cell/index.js'
import { rowChecks } from '../../src/checks/row/index.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import { readDescriptor, validate } from '../../src/index.js'
import { inferSchema } from '../../src/inspect/inferSchema.js'
import { type InspectOptions, inspect } from '../../src/inspect.js'
import { nodePlatform } from '../../src/node/platform.js'
import { schemaCandidates } from '../../src/node/schemaCandidates.js'
import { lintDescriptor } from '../../src/schema/lint/lintDescriptor.js'
import type { LoadedSchema } from '../../src/validateOptions.js'
import { memorySource } from '../formats/memorySource.js'
import { writeWorkbook } from '../writeWorkbook.js'

let candidates: LoadedSchema[]
beforeAll(async () => {
  candidates = await schemaCandidates()
})

const known = { types: fieldTypes, cellChecks, rowChecks, checkAliases }

const look = (content: string | Uint8Array, options: InspectOptions = {}, name = 'table.csv') =>
  inspect(memorySource(content, name), { candidates, platform: nodePlatform, ...options })

const ROWS = 'nom;date;montant\nA;12/03/2024;1 234,50\n;;\nB;03/04/2023;12,5\n'

describe('a CSV file', () => {
  test('is told from its first byte to its last row', async () => {
    const found = await look(ROWS)
    expect(found).toMatchObject({
      source: 'table.csv',
      readable: true,
      format: { name: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 1 },
      headerRow: 1,
      titleRows: 0,
      rows: 3,
      blankRows: 1,
      longRows: 0,
      shortRows: 0,
      sheets: [],
    })
    expect(found.columns.map(({ label, filled, guess }) => `${label} ${filled} ${guess.kind}`)).toEqual([
      'nom 2 text',
      'date 2 date-dmy',
      'montant 2 decimal-comma',
    ])
  })

  test('in another encoding is read as it is, which is said with how sure', async () => {
    const { format, columns, publishing } = await look(Buffer.from('prénom;année\nÉlodie;2024\nRené;2023\nZoé;2022\n', 'latin1'))
    expect(columns[0]?.examples).toEqual(['Élodie', 'René', 'Zoé'])
    expect(format?.encodingConfidence).toBeGreaterThan(0)
    expect(publishing.remarks.map(({ code }) => code)).toEqual(['encoding'])
  })

  test('that turns out not to be UTF-8 far from its beginning is read again', async () => {
    const rows = Buffer.concat([Buffer.from(`nom;rang\n${'abc;1\n'.repeat(100_000)}`), Buffer.from('René;2\n', 'latin1')])
    const { rows: count, columns } = await look(rows)
    expect([count, columns[0]?.filled, columns[0]?.distinct]).toEqual([100_001, 100_001, 2])
  })

  test('under titles has its header found, known or not', async () => {
    const title = 'Commune de Test;;\n\n'
    expect(await look(`${title}${ROWS}`)).toMatchObject({ headerRow: 3, titleRows: 1, rows: 3 })
    expect(await look(`Subventions\nnomBeneficiaire;montant;objet\nA;1;x\n`)).toMatchObject({ headerRow: 2, titleRows: 1, rows: 1 })
  })

  test('ragged rows are counted', async () => {
    expect(await look('a;b\n1;2\n1;2;3\n1\n1;2\n')).toMatchObject({ rows: 4, longRows: 1, shortRows: 1 })
  })

  test('what the reading met is told once, with how often and where first', async () => {
    const { faults } = await look('a;b\n1;"2\n3;4\n')
    expect(faults.map(({ code, count, row }) => [code, count, row])).toEqual([['row/unclosed-quote', 1, 2]])
  })

  test('in pieces of any size is the same', async () => {
    const whole = await look(ROWS)
    for (const size of [1, 7, 64]) {
      expect(await inspect(memorySource(ROWS, 'table.csv', size), { candidates, platform: nodePlatform })).toEqual(whole)
    }
  })

  test('compressed is unwrapped', async () => {
    expect(await look(gzipSync(ROWS), {}, 'table.csv.gz')).toMatchObject({ readable: true, rows: 3, format: { wrapped: 'gzip' } })
  })

  test('without rows has its columns, empty', async () => {
    const { columns, rows } = await look('a;b\n')
    expect([rows, columns.map(({ guess }) => guess.kind)]).toEqual([0, ['empty', 'empty']])
  })
})

describe('the sheet of a workbook', () => {
  const rows = [['nom', 'montant'], ['A', 1], [], ['B', 2]]
  const sheet = (row: number) => writeWorkbook([{ name: 'Feuil1', rows, formattedTo: { row, column: 2 } }])

  test('ends with its last row, however far it is formatted', async () => {
    const { faults, ...found } = await look(sheet(3000), {}, 'a.xlsx')
    expect(found).toMatchObject({ rows: 3, blankRows: 1, shortRows: 0 })
    expect(faults).toEqual([{ code: 'row/phantom', details: { rows: 2996 }, count: 1, row: 5 }])
  })

  test('may have a few blank rows at its end', async () => {
    expect(await look(sheet(6), {}, 'a.xlsx')).toMatchObject({ rows: 5, blankRows: 3, faults: [] })
  })
})

describe('what is no table', () => {
  test.each([
    ['nothing', '', 'file/empty'],
    ['blank lines', '\n\n  \n', 'file/empty'],
    ['a PDF', '%PDF-1.4\n', 'file/not-a-table'],
    ['bytes', new Uint8Array(2000).map((_, i) => i % 7), 'file/not-a-table'],
  ])('%s is not readable, and the fault says why', async (_what, content, code) => {
    const { readable, faults, columns } = await look(content)
    expect([readable, faults.map((fault) => fault.code), columns]).toEqual([false, [code], []])
  })

  test('a request that cannot be carried out is thrown', async () => {
    await expect(look(ROWS, { headerRow: 99 })).rejects.toMatchObject({ code: 'header-row-not-found' })
    await expect(look(ROWS, { sheet: 'Feuille 9' })).rejects.toMatchObject({ code: 'no-such-sheet' })
    const row = (columns: number): string => `${Array.from({ length: columns }, (_, i) => `c${i}`).join(';')}\n`
    expect((await look(row(1000).repeat(2))).columns).toHaveLength(1000)
    await expect(look(row(1001).repeat(2))).rejects.toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'columns', value: 1000, row: 1 },
    })
  })
})

describe('on data.gouv.fr', () => {
  const remarks = async (content: string | Uint8Array, name?: string) =>
    (await look(content, {}, name)).publishing.remarks.map(({ code }) => code)

  test('a plain file meets nothing', async () => {
    expect(await remarks('a;b\n1;2\n')).toEqual([])
  })

  test('the separator is the most frequent sign of the first line, quotes or not', async () => {
    const { publishing } = await look('"nom, prénom, âge";rang\na;1\nb;2\n')
    expect(publishing.remarks).toEqual([{ code: 'first-line-separator', details: { seen: ',', used: ';' } }])
  })

  test('titles, uneven rows, repeated and blank labels are in the way', async () => {
    expect(await remarks(`Titre du tableau\n\n${ROWS}`)).toContain('header-row')
    expect(await remarks('a;b\n1\n2;3\n')).toEqual(['uneven-rows'])
    expect(await remarks('a;a;\n1;2;3\n2;3;4\n')).toEqual(['duplicate-labels', 'blank-labels'])
  })

  test('the schema to declare is the one that is clear', async () => {
    const labels = candidates.find(({ facts }) => facts.name === 'scdl/prenoms')!.schema.fields.map(({ name }) => name)
    const { publishing, clear } = await look(`${labels.join(';')}\n${labels.map(() => 'x').join(';')}\n`)
    expect([clear, publishing.schema]).toEqual(['scdl/prenoms', { name: 'scdl/prenoms', version: '1.1.6' }])
    expect((await look(ROWS)).publishing).not.toHaveProperty('schema')
  })
})

describe('the schema inferred from a table', () => {
  const texts = { title: 'Tableau', description: 'Déduit.', column: () => 'Colonne.' }
  const table = [
    'nom;siret;montant;le;actif;point;mixte;code;;nom',
    'A;21310555400017;1234,50;12/03/2024;oui;48.85,2.35;1;01;x;y',
    'B;78012958100010;12,5;03/04/2023;non;48.86,2.36;deux;02;x;y',
    ...['41395842200045', '21310117300010', '21950999900013'].map((siret) => `C;${siret};3;01/01/2024;non;1.5,2.5;3;03;x;y`),
  ].join('\n')

  test('has no fault of its own, and the rows of the table pass it', async () => {
    const descriptor = inferSchema(await look(table), texts)
    const said = (await lintDescriptor(descriptor, known)).filter(({ severity }) => severity !== 'info')
    expect(said.map(({ rule, details }) => [rule, details.property])).toEqual([
      ['missing-property', 'homepage'],
      ['missing-property', 'contributors'],
    ])
    const named = table
      .split('\n')
      .map((line) => line.split(';').slice(0, 8).join(';'))
      .join('\n')
    const report = await validate(memorySource(named), { schema: readDescriptor(descriptor), platform: nodePlatform })
    expect([report.verdict, report.counts]).toEqual(['valid', []])
  })

  test('never refuses a cell of the table that it comes from: every fixture', async () => {
    const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
    const paths = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('data.csv'))
    let inferred = 0
    for (const path of paths) {
      const bytes = readFileSync(fixtures + path)
      const found = await look(bytes, {}, path)
      if (!found.readable || found.columns.every(({ label }) => label === '')) continue
      const descriptor = inferSchema(found, texts)
      const schema = readDescriptor(descriptor)
      const { counts } = await validate(memorySource(bytes, path), { schema, platform: nodePlatform, headerRow: found.headerRow! })
      const refused = counts.filter(
        ({ code, severity }) =>
          severity === 'error' && (code.startsWith('cell/') || code.startsWith('row/french') || code.startsWith('row/code')),
      )
      expect([path, refused]).toEqual([path, []])
      inferred++
    }
    expect(inferred).toBeGreaterThan(100)
  })

  test('leaves out what it could not hold the file to', async () => {
    const { fields, name } = inferSchema(await look(table, {}, 'Données 2024.csv.gz'), texts) as {
      name: string
      fields: { name: string; type: string }[]
    }
    expect(name).toBe('donnees-2024')
    expect(fields.map((field) => `${field.name} ${field.type}`)).toEqual([
      'nom string',
      'siret string',
      'montant number',
      'le date',
      'actif boolean',
      'point geopoint',
      'mixte string',
      'code string',
    ])
  })
})
