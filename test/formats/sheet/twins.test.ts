// The same table as a text and as workbooks: the same findings, but for the format itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { type LoadedSchema, readDescriptor, type TableReport, validate } from '../../../src/index.js'
import { nodePlatform } from '../../../src/node/platform.js'
import { resolveSchema } from '../../../src/node/resolveSchema.js'
import { memorySource } from '../memorySource.js'

const WORKBOOKS = ['xlsx', 'ods', 'biff8'] as const
type Workbook = (typeof WORKBOOKS)[number]
type Rows = readonly (readonly (string | number | boolean | Date)[])[]

/** `formats`: of cells, by address. */
function write(rows: Rows, bookType: Workbook, formats: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    // SheetJS writes dates to OpenDocument as such only if it is told to, to the others as numbers only if it is not.
    { UTC: true, dateNF: 'yyyy-mm-dd', cellDates: bookType === 'ods' },
  )
  for (const [address, format] of Object.entries(formats)) sheet[address].z = format
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Feuil1')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }))
}

const check = (content: Uint8Array | string, schema: LoadedSchema): Promise<TableReport> =>
  validate(memorySource(content, 'tableau'), { schema, hints: true, maxDiagnostics: 0, platform: nodePlatform })

/** Whatever a reader of the report is told, but for physical lines. */
function findings({ verdict, diagnostics, counts, stats, columns }: TableReport): unknown {
  const { bytes, ...figures } = stats
  return { verdict, stats: figures, columns, counts, diagnostics: diagnostics.map(({ line, ...found }) => found) }
}

const fixtures = new URL('../../../fixtures/', import.meta.url)
const cases = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('data.csv'))
  .map((path) => path.replace(/[/\\]data\.csv$/, ''))
  .sort()

async function schemaOf(path: string): Promise<LoadedSchema> {
  const url = [`${path}/schema.json`, `${path}/../schema.json`].map((name) => new URL(name, fixtures)).find((file) => existsSync(file))!
  const descriptor = JSON.parse(readFileSync(url, 'utf8')) as { use?: string }
  if (descriptor.use === undefined) return readDescriptor(descriptor)
  const shipped = await resolveSchema(descriptor.use)
  return readDescriptor(shipped.descriptor, shipped.facts, shipped.aliases)
}

/** SheetJS leaves out the spaces around texts that it writes to OpenDocument, and cuts them for Excel 97. */
const CANNOT_WRITE: Partial<Record<Workbook, (rows: string[][]) => boolean>> = {
  ods: (rows) => rows.flat().some((cell) => /^\s|\s$|\s\s|[\t\n]/.test(cell)),
  biff8: (rows) => rows.flat().some((cell) => cell.length > 255),
}

/** Only a text has bytes of another encoding, stray quotes, rows that are too short; a sheet has no blank row at its end. */
const OF_TEXTS = /^(?:file|row\/(?:missing-cell|extra-cell|unclosed-quote|stray-quote|blank|control))/

/** The cells of the text, where it is a table of whole rows without marks that no workbook holds. */
function plainRows(bytes: Uint8Array, { format, counts }: TableReport): string[][] | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  if (format?.encoding !== 'utf-8' || format.wrapped !== undefined || counts.some(({ code }) => OF_TEXTS.test(code))) return undefined
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd\ufeff]|\r(?!\n)|[^\r]\n[\s\S]*\r\n|\r\n[\s\S]*[^\r]\n/.test(text)) return undefined
  const rows: string[][] = parse(text, { delimiter: format.delimiter!, relax_column_count: true, relax_quotes: true })
  const [header] = rows
  const isWhole = rows.every((row) => row.length === header?.length) && header?.at(-1) !== ''
  return isWhole ? rows : undefined
}

describe('cells of text', () => {
  const compared = new Set<string>()
  it.each(cases.map((path, i) => [path, i] as const))('%s', { timeout: 60_000 }, async (path, i) => {
    const bytes = readFileSync(new URL(`${path}/data.csv`, fixtures))
    const schema = await schemaOf(path)
    const asText = await check(bytes, schema)
    const rows = plainRows(bytes, asText)
    if (rows === undefined) return
    compared.add(path)
    for (const bookType of ['xlsx', i % 2 === 0 ? 'ods' : 'biff8'] as const) {
      if (CANNOT_WRITE[bookType]?.(rows)) continue
      expect([bookType, findings(await check(write(rows, bookType), schema))]).toEqual([bookType, findings(asText)])
    }
  })

  it('most cases have such twins', () => expect(compared.size).toBeGreaterThan(cases.length / 2))
})

describe('cells of all kinds', () => {
  const schema = readDescriptor({
    name: 'aides',
    fields: [
      { name: 'siret', type: 'string', constraints: { required: true, pattern: '\\d{14}' } },
      { name: 'insee', type: 'string', constraints: { pattern: '\\d{5}' } },
      { name: 'montant', type: 'number', constraints: { minimum: 0 } },
      { name: 'effectif', type: 'integer' },
      { name: 'date', type: 'date', constraints: { minimum: '2020-01-01' } },
      { name: 'versee', type: 'boolean' },
    ],
    custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
  })
  const HEADER = ['siret', 'insee', 'montant', 'effectif', 'date', 'versee']
  const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`)
  const native: Rows = [
    [21310555400017, 1004, 1500.5, 12, day('2022-12-06'), true],
    [78012958100010, 31555, -3, 1.5, day('2019-12-31'), false],
    [21310555400018, 1004, 0.1, 0, day('2024-02-29'), true],
    ['', '', '', '', '', ''],
    [41395842200045, '2A004', 1e21, 3, day('2022-01-01'), 'peut-être'],
  ]
  const written = (cell: Rows[number][number], column: number): string => {
    if (cell instanceof Date) return cell.toISOString().slice(0, 10)
    if (column === 1) return String(cell).padStart(cell === '' ? 0 : 5, '0')
    return cell === 1e21 ? '1000000000000000000000' : String(cell)
  }
  const asText = (rows: Rows): string => `${rows.map((row) => row.map((cell, column) => written(cell, column)).join(',')).join('\n')}\n`

  /** SheetJS writes dates to OpenDocument with their time. */
  const withoutMidnight = <T extends { cell?: string }>({ cell, ...found }: T) => ({ ...found, cell: cell?.replace(/T00:00:00$/, '') })

  /** What only workbooks are told: a value that Validata sees otherwise. The rest must not change. */
  function besidesNative({ diagnostics, columns }: TableReport): unknown {
    const others = diagnostics.filter(({ code }) => !code.startsWith('cell/native'))
    return [columns.map(({ filled }) => filled), others.map(({ line, type, label, ...found }) => withoutMidnight(found))]
  }

  const compare = async (before: Rows, after: Rows = []) => {
    const rows = [...before, HEADER, ...native, ...after]
    const first = before.length + 2
    const formats = Object.fromEntries(native.flatMap((row, i) => (typeof row[1] === 'number' ? [[`B${first + i}`, '00000']] : [])))
    const expected = await check(asText(rows), schema)
    for (const bookType of WORKBOOKS) {
      const report = await check(write(rows, bookType, formats), schema)
      expect([bookType, report.format?.headerRow, besidesNative(report)]).toEqual([bookType, before.length + 1, besidesNative(expected)])
    }
    return expected
  }

  it('numbers, zeros of a format, dates, booleans, a blank row', async () => {
    const { counts } = await compare([])
    expect(counts.map(({ code, field, count }) => [code, field ?? '', count])).toEqual(
      expect.arrayContaining([
        ['row/blank', '', 1],
        ['row/french-siret-value', 'siret', 1],
        ['cell/pattern', 'insee', 1],
        ['cell/minimum', 'montant', 1],
        ['cell/type', 'effectif', 1],
        ['cell/minimum', 'date', 1],
        ['cell/type', 'versee', 1],
      ]),
    )
    expect(counts).toHaveLength(7)
  })

  it('under titles', async () => {
    const { counts } = await compare([
      ['Aides versées', '', '', '', '', ''],
      ['Ville de Muret', '', '', '', '', 'page 1'],
    ])
    expect(counts.map(({ code }) => code)).toContain('file/title-rows')
  })

  it('above a total and a note', async () => {
    const { counts } = await compare(
      [],
      [
        ['Total', '', 1498, '', '', ''],
        ['Source : direction des finances', '', '', '', '', ''],
      ],
    )
    expect(counts.map(({ code }) => code)).toEqual(expect.arrayContaining(['row/total', 'row/footnote']))
  })
})
