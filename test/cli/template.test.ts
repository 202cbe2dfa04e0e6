// Empty tables as workbooks: valid before and after they are filled in, for every standard that is shipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { exampleRow } from '../../src/cli/commands/schemas/exampleRow.js'
import { templateWorkbook } from '../../src/cli/commands/schemas/templateWorkbook.js'
import { readDescriptor } from '../../src/index.js'
import { messagesFor, schemaWordsFor } from '../../src/messages/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { shippedNames } from '../../src/node/shippedStandards.js'
import { validate } from '../../src/validate.js'
import { memorySource } from '../formats/memorySource.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { collect } from '../writers/collect.js'
import { scdl } from './run.js'

const folder = temporaryFolder()

async function templateOf(schema: ReturnType<typeof readDescriptor>, language: 'fr' | 'en' = 'fr'): Promise<Buffer> {
  return collect(await templateWorkbook(schema, await messagesFor(language), await schemaWordsFor(language)))
}

describe('the template of a shipped standard', () => {
  test.each(shippedNames())('%s: has a header and an example that are valid', async (name) => {
    const { descriptor, facts, aliases } = await resolveSchema(name)
    const schema = readDescriptor(descriptor, facts, aliases)
    const report = await validate(memorySource(await templateOf(schema), 'modele.xlsx'), { schema, platform: nodePlatform })
    const examples = (await exampleRow(schema, 'exemple')).map(({ example }) => example)
    expect(report.stats.columns).toBe(schema.schema.fields.length)
    expect(report.counts.filter(({ code, severity }) => severity === 'error' && code.startsWith('header/'))).toEqual([])
    expect(examples.filter((text) => text !== '').length).toBeGreaterThan(examples.length / 2)
    expect(report.diagnostics.filter(({ severity, cell }) => severity === 'error' && cell !== '' && cell !== undefined)).toEqual([])
  })
})

describe('a template', () => {
  const schema = readDescriptor({
    fields: [
      { name: 'code', type: 'string', constraints: { required: true, pattern: '^\\d{5}$' }, example: '01234' },
      { name: 'nature', type: 'string', constraints: { enum: ['en numéraire', 'en nature'] }, description: 'La nature.\nEn clair.' },
      { name: 'public', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
      { name: 'ouvert', type: 'boolean' },
      { name: 'date', type: 'date' },
      { name: 'moment', type: 'datetime' },
      { name: 'heure', type: 'time' },
      { name: 'montant', type: 'number', constraints: { minimum: 20 } },
      { name: 'siret', type: 'string', example: '123' },
      { name: 'texte', type: 'any' },
      { name: 'note', type: 'number', constraints: { maximum: 10 } },
      { name: 'contour', type: 'geojson' },
    ],
    custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
  })

  test('has an example of each column, save what its checks would refuse', async () => {
    const examples = (await exampleRow(schema, 'exemple')).map(({ example }) => example)
    expect(examples).toEqual([
      '01234',
      'en numéraire',
      'oui',
      'true',
      '2024-03-18',
      '2024-03-18T09:30:00',
      '09:30:00',
      '2024',
      '',
      'exemple',
      '1',
      '{"type":"Point","coordinates":[1.44,43.6]}',
    ])
  })

  test('has typed cells, lists of choices, a note, and a page on each column', async () => {
    const file = await templateOf(schema)
    const book = XLSX.read(file, { cellNF: true, cellDates: true })
    expect(book.SheetNames).toHaveLength(2)
    const [data, page] = book.SheetNames.map((name) => book.Sheets[name]!)
    expect(data!.A2).toMatchObject({ t: 's', v: '01234' })
    expect((data!.A2 as XLSX.CellObject).c?.map(({ t }) => t)).toEqual([expect.stringContaining('Remplacez-la')])
    expect(data!.E2).toMatchObject({ t: 'd', z: 'yyyy-mm-dd' })
    expect(data!.H2).toMatchObject({ t: 'n', v: 2024 })
    const rows = XLSX.utils.sheet_to_json<string[]>(page!, { header: 1 })
    expect(rows.map(([name]) => name)).toEqual(['COLONNE', ...schema.schema.fields.map(({ name }) => name)])
    expect(rows[2]![3]!.replaceAll('\u00a0', ' ')).toContain(
      "La nature.\nEn clair.\nL'une de ces valeurs : « en numéraire », « en nature ».",
    )
    const cfb = XLSX.CFB.read(file, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content: Uint8Array }[] }
    const xml = Buffer.from(cfb.FileIndex[cfb.FullPaths.findIndex((path) => path.endsWith('sheet1.xml'))]!.content).toString()
    const lists = [...xml.matchAll(/sqref="([A-Z]+)2:\1\d+"><formula1>&quot;(.*?)&quot;/g)].map(([, column, values]) => [column, values])
    expect(lists).toEqual([
      ['B', 'en numéraire,en nature'],
      ['C', 'oui,non'],
      ['D', 'true,false'],
    ])
  })

  test.each(['modele.ods', 'modele.pdf', 'modele.tsv'])('is not written as what it is not: %s', async (name) => {
    const out = join(folder.path, name)
    const { code, stderr } = await scdl(['schemas', 'template', 'subventions@2.1.1', '--offline', '--out', out])
    expect({ code, stderr, written: existsSync(out) }).toEqual({ code: 2, stderr: expect.stringMatching(/\.csv.*\.xlsx/), written: false })
  })

  test('is written by its name; one that is there is kept unless --force', async () => {
    const out = join(folder.path, 'modele.xlsx')
    const write = (...more: string[]) => scdl(['schemas', 'template', 'subventions@2.1.1', '--offline', '--out', out, ...more])
    expect((await write()).code).toBe(0)
    const first = readFileSync(out)
    expect(await write()).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect((await write('--force')).code).toBe(0)
    expect(readFileSync(out)).toEqual(first)
    expect((await scdl(['validate', out, '--schema', 'subventions@2.1.1', '--offline'])).code).toBe(0)
  })
})
