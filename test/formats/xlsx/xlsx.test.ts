import { describe, expect, test } from 'vitest'
import { nodePlatform } from '../../../src/node/platform.js'
import { memorySource } from '../memorySource.js'
import { type ReadCell, readSheets } from '../sheet/readSheets.js'
import { writeZip } from '../zip/writeZip.js'
import { namespaces, relationships, writeXlsx, type XlsxParts } from './writeXlsx.js'

async function rowsOf(parts: XlsxParts | string): Promise<string[][]> {
  const { faults, sheets } = await readSheets(writeXlsx(typeof parts === 'string' ? { sheet: parts } : parts))
  expect(faults).toEqual([])
  expect(sheets[0]!.findings).toEqual([])
  return sheets[0]!.rows
}

async function firstCell(cell: string, parts: Omit<XlsxParts, 'sheet'> = {}): Promise<ReadCell | undefined> {
  return (await readSheets(writeXlsx({ ...parts, sheet: `<row r="1">${cell}</row>` }))).sheets[0]!.cells[0]?.[0]
}

describe('kinds of cells', () => {
  const strings = '<si><t>zéro</t></si><si><t xml:space="preserve"> un </t></si><si/><si><t></t></si><si><t>&lt;4&gt;</t></si>'
  const cells: readonly [string, string, string, string, string?][] = [
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'zéro', 'text'],
    ['spaces around', '<c r="A1" t="s"><v>1</v></c>', ' un ', 'text'],
    ['marks in a text', '<c r="A1" t="s"><v>4</v></c>', '<4>', 'text'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>é</t></is></c>', 'é', 'text'],
    ['an inline text that is not announced', '<c r="A1"><is><t>é</t></is></c>', 'é', 'text'],
    [
      'an inline text in runs',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      'ab',
      'text',
    ],
    ['the text of a formula', '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab', 'text'],
    ['text in CDATA', '<c r="A1" t="str"><v><![CDATA[<a&b>]]></v></c>', '<a&b>', 'text'],
    ['the number of a formula', '<c r="A1"><f ca="1">1+1</f><v>2</v></c>', '2', 'number', 'value'],
    ['a number that says so', '<c r="A1" t="n"><v>2</v></c>', '2', 'number', 'value'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'true', 'boolean', 'value'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'false', 'boolean', 'value'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A', 'error'],
    ['a date in ISO 8601', '<c r="A1" t="d"><v>2022-12-06T00:00:00</v></c>', '2022-12-06', 'date', 'value'],
    ['a date with a time in ISO 8601', '<c r="A1" t="d"><v>2022-12-06T10:30:00.000Z</v></c>', '2022-12-06T10:30:00', 'date', 'value'],
    ['what should be a number', '<c r="A1"><v>douze</v></c>', 'douze', 'text'],
    ['attributes in any order, quotes of any kind', `<c s='0' vm="1" t='b' r='A1'><v>1</v></c>`, 'true', 'boolean', 'value'],
    ['a reference in small letters', '<c r="a1"><v>1</v></c>', '1', 'number', 'value'],
    ['a style that does not exist', '<c r="A1" s="99"><v>44901</v></c>', '44901', 'number', 'value'],
  ]
  test.each(cells)('%s', async (_name, cell, text, native, seen = 'text') => {
    expect(await firstCell(cell, { strings })).toEqual({ text, native, seen })
  })

  test.each([
    ['no value', '<c r="A1" s="0"/>'],
    ['an empty value', '<c r="A1"><v></v></c>'],
    ['an empty shared text', '<c r="A1" t="s"><v>2</v></c>'],
    ['another', '<c r="A1" t="s"><v>3</v></c>'],
    ['a shared text that does not exist', '<c r="A1" t="s"><v>99</v></c>'],
    ['a formula never calculated', '<c r="A1"><f>1+1</f></c>'],
  ])('empty: %s', async (_name, cell) => {
    const rows = await rowsOf({ sheet: `<row r="1">${cell}<c r="B1"><v>1</v></c></row>`, strings })
    expect(rows).toEqual([['', '1']])
  })
})

describe('numbers keep their digits', () => {
  test.each([
    ['21310101700014', '21310101700014'],
    ['2.1310101700014E13', '21310101700014'],
    ['2.1310101700014E+13', '21310101700014'],
    ['12345678901234567', '12345678901234567'],
    ['47800.199999999997', '47800.2'],
    ['0.10000000000000001', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.0', '1'],
    ['007', '7'],
    ['-0', '0'],
    ['-12.50', '-12.5'],
    ['.5', '0.5'],
    ['1E-7', '0.0000001'],
    ['1.5e-3', '0.0015'],
    ['123456789.123456', '123456789.123456'],
    ['1.7976931348623157E+308', `17976931348623157${'0'.repeat(292)}`],
    ['9.9999999999999999E+22', '100000000000000000000000'],
    ['100000000000000000000', '100000000000000000000'],
    [' 5\n', '5'],
  ])('%s is %s', async (stored, text) => {
    expect(await firstCell(`<c r="A1"><v>${stored}</v></c>`)).toEqual({ text, native: 'number', seen: 'value' })
  })
})

describe('numbers under a format', () => {
  test.each([
    ['00000', '1000', '01000', 'whole'],
    ['00000', '31555', '31555', 'text'],
    ['00000;-00000', '1000', '01000', 'whole'],
    ['0000000000000', '123', '0000000000123', 'whole'],
    ['000\\ 000\\ 000\\ 00000', '5580148100014', '05580148100014', 'whole'],
    ['0#" "##" "##" "##" "##', '123456789', '0123456789', 'whole'],
    ['00000', '1000.5', '1000.5', 'whole'],
    ['00000', '-1000', '-1000', 'text'],
    ['"F-"00000', '1000', '1000', 'text'],
    ['[Red]00000', '7', '00007', 'whole'],
    [1, '21310101700014', '21310101700014', 'text'],
    [1, '1.5', '1.5', 'whole'],
    [2, '1.5', '1.5', 'decimal'],
    [2, '1.25', '1.25', 'text'],
    [3, '1234', '1234', 'text'],
    [9, '0.5', '0.5', 'other'],
    [49, '13055', '13055', 'text'],
    ['0.##', '1.5', '1.5', 'text'],
    ['0.##', '5', '5', 'decimal'],
    [0, '1.5', '1.5', 'value'],
    ['General', '1.5', '1.5', 'value'],
    ['#,##0.00\\ "€"', '1234.5', '1234.5', 'decimal'],
  ] as const)('%s: %s is %s, seen as %s', async (format, stored, text, seen) => {
    expect(await firstCell(`<c r="A1" s="0"><v>${stored}</v></c>`, { formats: [format] })).toEqual({ text, native: 'number', seen })
  })
})

describe('dates under a format', () => {
  test.each([
    [14, '44901', '2022-12-06', 'other'],
    ['dd/mm/yyyy', '44901', '2022-12-06', 'dayFirst'],
    ['yyyy-mm-dd', '44901', '2022-12-06', 'text'],
    ['yyyy\\-mm\\-dd;@', '44901', '2022-12-06', 'text'],
    ['[$-40C]d mmmm yyyy;@', '44901', '2022-12-06', 'value'],
    ['dd.mm.yyyy', '44901', '2022-12-06', 'value'],
    ['dddd d mmmm yyyy', '44901', '2022-12-06', 'other'],
    ['jj/mm/aaaa', '44901', '2022-12-06', 'value'],
    ['yyyy-mm-dd', '44901.75', '2022-12-06', 'text'],
    [22, '44901.4375', '2022-12-06T10:30:00', 'other'],
    ['yyyy-mm-dd"T"hh:mm:ss', '44901.4375', '2022-12-06T10:30:00', 'text'],
    ['dd/mm/yyyy hh:mm', '44901', '2022-12-06T00:00:00', 'other'],
    [21, '0.4375', '10:30:00', 'other'],
    ['hh:mm:ss', '0.4375', '10:30:00', 'text'],
    [20, '44901.4375', '10:30:00', 'other'],
    ['hh:mm', '0.520833333333', '12:30:00', 'other'],
    ['hh:mm:ss.000', '0.4375058', '10:30:00.501', 'value'],
    ['h"h"mm', '0.4375', '10:30:00', 'other'],
    ['mm:ss', '0.0048611', '00:07:00', 'other'],
    ['[h]:mm', '1.1041666666666667', 'PT26H30M', 'value'],
    ['[mm]:ss', '0.0208449', 'PT30M1S', 'value'],
    ['[h]:mm', '0', 'PT0S', 'value'],
    ['mmm-yy', '44901', '2022-12-06', 'other'],
    ['[=0]"";dd/mm/yyyy', '44901', '2022-12-06', 'value'],
    [57, '44901', '2022-12-06', 'other'],
    [14, '1', '1900-01-01', 'other'],
    [14, '59', '1900-02-28', 'other'],
    [14, '60', '1900-02-29', 'other'],
    [14, '61', '1900-03-01', 'other'],
    [14, '2958465', '9999-12-31', 'other'],
    [14, '44901.000000001', '2022-12-06', 'other'],
    [22, '44901.999999999', '2022-12-07T00:00:00', 'other'],
    [22, '0.5', '12:00:00', 'other'],
  ] as const)('%s: %s is %s, seen as %s', async (format, stored, text, seen) => {
    expect(await firstCell(`<c r="A1" s="0"><v>${stored}</v></c>`, { formats: [format] })).toEqual({ text, native: 'date', seen })
  })

  test.each([
    ['0', '1904-01-01'],
    ['43439', '2022-12-06'],
  ])('counted from 1904: %s is %s', async (stored, text) => {
    const cell = await firstCell(`<c r="A1" s="0"><v>${stored}</v></c>`, { formats: [14], date1904: true })
    expect(cell).toMatchObject({ text, native: 'date' })
  })

  test.each(['-1', '2958466', '1E+20'])('%s is no date, it stays a number', async (stored) => {
    expect(await firstCell(`<c r="A1" s="0"><v>${stored}</v></c>`, { formats: [14] })).toMatchObject({ native: 'number' })
  })

  test.each(['0" jours"', '#,##0\\ "d"', '[Magenta]0', '_-* #,##0.00_-', '0.0E+0', '@', '"date" 0', 'General" h"', '[$mmm-40C]0'])(
    '%s is no format of dates',
    async (format) => {
      expect(await firstCell('<c r="A1" s="0"><v>44901</v></c>', { formats: [format] })).toMatchObject({ text: '44901', native: 'number' })
    },
  )
})

describe('shared texts', () => {
  test.each([
    ['<si><r><t>Maison </t></r><r><rPr><b/></rPr><t xml:space="preserve">de santé</t></r></si>', 'Maison de santé'],
    ['<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si>', '東京'],
    ['<si><t>un_x000D_\ndeux_x0009_x</t></si>', 'un\r\ndeux\tx'],
    ['<si><t>_x005F_x000D_</t></si>', '_x000D_'],
    ['<si><t>_x_xx12_x00e9_x0041</t></si>', '_x_xx12éx0041'],
    ['<si><t>_xD83D__xDE00_ _xD83D_</t></si>', '😀 \ufffd'],
    ['<si><t>a&#10;b&amp;c</t></si>', 'a\nb&c'],
    ['<si><t>un\r\ndeux</t></si>', 'un\ndeux'],
    [`<si><t>${'é'.repeat(40_000)}</t></si>`, 'é'.repeat(40_000)],
    [`<si><t>${'x'.repeat(2_000_000)}</t></si>`, 'x'.repeat(2_000_000)],
  ])('%s', async (strings, text) => {
    expect((await firstCell('<c r="A1" t="s"><v>0</v></c>', { strings }))?.text).toBe(text)
  })

  test('many of them, some long, each in its place', async () => {
    const texts = Array.from({ length: 150_000 }, (_, i) => (i % 30_000 === 7 ? `${i}`.repeat(400_000) : i % 5 === 0 ? '' : `texte ${i}`))
    const sample = [0, 1, 4, 6, 7, 8, 65_535, 65_536, 65_537, 120_006, 120_007, 120_008, 149_999]
    const rows = await rowsOf({
      sheet: sample.map((index) => `<row><c t="s"><v>${index}</v></c><c><v>1</v></c></row>`).join(''),
      strings: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
    })
    expect(rows.map(([text]) => text)).toEqual(sample.map((index) => texts[index]))
  })
})

describe('rows and columns', () => {
  test('references may be left out, of cells and of rows', async () => {
    const rows = await rowsOf(
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="3"><c><v>5</v></c></row><row><c><v>6</v></c></row>',
    )
    expect(rows).toEqual([['1', '', '3', '4'], [''], ['5', '', '', ''], ['6', '', '', '']])
  })

  test('cells in disorder', async () => {
    expect(await rowsOf('<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')).toEqual([['1', '2', '3']])
  })

  test('rows in disorder are taken for the next ones', async () => {
    const { sheets } = await readSheets(
      writeXlsx({ sheet: '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row><row r="7"><c><v>3</v></c></row>' }),
    )
    expect(sheets[0]!.rowNumbers).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(sheets[0]!.rows.map(([text]) => text)).toEqual(['', '', '', '', '1', '2', '3'])
  })

  test('styled empty cells are none, styled empty rows are blank rows', async () => {
    const empty = '<c r="A9" s="0"/><c r="XFD9" s="0"/>'
    const rows = await rowsOf(
      `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>${empty}</row><row r="2">${empty}</row><row r="4" ht="12"/>`,
    )
    expect(rows).toEqual([['1', '2'], [''], [''], ['']])
  })

  test('blank rows above the table have cells, so that they are seen', async () => {
    expect(await rowsOf('<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>2</v></c></row>')).toEqual([
      ['', '', ''],
      ['', '', ''],
      ['1', '', '2'],
    ])
    expect(await rowsOf('<row r="2"><c r="A2"><v>1</v></c></row>')).toEqual([['', ''], ['1']])
  })

  test('rows are padded to the widest of the first batch, later ones may be wider', async () => {
    const row = (r: number, width: number): string => `<row r="${r}">${'<c><v>1</v></c>'.repeat(width)}</row>`
    const sheet = Array.from({ length: 3000 }, (_, i) => row(i + 1, i === 10 ? 4 : i === 2500 ? 6 : 2)).join('')
    const widths = (await rowsOf(sheet)).map((cells) => cells.length)
    expect(widths.filter((width) => width !== 4)).toEqual([6])
    expect(widths[2500]).toBe(6)
  })

  test('a sheet that begins after two thousand blank rows', async () => {
    const rows = await rowsOf('<row r="2001"><c r="A2001"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')
    expect(rows).toHaveLength(2002)
    expect(rows.slice(-3)).toEqual([
      ['', ''],
      ['1', '2'],
      ['3', ''],
    ])
  })

  test('a hundred thousand phantom rows keep their numbers', async () => {
    const phantoms = Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/></row>`).join('')
    const { sheets } = await readSheets(
      writeXlsx({ sheet: `<row r="1"><c r="A1"><v>1</v></c></row>${phantoms}<row r="1048576"><c r="A1048576"><v>2</v></c></row>` }),
    )
    expect(sheets[0]!.rowNumbers).toHaveLength(1_048_576)
    expect(sheets[0]!.rowNumbers.every((number, i) => number === i + 1)).toBe(true)
    expect(sheets[0]!.rows.at(-1)).toEqual(['2'])
  })

  test('a dimension that lies, merged cells, hidden rows, drawings', async () => {
    const { main } = namespaces(false)
    const rows = await rowsOf(
      `<worksheet xmlns="${main}" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><dimension ref="A1"/><cols><col min="1" max="3"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><controls><xdr:from><xdr:row>9</xdr:row></xdr:from></controls></worksheet>`,
    )
    expect(rows).toEqual([
      ['1', ''],
      ['', '2'],
    ])
  })

  test('prefixes, comments, white space', async () => {
    const { main } = namespaces(false)
    const rows = await rowsOf(
      `<?xml version="1.0"?><!-- x --><x:worksheet xmlns:x="${main}">\n <x:sheetData>\n  <x:row r="1">\n   <x:c r="A1" t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c>\n  </x:row>\n </x:sheetData>\n</x:worksheet>`,
    )
    expect(rows).toEqual([['é']])
  })

  test('UTF-16', async () => {
    const { main } = namespaces(false)
    const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData><row><c t="str"><v>été €</v></c></row></sheetData></worksheet>`
    const file = writeXlsx({ sheet: '', others: { 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') } })
    expect((await readSheets(file)).sheets[0]!.rows).toEqual([['été €']])
  })

  test('an empty sheet has no rows', async () => {
    expect(await rowsOf('')).toEqual([])
  })

  test('can be read again', async () => {
    const { openTable } = await import('../../../src/formats/index.js')
    const { DEFAULT_LIMITS } = await import('../../../src/core/format.js')
    const opened = await openTable(memorySource(writeXlsx({ sheet: '<row><c><v>1</v></c></row>' })), {}, { limits: DEFAULT_LIMITS })
    for (let i = 0; i < 3; i++) {
      let rows = 0
      for await (const batch of opened.sheets[0]!.batches(() => {})) rows += batch.rows
      expect(rows).toBe(1)
    }
  })
})

describe('workbooks', () => {
  const { main, relationships: base } = namespaces(false)
  const sheetOf = (text: string): string =>
    `<worksheet xmlns="${main}"><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`

  test('sheets in their order, at any path, hidden ones said, charts left out', async () => {
    const file = writeXlsx({
      sheet: '',
      others: {
        '_rels/.rels': relationships({ a: ['officeDocument', '/livre/classeur.xml'] }),
        'livre/classeur.xml': `<workbook xmlns="${main}" xmlns:r="${base}"><sheets><sheet name="Notes" sheetId="3" state="hidden" r:id="c"/><sheet name="Été &amp; hiver" sheetId="1" r:id="b"/><sheet name="Graphique" sheetId="4" r:id="d"/><sheet name="Caché" sheetId="2" state="veryHidden" r:id="a"/></sheets></workbook>`,
        'livre/_rels/classeur.xml.rels': relationships({
          a: ['worksheet', 'feuilles/un.xml'],
          b: ['worksheet', '../Deux%20.xml'],
          c: ['worksheet', '/livre/./trois.XML'],
          d: ['chartsheet', 'graphique.xml'],
        }),
        'livre/feuilles/un.xml': sheetOf('un'),
        'deux .xml': sheetOf('deux'),
        'livre/trois.xml': sheetOf('trois'),
        'xl/workbook.xml': '',
      },
    })
    const { facts, sheets } = await readSheets(file)
    expect(facts).toEqual({ name: 'xlsx', sheet: 'Été & hiver' })
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.[0]])).toEqual([
      ['Notes', true, 'trois'],
      ['Été & hiver', false, 'deux'],
      ['Caché', true, 'un'],
    ])
  })

  test('without relationships, styles and shared texts', async () => {
    const file = writeXlsx({
      sheet: '<row><c><v>1</v></c></row>',
      others: { '_rels/.rels': '', 'xl/_rels/workbook.xml.rels': '', 'xl/styles.xml': '' },
    })
    expect((await readSheets(file)).sheets[0]!.rows).toEqual([['1']])
  })

  test('strict OOXML', async () => {
    const file = writeXlsx({
      sheet: '<row><c t="s" s="0"><v>0</v></c><c t="d" s="0"><v>2022-12-06</v></c></row>',
      strings: '<si><t>é</t></si>',
      formats: [14],
      strict: true,
    })
    expect((await readSheets(file)).sheets[0]!.rows).toEqual([['é', '2022-12-06']])
  })

  test('with what Node offers', async () => {
    expect((await readSheets(writeXlsx({ sheet: '<row><c><v>1</v></c></row>' }), nodePlatform)).sheets[0]!.rows).toEqual([['1']])
  })
})

describe('what cannot be read', () => {
  const whole = writeXlsx({ sheet: '<row><c><v>1</v></c></row>' })
  const noise = Buffer.alloc(4096, 'x')
  const container = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise])
  const encrypted = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')])
  const parts = (...names: string[]): Uint8Array => writeZip(names.map((name) => ({ name, content: 'x' })))
  const refused: [string, string, Uint8Array][] = [
    ['cut short', 'corrupt', whole.subarray(0, whole.length - 100)],
    ['no sheet', 'corrupt', writeXlsx({ sheet: '', others: { 'xl/workbook.xml': '<workbook' } })],
    ['shared texts that are not XML', 'corrupt', writeXlsx({ sheet: '', strings: '<si>' })],
    ['a document type', 'corrupt', writeXlsx({ sheet: '', others: { 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>' } })],
    ['a password', 'encrypted', encrypted],
    [
      'a zip with a password',
      'encrypted',
      writeZip([
        { name: 'xl/workbook.xml', content: '', encrypted: true },
        { name: '[Content_Types].xml', content: '' },
      ]),
    ],
    ['an older workbook that is none', 'corrupt', container],
    ['a binary workbook without content', 'corrupt', parts('[Content_Types].xml', 'xl/workbook.bin', 'xl/worksheets/sheet1.bin')],
    ['Numbers', 'numbers', parts('Index/Document.iwa', 'Index/Tables/DataList.iwa', 'preview.jpg')],
    ['Word', 'docx', parts('[Content_Types].xml', 'word/document.xml')],
    ['PowerPoint', 'pptx', parts('[Content_Types].xml', 'ppt/presentation.xml')],
    [
      'an electronic book',
      'epub',
      writeZip([
        { name: 'mimetype', content: 'application/epub+zip' },
        { name: 'a.xhtml', content: 'x' },
      ]),
    ],
    ['a program', 'jar', parts('META-INF/MANIFEST.MF', 'A.class')],
    ['maps', 'shapefile', parts('a.shp', 'a.dbf', 'a.shx')],
    ['places', 'kmz', parts('doc.kml', 'images/a.png')],
    ['something else', 'zip', parts('a.jpg', 'b.jpg')],
  ]
  test.each(refused)('%s: %s', async (_name, found, bytes) => {
    expect(await readSheets(bytes)).toMatchObject({ faults: [{ code: 'file/not-a-table', details: { found } }], sheets: [] })
  })

  test('a sheet that is cut gives the rows before, and says so', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join('')
    const { main } = namespaces(false)
    const { sheets } = await readSheets(writeXlsx({ sheet: `<worksheet xmlns="${main}"><sheetData>${rows}<row r="2001"><c r="A2001"><v>` }))
    expect(sheets[0]!.rows).toHaveLength(2000)
    expect(sheets[0]!.findings).toEqual([{ code: 'file/truncated', place: { row: 2001 } }])
  })
})

test('a workbook may be named anything', async () => {
  const { facts } = await readSheets(memorySource(writeXlsx({ sheet: '<row><c><v>1</v></c></row>' }), 'donnees.csv'))
  expect(facts.name).toBe('xlsx')
})
