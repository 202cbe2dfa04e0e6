// The report of a conversion: for readers, one readable snapshot per language; as JSON, what its schema says.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { buildReport, type Report, readDescriptor, type TableReport } from '../../src/index.js'
import { en } from '../../src/messages/en.js'
import { fr } from '../../src/messages/fr.js'
import { type Messages, say } from '../../src/messages/index.js'
import { human } from '../../src/reporters/human/human.js'
import { json } from '../../src/reporters/json.js'
import { plainStyle, type ReporterContext } from '../../src/reporters/reporter.js'
import { convertText, schemaOf, type Wishes } from '../convert/convertText.js'

const folder = new URL('../../fixtures/convert/damages/', import.meta.url)
const damages = readDescriptor(JSON.parse(readFileSync(new URL('schema.json', folder), 'utf8')))
const small = schemaOf({
  nom: { type: 'string', constraints: { required: true } },
  montant: { type: 'number' },
  date: { type: 'date' },
  idAttribuant: { type: 'string', constraints: { pattern: '^\\d{14}$' } },
})

const contextOf = (messages: Messages, more: Partial<ReporterContext> = {}): ReporterContext => ({
  say: (diagnostic) => say(messages, diagnostic),
  messages,
  style: plainStyle,
  width: 80,
  ...more,
})

async function converted(content: string | Uint8Array, source: string, schema = small, wishes: Wishes = {}): Promise<TableReport> {
  const output = source.replace('.csv', '.scdl.csv')
  const { table, conversion, changes } = await convertText(content, schema, { ...wishes, outputName: output }, source)
  if (conversion.remaining !== undefined)
    Object.assign(conversion, { output, changeLog: source.replace('.csv', '.changements.xlsx'), diff: changes.slice(0, 5) })
  return table
}

const tables = async () => [
  await converted(readFileSync(new URL('data.csv', folder)), 'dommages.csv', damages),
  await converted('Subventions 2024\n\nNOM;montnat;Date;DATE;idAttribuant;;note\nA;1;;;2,43E+13;;x\nB;2;;;2,43E+13;;y\n', 'colonnes.csv'),
  await converted('nom;montant;date\nA;1,5;25/04/2024\n', 'juste.csv'),
  await converted('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n', 'brochure.csv'),
]

const textOf = async (report: Report, context: ReporterContext): Promise<string> => (await human(report, context)) as string

const pageOf = async (table: TableReport): Promise<string> => textOf(buildReport([table], 0), contextOf(fr))

describe('what can be done next', () => {
  const named = readDescriptor(
    { fields: [{ name: 'nom' }, { name: 'montant', type: 'number' }] },
    { name: 'a/b', origin: 'shipped', version: '1.0.0' },
  )
  it.each([
    ['csv', 'scdl validate t.scdl.csv --schema a/b'],
    ['xlsx', 'scdl validate t.scdl.xlsx --schema a/b'],
    ['json', 'scdl validate t.csv --schema a/b'],
    ['parquet', 'scdl validate t.csv --schema a/b'],
  ] as const)('%s: %s', async (to, command) => {
    const { table } = await convertText('nom,montant\nA,vingt\n', named, { to, outputName: `t.scdl.${to}` }, 't.csv')
    expect(await pageOf(table)).toContain(command)
  })
})

describe('rows of another length', () => {
  it('are told by their numbers', async () => {
    const { table } = await convertText('nom;montant;date\nA;1\nB;2\nC;3\nD;4\nE;5;;\n', small, {}, 't.csv')
    const text = (await pageOf(table)).replaceAll('\u00a0', ' ')
    expect(text).toMatch(/cellules qui manquaient en fin de ligne, ajoutées vides\n {4}La première est en ligne 2\.\n/)
    expect(text).toMatch(/1 cellule vide au-delà de l'en-tête, ôtée\n {4}Ligne 6\.\n/)
  })
})

describe('the report of a conversion', () => {
  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('reads like this in %s', async (language, messages) => {
    const pages = (await tables()).map((table) => textOf(buildReport([table], 0), contextOf(messages)))
    const all = [...(await Promise.all(pages)), await textOf(buildReport(await tables(), 0), contextOf(messages, { quiet: true }))]
    const text = all.join(`\n${'='.repeat(80)}\n\n`)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    await expect(text.replaceAll('\u00a0', ' ')).toMatchFileSnapshot(`./__snapshots__/conversion.${language}.txt`)
  })

  it('says what would be, where nothing was written', async () => {
    const { table } = await convertText('nom;montant\nA;1,5\n', small)
    const text = await textOf(buildReport([table], 0), contextOf(fr))
    expect(text).toContain('deviendrait conforme')
    expect(text).toContain('CE QUI SERAIT CHANGÉ')
  })

  it('as JSON is what its schema says', async () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8'))
    const isClosed = new Ajv2020({ strict: true, allErrors: true }).compile(closed(schema) as object)
    let text = ''
    for await (const part of json(buildReport(await tables(), 0), contextOf(fr)) as AsyncIterable<string>) text += part
    const value: unknown = JSON.parse(text)
    expect([isClosed(value), isClosed.errors]).toEqual([true, null])
  })
})

/** The schema that is published leaves room for members to come; here every member has to be described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]))
  return 'properties' in schema && !('additionalProperties' in schema) ? { ...parts, additionalProperties: false } : parts
}
