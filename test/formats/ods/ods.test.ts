import { describe, expect, test } from 'vitest'
import { nodePlatform } from '../../../src/node/platform.js'
import { type ReadCell, readSheets } from '../sheet/readSheets.js'
import { writeZip } from '../zip/writeZip.js'
import { number, type OdsParts, row, table, text, writeOds } from './writeOds.js'

async function rowsOf(rows: string, parts: Omit<OdsParts, 'body'> = {}): Promise<string[][]> {
  const { faults, sheets } = await readSheets(writeOds({ ...parts, body: table(rows) }))
  expect(faults).toEqual([])
  expect(sheets[0]!.findings).toEqual([])
  return sheets[0]!.rows
}

async function firstCell(cell: string, parts: Omit<OdsParts, 'body'> = {}): Promise<ReadCell | undefined> {
  return (await readSheets(writeOds({ ...parts, body: table(row(cell)) }))).sheets[0]!.cells[0]?.[0]
}

const cell = (attributes: string, content = '<text:p>affiché</text:p>'): string =>
  `<table:table-cell ${attributes}>${content}</table:table-cell>`

describe('kinds of cells', () => {
  test.each([
    ['a number', cell('office:value-type="float" office:value="1234.5"'), '1234.5', 'number', 'value'],
    ['a number with its digits', cell('office:value-type="float" office:value="21310101700014"'), '21310101700014', 'number', 'value'],
    [
      'a number with an exponent',
      cell('office:value-type="float" office:value="2.1310101700014E+013"'),
      '21310101700014',
      'number',
      'value',
    ],
    ['the noise of binary fractions', cell('office:value-type="float" office:value="47800.199999999997"'), '47800.2', 'number', 'value'],
    ['a share', cell('office:value-type="percentage" office:value="0.5"'), '0.5', 'number', 'value'],
    ['an amount', cell('office:value-type="currency" office:currency="EUR" office:value="12.50"'), '12.5', 'number', 'value'],
    ['a date', cell('office:date-value="2022-12-06" office:value-type="date"'), '2022-12-06', 'date', 'value'],
    [
      'a date with a time',
      cell('office:value-type="date" office:date-value="2022-12-06T10:30:00"'),
      '2022-12-06T10:30:00',
      'date',
      'value',
    ],
    [
      'empty fractions',
      cell('office:value-type="date" office:date-value="2022-12-06T10:30:00.500000000"'),
      '2022-12-06T10:30:00.5',
      'date',
      'value',
    ],
    ['a time', cell('office:value-type="time" office:time-value="PT09H05M00S"'), '09:05:00', 'date', 'other'],
    ['a time of more than a day', cell('office:value-type="time" office:time-value="PT26H30M00S"'), 'PT26H30M', 'date', 'other'],
    ['a time with fractions', cell('office:value-type="time" office:time-value="PT9H5M6.250S"'), '09:05:06.25', 'date', 'other'],
    ['true', cell('office:value-type="boolean" office:boolean-value="true"'), 'true', 'boolean', 'value'],
    ['false', cell('office:value-type="boolean" office:boolean-value="false"'), 'false', 'boolean', 'value'],
    ['a text', text('été'), 'été', 'text', 'text'],
    ['a text that says no type', cell('', '<text:p>été</text:p>'), 'été', 'text', 'text'],
    ['the text of a formula', cell('office:value-type="string" office:string-value="a&amp;b"', ''), 'a&b', 'text', 'text'],
    [
      'an error',
      cell('office:value-type="string" office:string-value="" calcext:value-type="error"', '<text:p>#N/D</text:p>'),
      '#N/D',
      'error',
      'text',
    ],
    ['a number without its value', cell('office:value-type="float"', '<text:p>12,5</text:p>'), '12,5', 'text', 'text'],
    ['what should be a number', cell('office:value-type="float" office:value="douze"'), 'douze', 'text', 'text'],
    ['quotes of another kind', `<table:table-cell office:value-type='float'\n office:value='1'/>`, '1', 'number', 'value'],
  ])('%s', async (_name, xml, expected, native, seen) => {
    expect(await firstCell(xml)).toEqual({ text: expected, native, seen })
  })
})

describe('texts', () => {
  test.each([
    ['<text:p>un</text:p><text:p>deux</text:p>', 'un\ndeux'],
    ['<text:p/><text:p>deux</text:p>', '\ndeux'],
    ['<text:p>a<text:s/>b<text:s text:c="3"/>c</text:p>', 'a b   c'],
    ['<text:p>a <text:s/>b</text:p>', 'a  b'],
    ['<text:p>a<text:tab/>b<text:line-break/>c</text:p>', 'a\tb\nc'],
    ['<text:p><text:span>Maison </text:span><text:span>de <text:a>santé</text:a></text:span></text:p>', 'Maison de santé'],
    ['<text:p>\n   un\n   deux\n  </text:p>', 'un deux'],
    ['<text:p>un </text:p>', 'un '],
    ['<text:p>a&amp;b &lt;c&gt;</text:p>', 'a&b <c>'],
    ['<text:p>東京<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>y</text:ruby-text></text:ruby></text:p>', '東京x'],
    ['<office:annotation><text:p>note</text:p></office:annotation><text:p>texte</text:p>', 'texte'],
    ['<text:p>te<office:annotation><text:p>note</text:p></office:annotation>xte</text:p>', 'texte'],
    ['<draw:frame><draw:text-box><text:p>cadre</text:p></draw:text-box></draw:frame><text:p>texte</text:p>', 'texte'],
    [
      '<text:p>dehors</text:p><table:table><table:table-row><table:table-cell><text:p>dedans</text:p></table:table-cell></table:table-row></table:table>',
      'dehors',
    ],
  ])('%s', async (content, expected) => {
    expect((await firstCell(cell('office:value-type="string"', content)))?.text).toBe(expected)
  })
})

describe('styles', () => {
  const zeros = (name: string, digits: number): string =>
    `<number:number-style style:name="${name}"><number:number number:decimal-places="0" number:min-integer-digits="${digits}"/></number:number-style>`
  const styles = `${zeros('N5', 5)}<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N5"/><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/><number:time-style style:name="N9" number:truncate-on-overflow="false"/><style:style style:name="ce9" style:family="table-cell" style:data-style-name="N9"/>`

  test.each([
    ['1000', 'ce1', '01000'],
    ['1000', 'ce2', '01000'],
    ['31555', 'ce1', '31555'],
    ['1.5', 'ce1', '1.5'],
    ['-7', 'ce1', '-7'],
    ['1000', 'inconnu', '1000'],
  ])('%s in style %s is %s', async (value, style, expected) => {
    expect((await firstCell(number(value, `table:style-name="${style}"`), { styles }))?.text).toBe(expected)
  })

  test('of a column, of a row, of the document', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce1"/><table:table-column table:number-columns-repeated="3"/>'
    const rows =
      row(number('1') + number('2') + number('3')) + row(number('1') + number('2') + number('3'), 'table:default-cell-style-name="Code"')
    const commonStyles = `${zeros('N3', 3)}<style:style style:name="Code" style:family="table-cell" style:data-style-name="N3"/>`
    expect(await rowsOf(columns + rows, { styles, commonStyles })).toEqual([
      ['00001', '00002', '3'],
      ['001', '002', '003'],
    ])
  })

  test('a duration of less than a day', async () => {
    const xml = '<table:table-cell office:value-type="time" office:time-value="PT02H30M00S" table:style-name="ce9"/>'
    expect(await firstCell(xml, { styles })).toEqual({ text: 'PT2H30M', native: 'date', seen: 'other' })
  })
})

describe('rows and columns', () => {
  const empty = (count: number): string => `<table:table-cell table:number-columns-repeated="${count}"/>`

  test('repeated cells and rows, save those at the end', async () => {
    const rows = [
      row(number('1', 'table:number-columns-repeated="2"') + empty(2) + text('x') + empty(16_379)),
      row(empty(16_384), 'table:number-rows-repeated="3"'),
      row(text('y') + empty(16_383), 'table:number-rows-repeated="2"'),
      row(empty(16_384), 'table:number-rows-repeated="1048570"'),
    ]
    const { sheets } = await readSheets(writeOds({ body: table(rows.join('')) }))
    expect(sheets[0]!.rows).toEqual([['1', '1', '', '', 'x'], [''], [''], [''], ['y', '', '', '', ''], ['y', '', '', '', '']])
    expect(sheets[0]!.rowNumbers).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('a row repeated beyond a batch', async () => {
    const rows = await rowsOf(row(text('un')) + row(text('été') + number('2'), 'table:number-rows-repeated="5000"') + row(text('fin')))
    expect(rows).toHaveLength(5002)
    expect(rows[0]).toEqual(['un', ''])
    expect(rows.slice(1, -1).every(([a, b]) => a === 'été' && b === '2')).toBe(true)
    expect(rows.at(-1)).toEqual(['fin', ''])
  })

  test('merged cells give their value to the first one', async () => {
    const covered = '<table:covered-table-cell office:value-type="string"><text:p>caché</text:p></table:covered-table-cell>'
    const many = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    expect(await rowsOf(row(text('a', 'table:number-columns-spanned="2"') + covered + text('b')) + row(many + text('c')))).toEqual([
      ['a', '', 'b'],
      ['', '', 'c'],
    ])
  })

  test('header rows, groups, filtered rows', async () => {
    const grouped = `<table:table-header-rows>${row(text('a'))}</table:table-header-rows><table:table-row-group><table:table-row-group>${row(text('b'), 'table:visibility="filter"')}</table:table-row-group></table:table-row-group><table:table-rows>${row(text('c'))}</table:table-rows>`
    expect(await rowsOf(grouped)).toEqual([['a'], ['b'], ['c']])
  })

  test('blank rows above the table', async () => {
    expect(await rowsOf(row(empty(9), 'table:number-rows-repeated="2"') + row(empty(1) + text('a')))).toEqual([
      ['', ''],
      ['', ''],
      ['', 'a'],
    ])
  })
})

describe('documents', () => {
  test('sheets in their order, hidden ones said, what is no sheet left out', async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const body = `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>avant</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>${table(row(text('un')), 'Caché', 'table:style-name="ta2"')}${table(row(text('deux')), 'Été &amp; hiver', 'table:style-name="ta1"')}<table:named-expressions/><table:dde-links><table:dde-link>${table(row(text('trois')), 'Lien')}</table:dde-link></table:dde-links>`
    const { facts, sheets } = await readSheets(writeOds({ body, styles }))
    expect(facts).toEqual({ name: 'ods', sheet: 'Été & hiver' })
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ['Caché', true, [['un']]],
      ['Été & hiver', false, [['deux']]],
    ])
  })

  test('without styles and manifest, with what Node offers', async () => {
    const file = writeOds({ body: table(row(text('a'))), others: { 'styles.xml': '', 'META-INF/manifest.xml': '' } })
    expect((await readSheets(file, nodePlatform)).sheets[0]!.rows).toEqual([['a']])
  })

  test('without its mimetype', async () => {
    const { facts } = await readSheets(writeOds({ body: table(row(text('a'))), others: { mimetype: '' } }))
    expect(facts.name).toBe('ods')
  })

  test.each([
    [
      'encrypted',
      writeOds({
        body: '',
        manifest: '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
      }),
    ],
    ['encrypted', writeOds({ body: '', others: { 'encrypted-package': 'x', 'content.xml': '' } })],
    ['corrupt', writeOds({ body: '', others: { 'content.xml': '' } })],
    ['corrupt', writeOds({ body: '', others: { 'content.xml': '<!DOCTYPE a><a/>' } })],
    ['odt', writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }])],
    ['odp', writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.presentation' }])],
  ])('%s', async (found, bytes) => {
    expect(await readSheets(bytes)).toMatchObject({ faults: [{ code: 'file/not-a-table', details: { found } }], sheets: [] })
  })

  test('one that is cut gives the rows before, and says so', async () => {
    const body = `${table(row(text('a')) + row(text('b')))}<table:table table:name="Coupé">${row(text('c'))}<table:table-row>`
    const cut = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}`
    const read = await readSheets(writeOds({ body: '', others: { 'content.xml': cut } }))
    expect(read.sheets.map(({ rows, findings }) => [rows, findings.map(({ code }) => code)])).toEqual([
      [[['a'], ['b']], []],
      [[['c']], ['file/truncated']],
    ])
  })
})
