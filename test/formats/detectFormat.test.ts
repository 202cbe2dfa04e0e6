import { describe, expect, test } from 'vitest'
import { type DetectedFormat, detectFormat } from '../../src/formats/detectFormat.js'
import { formats } from '../../src/formats/formats.js'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const zipHead = (...names: string[]): Uint8Array => latin1(names.map((name) => `PK\x03\x04${'\0'.repeat(26)}${name}`).join(''))
const noise = Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 13) & 0xff)

const cases: [string, DetectedFormat, Uint8Array, string?][] = [
  ['plain CSV', 'csv', utf8('a;b\n1;2\n')],
  ['a CSV that begins with a mark', 'csv', utf8('\ufeffa;b\n1;2\n')],
  ['accents in windows-1252', 'csv', latin1('année;libellé\n2022;été')],
  ['a CSV with one NUL', 'csv', utf8(`a;b\n1;\0\n${'1;2\n'.repeat(100)}`)],
  ['UTF-16 with its mark', 'csv', new Uint8Array(Buffer.from('\ufeffa;b\n1;2\n', 'utf16le'))],
  ['UTF-16 without mark', 'csv', new Uint8Array(Buffer.from('nom;montant\nMairie;12\n', 'utf16le'))],
  ['UTF-16 big-endian without mark', 'csv', new Uint8Array(Buffer.from('nom;montant\nMairie;12\n', 'utf16le').swap16())],
  ['one label', 'csv', utf8('nom')],
  ['nothing', 'csv', bytes()],
  ['labels in brackets', 'csv', utf8('[a];[b]\n1;2')],
  ['cells that hold JSON', 'csv', utf8('{a};{b}\n')],
  ['a text that begins with <', 'csv', utf8('<5 ans;>5 ans\n1;2')],
  ['PDF', 'pdf', utf8('%PDF-1.4\n')],
  ['PNG', 'image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['JPEG', 'image', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['GIF', 'image', utf8('GIF89a')],
  ['gzip', 'gzip', bytes(0x1f, 0x8b, 8, 0)],
  ['XLSX', 'xlsx', zipHead('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
  ['XLSX by its name', 'xlsx', zipHead('[Content_Types].xml', '_rels/.rels'), 'a.xlsx'],
  ['DOCX', 'zip', zipHead('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'a.docx'],
  ['ODS', 'ods', zipHead('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
  ['ODT', 'zip', zipHead('mimetypeapplication/vnd.oasis.opendocument.text')],
  ['a zip of a CSV', 'zip', zipHead('donnees.csv')],
  ['an empty zip', 'zip', latin1(`PK\x05\x06${'\0'.repeat(18)}`)],
  ['XLS', 'xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['XLS of Excel 95, bare', 'xls', bytes(0x09, 0x08, 0x10, 0x00, 0x00, 0x06)],
  ['an HTML page', 'html', utf8('\n  <!doctype HTML>\n<html>')],
  ['an HTML table', 'html', utf8('<table border=1><tr><td>a</td></tr></table>')],
  ['XHTML', 'html', utf8('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">')],
  [
    'a spreadsheet of OpenDocument in one XML file',
    'fods',
    utf8('<?xml version="1.0"?>\n<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'),
  ],
  ['XML', 'xml', utf8('<?xml version="1.0" encoding="utf-8"?><marches></marches>')],
  ['XML without declaration', 'xml', utf8('<marches><marche><id>1</id></marche></marches>')],
  ['a JSON object', 'json', utf8('{\n  "a": 1 }')],
  ['an empty JSON object', 'json', utf8('{}')],
  ['a JSON array of objects', 'json', utf8('[ {"a": 1} ]')],
  ['a JSON array of texts', 'json', utf8('["a", "b"]')],
  ['a JSON array of numbers', 'json', utf8('[1, 2]')],
  ['noise', 'binary', noise],
  ['zeros', 'binary', new Uint8Array(1000)],
  ['UTF-32', 'binary', new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x63, 0, 0, 0])],
]

describe('detectFormat', () => {
  test.each(cases)('%s: %s', (_name, expected, head, name = 'table.csv') => {
    expect(detectFormat(head, name)).toBe(expected)
  })
})

test('CSV is surer when the name agrees, and never is what bytes deny', () => {
  expect(formats.csv.recognises(utf8('a;b'), 'a.csv')).toBeGreaterThan(formats.csv.recognises(utf8('a;b'), 'a.dat'))
  expect(formats.csv.recognises(utf8('%PDF-1.4'), 'a.csv')).toBe(0)
})
