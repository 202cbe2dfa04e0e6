import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { LoadedSchema } from '../../src/index.js'
import { openSpool } from '../../src/node/spool.js'
import { convertText, schemaOf } from '../convert/convertText.js'

async function parquetOf(content: string, schema: LoadedSchema) {
  const { bytes, conversion } = await convertText(content, schema, {
    to: 'parquet',
    format: { delimiter: ';' },
    platform: { spool: openSpool },
  })
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const facts = parquetMetadata(file)
  const rows = await parquetReadObjects({ file })
  const types = Object.fromEntries(facts.schema.slice(1).map(({ name, type, logical_type }) => [name, logical_type?.type ?? type]))
  return { rows, types, facts, conversion }
}

/** One column named `c`. */
async function column(field: object, cells: readonly string[]) {
  const { rows, types, facts } = await parquetOf(`c;x\n${cells.map((cell) => `${cell};x`).join('\n')}\n`, schemaOf({ c: field, x: {} }))
  return { values: rows.map(({ c }) => c), type: types.c, element: facts.schema[1]! }
}

describe('columns typed as their fields', () => {
  it.each<[string, object, string[], string, unknown[]]>([
    ['dates', { type: 'date' }, ['2024-02-29', '', '0001-01-01'], 'DATE', [new Date('2024-02-29'), null, new Date('0001-01-01')]],
    ['French dates', { type: 'date', format: '%d/%m/%Y' }, ['31/12/1999'], 'DATE', [new Date('1999-12-31')]],
    ['whole numbers', { type: 'integer' }, ['12', '-7', '9007199254740993'], 'INT64', [12n, -7n, 9007199254740993n]],
    ['years', { type: 'year' }, ['2024'], 'INT64', [2024n]],
    ['booleans', { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] }, ['oui', 'non', ''], 'BOOLEAN', [true, false, null]],
    ['decimals', { type: 'number' }, ['1234.50', '-0.125', ''], 'DECIMAL', [1234.5, -0.125, null]],
    ['decimals with a comma', { type: 'number', decimalChar: ',' }, ['12,5', '3'], 'DECIMAL', [12.5, 3]],
    ['numbers with an exponent', { type: 'number' }, ['1e300', '2', 'NaN'], 'DOUBLE', [1e300, 2, Number.NaN]],
    ['codes', { type: 'string' }, ['00123', ''], 'STRING', ['00123', null]],
    ['objects', { type: 'object' }, ['{}'], 'STRING', ['{}']],
  ])('%s', async (_, field, cells, type, values) => {
    expect(await column(field, cells)).toMatchObject({ type, values })
  })

  it('moments: with a zone instants, without one what the clock shows', async () => {
    const zoned = await column({ type: 'datetime' }, ['2024-01-01T12:00:00+02:00', '2024-01-01T12:00:00.000001Z'])
    expect(zoned.element.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' })
    expect(zoned.values[0]).toEqual(new Date('2024-01-01T10:00:00Z'))
    const local = await column({ type: 'datetime' }, ['2024-01-01T12:00:00'])
    expect(local.element.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' })
    expect((await column({ type: 'datetime' }, ['2024-01-01T12:00:00', '2024-01-01T12:00:00Z'])).type).toBe('STRING')
    expect(await column({ type: 'time' }, ['12:30:00.5'])).toMatchObject({ type: 'TIME', values: [45_000_500_000n] })
  })

  it.each<[string, object, string[]]>([
    ['a cell that could not be made valid', { type: 'date' }, ['2024-01-01', 'hier']],
    ['more digits than a decimal holds', { type: 'number' }, ['1.5', '1'.repeat(39)]],
    ['more digits than floating point holds', { type: 'number' }, ['1e5', '1.2345678901234567']],
    ['a whole number beyond 64 bits', { type: 'integer' }, ['9223372036854775808']],
  ])('as text, every cell as it is written: %s', async (_, field, cells) => {
    expect(await column(field, cells)).toMatchObject({ type: 'STRING', values: cells })
  })

  it('long decimals keep every digit', async () => {
    const { element, values } = await column({ type: 'number' }, ['12345678901234567.25', '-1.5'])
    expect(element).toMatchObject({ type: 'FIXED_LEN_BYTE_ARRAY', precision: 38, scale: 2 })
    expect(values[1]).toBe(-1.5)
  })
})

describe('a Parquet file', () => {
  const schema = schemaOf({ siret: { type: 'string' }, montant: { type: 'number' } })

  it('keeps columns outside the schema, empty ones, and cells beyond the last column', async () => {
    const { rows, types } = await parquetOf('siret;autre\n00012;x\n00013;y;en trop\n', schema)
    expect(types).toEqual({ siret: 'STRING', montant: 'DECIMAL', autre: 'STRING', _extra: 'STRING' })
    expect(rows[0]).toEqual({ siret: '00012', montant: null, autre: 'x', _extra: null })
    expect(rows[1]).toMatchObject({ siret: '00013', autre: 'y', _extra: '["en trop"]' })
  })

  it('of a table without rows is one', async () => {
    const { rows, facts } = await parquetOf('siret;montant\n', schema)
    expect(rows).toEqual([])
    expect(facts.schema.map(({ name }) => name)).toEqual(['root', 'siret', 'montant'])
  })

  it('has its rows in groups', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `${String(i).padEnd(2000, 'x')};${i}.5`)
    const { rows, facts } = await parquetOf(`siret;montant\n${lines.join('\n')}\n`, schema)
    expect(facts.row_groups.length).toBe(2)
    expect(Number(facts.row_groups[0]!.num_rows) + Number(facts.row_groups[1]!.num_rows)).toBe(lines.length)
    expect(rows.map(({ siret, montant }) => `${siret};${montant}`)).toEqual(lines)
  })
})
