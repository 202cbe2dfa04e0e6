// Workbooks as people make them: the table on another sheet, titles, formats that go on below, numbers where text is wanted.
import { describe, expect, it } from 'vitest'
import { convert } from '../src/convert.js'
import type { Change } from '../src/core/change.js'
import { ScdlError } from '../src/core/error.js'
import { readDescriptor, type TableReport, validate } from '../src/index.js'
import { messagesFor, say } from '../src/messages/index.js'
import type { ValidateOptions } from '../src/validateOptions.js'
import { memorySource } from './formats/memorySource.js'
import * as ods from './formats/ods/writeOds.js'
import { writeXlsx } from './formats/xlsx/writeXlsx.js'
import { type Cells, writeWorkbook } from './writeWorkbook.js'

const DESCRIPTOR = {
  name: 'aides',
  fields: [
    { name: 'siret', type: 'string', constraints: { required: true } },
    { name: 'nom', type: 'string' },
    { name: 'montant', type: 'number' },
    { name: 'date', type: 'date' },
  ],
}
const schema = readDescriptor(DESCRIPTOR)
const HEADER: Cells = ['siret', 'nom', 'montant', 'date']
const ROW: Cells = ['21310555400017', 'Art', 1500.5, { date: 44901, format: 'yyyy-mm-dd' }]
const LINE = '21310555400017,Art,1500.5,2022-12-06'

type Options = Partial<ValidateOptions>

const check = (file: Uint8Array, options: Options = {}): Promise<TableReport> =>
  validate(memorySource(file, 'classeur'), { schema, hints: true, ...options })

async function converted(file: Uint8Array, options: Options = {}) {
  const changes: Change[] = []
  const parts: Uint8Array[] = []
  const report = await convert(memorySource(file, 'classeur'), {
    schema,
    ...options,
    async output(bytes) {
      for await (const chunk of bytes) parts.push(chunk.slice())
    },
    onChanges: (some) => void changes.push(...some),
  })
  const text = Buffer.concat(parts).toString('utf8')
  return {
    report,
    text,
    changes,
    lines: text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split(/\r?\n/),
  }
}

/** code → how often, errors and hints alike. */
const codesOf = ({ counts }: TableReport) => Object.fromEntries(counts.map(({ code, count }) => [code, count]))

/** What is wrong is mended by a conversion, and only then is the table valid. */
async function expectMended(file: Uint8Array, lines: readonly string[], options: Options = {}) {
  const found = await check(file, options)
  const { report, lines: written, changes, text } = await converted(file, options)
  expect(written).toEqual([HEADER.join(','), ...lines])
  expect(report.conversion.remaining?.valid).toBe(true)
  expect((await validate(memorySource(text, 'converti.csv'), { schema })).valid).toBe(true)
  return { found, changes }
}

describe('which sheet', () => {
  const readMe = { name: 'Lisez-moi', rows: [['Une ligne par aide'], ['siret']] }
  const data = { name: 'Données', rows: [HEADER, ROW] }

  it('the one that matches the schema best, an error that a conversion mends', async () => {
    const { found, changes } = await expectMended(writeWorkbook([readMe, data]), [LINE])
    expect(codesOf(found)).toEqual({ 'file/other-sheet': 1 })
    expect(found.verdict).toBe('convertible')
    expect(found.format).toMatchObject({ sheet: 'Données', headerRow: 1 })
    expect(found.diagnostics[0]?.details).toEqual({ sheet: 'Données', first: 'Lisez-moi' })
    expect(changes).toEqual([{ row: 1, name: '', before: 'Lisez-moi', after: 'Données', rule: 'otherSheet', certainty: 'lossless' }])
  })

  it('the first, without a word, where it matches', async () => {
    const found = await check(writeWorkbook([data, readMe]))
    expect(found.verdict).toBe('valid')
    expect(found.format?.sheet).toBe('Données')
  })

  it('never a hidden one, though Validata reads it when it is first', async () => {
    const found = await check(writeWorkbook([{ ...data, name: 'Cachée', hidden: true }, data, { ...data, name: 'Autre' }]))
    expect(found.format?.sheet).toBe('Données')
    expect(codesOf(found)).toEqual({ 'file/other-sheet': 1 })
  })

  it.each([
    ['Lisez-moi', 'Lisez-moi'],
    ['lisez-moi ', 'Lisez-moi'],
    ['Cachée', 'Cachée'],
    ['2022', '2022'],
    ['2', 'Données'],
    [3, '2022'],
  ])('the one that is named: %s', async (sheet, name) => {
    const sheets = [readMe, { ...data, name: 'Cachée', hidden: true }, data, { ...data, name: '2022' }]
    expect((await check(writeWorkbook(sheets), { sheet })).format?.sheet).toBe(name)
  })

  it('says which ones there are where it is not one of them', async () => {
    const file = writeWorkbook([readMe, data])
    for (const sheet of ['Subventions', '3', '0']) {
      await expect(check(file, { sheet })).rejects.toEqual(new ScdlError('no-such-sheet', { sheet, known: ['Lisez-moi', 'Données'] }))
    }
  })

  it('a file that is no workbook has one table and no sheet', async () => {
    const csv = new TextEncoder().encode(`${HEADER.join(',')}\n${LINE}\n`)
    expect((await check(csv, { sheet: '1' })).valid).toBe(true)
    await expect(check(csv, { sheet: 'Données' })).rejects.toEqual(new ScdlError('no-such-sheet', { sheet: 'Données', known: [] }))
  })

  it('in OpenDocument too', async () => {
    const cells = (texts: readonly string[]): string => ods.row(texts.map((text) => ods.text(text)).join(''))
    const body =
      ods.table(cells(['Lisez-moi']), 'Lisez-moi') +
      ods.table(cells(['siret', 'nom', 'montant', 'date']) + cells(LINE.split(',')), 'Données')
    const { found } = await expectMended(ods.writeOds({ body }), [LINE])
    expect(found.format).toMatchObject({ name: 'ods', sheet: 'Données' })
    expect(codesOf(found)).toEqual({ 'file/other-sheet': 1 })
  })
})

describe('which row is the header', () => {
  it('under titles and empty rows', async () => {
    const rows = [['Aides versées en 2022'], ['Ville de Muret', '', 'page 1'], [], HEADER, ROW]
    const { found, changes } = await expectMended(writeWorkbook([{ name: 'Feuil1', rows }]), [LINE])
    expect(codesOf(found)).toEqual({ 'file/title-rows': 1 })
    expect(found.format?.headerRow).toBe(4)
    expect(changes.map(({ row, rule, before }) => [row, rule, before])).toEqual([
      [1, 'titleRow', 'Aides versées en 2022'],
      [2, 'titleRow', 'Ville de Muret'],
      [2, 'titleRow', 'page 1'],
      [3, 'blankRow', ''],
    ])
  })

  it('the second of two: the first groups its columns, merged cells having their value in the first', async () => {
    const sheet = { name: 'Feuil1', rows: [['Bénéficiaire', '', 'Aide', ''], HEADER, ROW], merged: ['A1:B1', 'C1:D1'] }
    const { found } = await expectMended(writeWorkbook([sheet]), [LINE])
    expect(codesOf(found)).toEqual({ 'file/title-rows': 1 })
    expect(found.format?.headerRow).toBe(2)
  })
})

describe('where the data end', () => {
  it('totals and notes are named, and left out by a conversion', async () => {
    const rows = [HEADER, ROW, ['Total', '', 1500.5], ['', 'Source : direction des finances']]
    const { found, changes } = await expectMended(writeWorkbook([{ name: 'Feuil1', rows }]), [LINE])
    expect(codesOf(found)).toEqual({ 'cell/required': 1, 'row/total': 1, 'row/footnote': 1 })
    expect(found.diagnostics.filter(({ severity }) => severity === 'info').map(({ row, code }) => [row, code])).toEqual([
      [3, 'row/total'],
      [4, 'row/footnote'],
    ])
    expect(found.verdict).toBe('convertible')
    expect([...new Set(changes.map(({ row, rule }) => `${rule} ${row}`))]).toEqual(['totalRow 3', 'footnoteRow 4'])
  })

  it('thousands of formatted rows are one finding, and no rows of the table', async () => {
    const file = writeWorkbook([{ name: 'Feuil1', rows: [HEADER, ROW], formattedTo: { row: 3000, column: 4 } }])
    const { found } = await expectMended(file, [LINE])
    expect(found.diagnostics.map(({ code, row, rowEnd, details }) => ({ code, row, rowEnd, details }))).toEqual([
      { code: 'row/phantom', row: 3, rowEnd: 3000, details: { rows: 2998 } },
    ])
    expect(found.stats).toMatchObject({ rows: 1, errors: 1, invalidRows: 0 })
    expect(found.columns.map(({ filled }) => filled)).toEqual([1, 1, 1, 1])
    expect(found.verdict).toBe('convertible')
  })

  it('a few blank rows at the end are blank rows', async () => {
    const found = await check(writeWorkbook([{ name: 'Feuil1', rows: [HEADER, ROW], formattedTo: { row: 5, column: 4 } }]))
    expect(codesOf(found)).toEqual({ 'row/blank': 3 })
    expect(found.stats).toMatchObject({ rows: 4, invalidRows: 3 })
  })

  it('blank rows between others are blank rows, however many', async () => {
    const found = await check(writeWorkbook([{ name: 'Feuil1', rows: [HEADER, ...Array.from({ length: 30 }, () => []), ROW] }]))
    expect(codesOf(found)).toEqual({ 'row/blank': 30 })
  })

  it('in a text file, blank rows at the end stay blank rows', async () => {
    const found = await check(new TextEncoder().encode(`${HEADER.join(',')}\n${LINE}\n${',,,\n'.repeat(30)}`))
    expect(codesOf(found)).toEqual({ 'row/blank': 30 })
  })

  it('formatted columns after the last one are one finding', async () => {
    const file = writeWorkbook([{ name: 'Feuil1', rows: [HEADER, ROW], formattedTo: { row: 2, column: 9 } }])
    const { found } = await expectMended(file, [LINE])
    expect(found.diagnostics.map(({ code, row, column, details }) => ({ code, row, column, details }))).toEqual([
      { code: 'header/phantom-columns', row: 1, column: 5, details: { phantoms: 5 } },
    ])
    expect(found.stats).toMatchObject({ columns: 4, rows: 1 })
    expect(found.verdict).toBe('convertible')
  })
})

describe('a damaged workbook', () => {
  it('is said to be one: nobody compresses a workbook by hand', async () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'
    const found = await check(writeXlsx({ sheet: '', others: { 'xl/worksheets/sheet1.xml': sheet } }))
    const [first] = found.diagnostics
    expect([first?.code, found.verdict]).toEqual(['file/truncated', 'invalid'])
    expect(say(await messagesFor('fr'), first!)).toContain('Le classeur est abîmé')
    expect(say(await messagesFor('en'), first!)).toContain('The workbook is damaged')
  })
})

describe('cells that Validata reads otherwise', () => {
  const withRow = (...row: Cells): Uint8Array => writeWorkbook([{ name: 'Feuil1', rows: [HEADER, row] }])

  it.each<[string, Cells, Record<string, number>, string]>([
    ['a number in a text', [21310555400017], { 'cell/native-value': 1 }, '21310555400017,,,'],
    ['a boolean in a text', ['1', true], { 'cell/native-value': 1 }, '1,true,,'],
    ['a date in a text', ['1', { date: 44901, format: 'dd.mm.yyyy' }], { 'cell/native-value': 1 }, '1,2022-12-06,,'],
    ['a number shown whole in a text', [{ number: 21310555400017, format: '0' }], {}, '21310555400017,,,'],
    ['zeros of the format in a text', [{ number: 1000, format: '00000' }], { 'cell/native-display': 1 }, '01000,,,'],
    ['a percentage in a number', ['1', '', { number: 0.5, format: '0%' }], { 'cell/native-display': 1 }, '1,,0.5,'],
    ['a number that is shown rounded', ['1', '', { number: 12.345, format: '0.00' }], {}, '1,,12.345,'],
    ['a number', ['1', '', 12.345], {}, '1,,12.345,'],
    [
      'a date as French offices show it',
      ['1', '', '', { date: 44901, format: 'dd/mm/yyyy' }],
      { 'cell/native-display': 1 },
      '1,,,2022-12-06',
    ],
    ['a date as the schema wants it', ['1', '', '', { date: 44901, format: 'yyyy-mm-dd' }], {}, '1,,,2022-12-06'],
    ['a date as such', ['1', '', '', { date: 44901, format: 'jj.mm.aaaa' }], {}, '1,,,2022-12-06'],
  ])('%s', async (_name, row, codes, line) => {
    const { found } = await expectMended(withRow(...row), [line])
    expect(codesOf(found)).toEqual(codes)
    expect(found.verdict).toBe(Object.keys(codes).length === 0 ? 'valid' : 'convertible')
    expect(found.stats.repairableCells).toBe(found.stats.invalidCells)
    expect(found.diagnostics.every(({ type, suggestion }) => type === 'type-error' && suggestion === undefined)).toBe(true)
  })

  it('a cell that is wrong is told as such, once', async () => {
    const found = await check(withRow('1', '', '', 12))
    expect(codesOf(found)).toEqual({ 'cell/type': 1 })
  })

  it('a date shown as its field wants it is right', async () => {
    const dayFirst = readDescriptor({ fields: [{ name: 'date', type: 'date', format: '%d/%m/%Y' }] })
    const rows = [['date'], [{ date: 44901, format: 'dd/mm/yyyy' }]]
    expect((await check(writeWorkbook([{ name: 'Feuil1', rows }]), { schema: dayFirst })).valid).toBe(true)
  })

  it('any value will do where the schema asks for none', async () => {
    const any = readDescriptor({ fields: [{ name: 'date', type: 'any' }] })
    const rows = [['date'], [{ date: 44901, format: 'dd/mm/yyyy' }], [12], [true]]
    expect((await check(writeWorkbook([{ name: 'Feuil1', rows }]), { schema: any })).valid).toBe(true)
  })

  it('rules lower these codes like others', async () => {
    const found = await check(withRow(21310555400017), { rules: { 'cell/native-value': 'off' } })
    expect(found.valid).toBe(true)
    expect(codesOf(found)).toEqual({})
  })

  it('in OpenDocument, numbers and dates are values', async () => {
    const row = ods.row(`${ods.number('21310555400017')}${ods.text('Art')}${ods.number('1500.5')}${ods.text('2022-12-06')}`)
    const header = ods.row(['siret', 'nom', 'montant', 'date'].map((text) => ods.text(text)).join(''))
    const { found } = await expectMended(ods.writeOds({ body: ods.table(header + row) }), [LINE])
    expect(codesOf(found)).toEqual({ 'cell/native-value': 1 })
  })
})
