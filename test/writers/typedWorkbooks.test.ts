// Converted workbooks: what each cell is, and that nothing is lost on the way there and back.
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { readDescriptor } from '../../src/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import type { WriterName } from '../../src/writers/index.js'
import { convertText, schemaOf } from '../convert/convertText.js'
import { readSheets } from '../formats/sheet/readSheets.js'
import { hasShared, isImplemented, type PublishedSchema, readJsonLines, readShared, SKIP_NOTE } from '../parity/reference.js'

const schema = schemaOf({
  code: { type: 'string' },
  montant: { type: 'number' },
  effectif: { type: 'integer' },
  public: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
  date: { type: 'date' },
  jour: { type: 'date', format: '%d/%m/%Y' },
  moment: { type: 'datetime' },
  heure: { type: 'time' },
  annee: { type: 'year' },
  lieu: { type: 'geopoint' },
})
const header = schema.schema.fields.map(({ name }) => name).join(';')
const formats: readonly WriterName[] = ['xlsx', 'ods']

async function cellsOf(to: WriterName, ...rows: string[]) {
  const { bytes, conversion } = await convertText([header, ...rows, ''].join('\n'), schema, { to, platform: nodePlatform })
  const { sheets } = await readSheets(bytes, nodePlatform)
  return { rows: sheets[0]!.cells.slice(1).map((cells) => cells.map(({ text, native }) => `${native} ${text}`)), conversion, bytes }
}

describe.each(formats)('%s', (to) => {
  it('has text for codes, numbers for numbers, dates for dates', async () => {
    const { rows } = await cellsOf(
      to,
      '00123;1850.50;12;oui;2024-01-31;31/01/2024;2024-01-31T10:20:30;08:30:00;2024;1.44,43.6',
      '=1+1;-0.05;-3;non;1901-02-28;01/03/1900;1999-12-31T23:59:59;23:59:59;0800;',
    )
    expect(rows).toEqual([
      [
        'text 00123',
        'number 1850.5',
        'number 12',
        'text oui',
        'date 2024-01-31',
        'date 2024-01-31',
        'date 2024-01-31T10:20:30',
        'date 08:30:00',
        'number 2024',
        'text 1.44,43.6',
      ],
      [
        'text =1+1',
        'number -0.05',
        'number -3',
        'text non',
        'date 1901-02-28',
        'date 1900-03-01',
        'date 1999-12-31T23:59:59',
        'date 23:59:59',
        'number 800',
        'empty ',
      ],
    ])
  })

  it('leaves as text what its programs would change: long numbers, old dates, zones, fractions; and what is no value', async () => {
    const { rows } = await cellsOf(
      to,
      'a;1234567890.123456;1234567890123456;oui;1492-10-12;12/10/1492;2024-01-31T10:20:30Z;08:30:00.5;2024;',
      'b;12 k€;douze;peut-être;2024-13-01;x;hier;midi;deux mille;nulle part',
      'c;NaN;9007199254740993;non;;;;08:30:00+02:00;;',
    )
    expect(rows.flat().filter((cell) => !cell.startsWith('text ') && !cell.startsWith('empty'))).toEqual(['number 2024'])
    expect(rows[1]!.map((cell) => cell.replace(/^text /, ''))).toEqual(
      'b;12 k€;douze;peut-être;2024-13-01;x;hier;midi;deux mille;nulle part'.split(';'),
    )
  })

  it('keeps empty cells, columns outside the schema and cells beyond the header', async () => {
    const { bytes } = await convertText('code;montant;autre\n;1;x\nb;;\nc;2;y;z\n', schemaOf({ code: {}, montant: { type: 'number' } }), {
      to,
    })
    const { sheets } = await readSheets(bytes)
    expect(sheets[0]!.rows.map((cells) => cells.join('|').replace(/\|+$/, ''))).toEqual(['code|montant|autre', '|1|x', 'b', 'c|2|y|z'])
  })

  it('of a table without rows has its header', async () => {
    const { bytes } = await convertText(`${header}\n`, schema, { to })
    expect((await readSheets(bytes)).sheets[0]!.rows).toEqual([header.split(';')])
  })

  it('is read by SheetJS with the same values', async () => {
    const { bytes } = await cellsOf(to, '00123;1850.50;12;oui;2024-01-31;31/01/2024;;08:30:00;2024;')
    const book = XLSX.read(bytes, { cellDates: true, UTC: true })
    const [row] = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!, { UTC: true })
    expect(row).toMatchObject({ code: '00123', montant: 1850.5, effectif: 12, public: 'oui', annee: 2024 })
    expect((row!.date as Date).toISOString()).toBe('2024-01-31T00:00:00.000Z')
  })

  it('goes back to the same CSV', async () => {
    const content = `${header}\n"x,""y""\nz";1850.5;12;oui;2024-01-31;31/01/2024;2024-01-31T10:20:30;08:30:00;0800;1.44,43.6\n`
    const direct = await convertText(content, schema)
    const { bytes } = await convertText(content, schema, { to })
    expect((await convertText(bytes, schema, {}, `table.${to}`)).text).toBe(direct.text)
  })
})

describe('what a workbook cannot hold is said', () => {
  const free = schemaOf({ a: { type: 'string' } })
  it('a text longer than a cell', async () => {
    for (const to of formats)
      await expect(convertText(`a\nx\n${'x'.repeat(32_768)}\n`, free, { to })).rejects.toMatchObject({
        code: 'workbook-limit',
        details: { limit: 'cell', row: 3, column: 1 },
      })
  })

  it('ODS: a character that XML does not have', async () => {
    await expect(convertText('a\nx\u000by\n', free, { to: 'ods' })).rejects.toMatchObject({
      details: { limit: 'character', row: 2, column: 1 },
    })
    const { bytes } = await convertText('a\nx\u000by\n', free, { to: 'xlsx' })
    expect((await readSheets(bytes)).sheets[0]!.rows[1]).toEqual(['x\u000by'])
  })

  it('ODS: white space is kept, line ends are paragraphs', async () => {
    const { bytes } = await convertText('a\n"  un   deux\ttrois \nquatre\r\ncinq"\n', free, { to: 'ods', repair: 'none' })
    expect((await readSheets(bytes)).sheets[0]!.rows[1]).toEqual(['  un   deux\ttrois \nquatre\ncinq'])
  })
})

interface Pair {
  schema: string
  file: string
  compare: string
}

describe.skipIf(!hasShared)(`published files, by way of a workbook ${SKIP_NOTE}`, () => {
  const read = (path: string) => readShared(`reference/schemas/${path}`)
  /** One small file of each of the first schemas. */
  const bySchema = new Map(
    readJsonLines<Pair>('reference/verdicts.jsonl')
      .filter(({ file, compare }) => /\.csv$/.test(file) && compare !== 'none' && read(file).length < 50_000)
      .map((pair) => [pair.schema, pair]),
  )

  it.each(formats)('%s: what is valid stays so', { timeout: 120_000 }, async (to) => {
    let compared = 0
    for (const { schema: path, file } of [...bySchema.values()].slice(0, 18)) {
      const descriptor = JSON.parse(read(path).toString('utf8')) as PublishedSchema
      if (!isImplemented(descriptor)) continue
      const published = readDescriptor(descriptor)
      const direct = await convertText(read(file), published, { platform: nodePlatform }, file)
      if (direct.conversion.remaining?.valid !== true) continue
      const { bytes } = await convertText(read(file), published, { to, platform: nodePlatform }, file)
      const back = await convertText(bytes, published, { platform: nodePlatform }, `table.${to}`)
      expect([file, back.table.verdict]).toEqual([file, 'valid'])
      compared++
    }
    expect(compared).toBeGreaterThan(10)
  })

  it.each(formats)('%s: the real deposit of Castelmaurou comes back byte for byte', async (to) => {
    const { descriptor, facts, aliases } = await resolveSchema('scdl/subventions@2.1.1')
    const loaded = readDescriptor(descriptor, facts, aliases)
    const content = readShared('reference/real/subventions-castelmaurou.csv')
    const direct = await convertText(content, loaded)
    const { bytes } = await convertText(content, loaded, { to })
    expect((await convertText(bytes, loaded, {}, `x.${to}`)).text.replace(/(\.\d*?)0+(?=[,\n])/g, '$1')).toBe(
      direct.text.replace(/(\.\d*?)0+(?=[,\n])/g, '$1'),
    )
  })
})
