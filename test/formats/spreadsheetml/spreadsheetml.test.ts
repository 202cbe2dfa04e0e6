import { expect, test } from 'vitest'
import { memorySource } from '../memorySource.js'
import { readSheets } from '../sheet/readSheets.js'

const workbook = (sheets: string, styles = ''): string =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles}</Styles>${sheets}</Workbook>`
const sheet = (rows: string, name = 'Feuil1'): string =>
  `<Worksheet ss:Name="${name}"><Names/><Table ss:ExpandedColumnCount="2"><Column ss:Width="80"/>${rows}</Table><WorksheetOptions><Row/></WorksheetOptions></Worksheet>`
const cell = (type: string, value: string, more = ''): string => `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`
const style = (id: string, format: string): string => `<Style ss:ID="${id}"><NumberFormat ss:Format="${format}"/></Style>`
const read = (xml: string | Uint8Array) => readSheets(memorySource(xml, 'export.xls', 100))

test('kinds of cells', async () => {
  const styles = style('s1', '00000') + style('s2', 'Short Date') + style('s3', 'hh:mm:ss')
  const row = [
    cell('String', 'été &amp; x'),
    cell('Number', '21310101700014'),
    cell('Number', '1000', ' ss:StyleID="s1"'),
    cell('DateTime', '2022-12-06T00:00:00.000', ' ss:StyleID="s2"'),
    cell('DateTime', '1899-12-31T10:30:00.000', ' ss:StyleID="s3"'),
    cell('Number', '44901', ' ss:StyleID="s2"'),
    cell('Boolean', '1'),
    cell('Error', '#N/A'),
    '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>gras</B> et <Font>non</Font></ss:Data><Comment><ss:Data>note</ss:Data></Comment></Cell>',
  ]
  const { facts, sheets } = await read(workbook(sheet(`<Row>${row.join('')}</Row>`), styles))
  expect(facts).toMatchObject({ name: 'spreadsheetml', sheet: 'Feuil1' })
  expect(sheets[0]!.cells[0]!.map(({ text, native }) => [text, native])).toEqual([
    ['été & x', 'text'],
    ['21310101700014', 'number'],
    ['01000', 'number'],
    ['2022-12-06', 'date'],
    ['10:30:00', 'date'],
    ['2022-12-06', 'date'],
    ['true', 'boolean'],
    ['#N/A', 'error'],
    ['gras et non', 'text'],
  ])
})

test('places that are told, merged cells, spanned rows, other sheets', async () => {
  const a = cell('String', 'a')
  const rows = `<Row ss:Index="2" ss:Span="1">${a}${cell('String', 'b', ' ss:Index="4"')}</Row><Row>${cell('String', 'c', ' ss:MergeAcross="2"')}${a}</Row>`
  const { sheets } = await read(workbook(sheet(`<Row>${a}</Row>`, 'Autre') + sheet(rows, 'Été')))
  expect(sheets.map(({ name }) => name)).toEqual(['Autre', 'Été'])
  expect(sheets[1]!.rows).toEqual([['', '', '', ''], ['a', '', '', 'b'], [''], ['c', '', '', 'a']])
  expect(sheets[1]!.rowNumbers).toEqual([1, 2, 3, 4])
})

test('cut, it gives the rows before and says so', async () => {
  const xml = workbook(sheet(`<Row>${cell('String', 'a')}</Row>`.repeat(50)))
  const { sheets } = await read(xml.slice(0, xml.length / 2))
  expect(sheets[0]!.rows.length).toBeGreaterThan(10)
  expect(sheets[0]!.findings).toMatchObject([{ code: 'file/truncated' }])
})

test('a row or a column out of reach is a limit', async () => {
  for (const [rows, limit] of [
    [`<Row>${cell('String', 'a')}</Row><Row ss:Index="9000000">${cell('String', 'a')}</Row>`, 'rows'],
    [`<Row>${cell('String', 'a', ' ss:Index="999999999"')}</Row>`, 'columns'],
  ]) {
    await expect(read(workbook(sheet(rows!)))).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit } })
  }
})

test('without a sheet it is no table', async () => {
  expect((await read(workbook(''))).faults).toMatchObject([{ code: 'file/not-a-table' }])
})

test('what stands where a row is expected is none', async () => {
  const { sheets } = await read(workbook(sheet(`<Autre>${cell('String', 'x')}</Autre><Row>${cell('String', 'nom')}</Row><Autre/>`)))
  expect(sheets[0]!.cells.map((cells) => cells.map(({ text }) => text))).toEqual([['nom']])
  expect(sheets[0]!.rowNumbers).toEqual([1])
})
