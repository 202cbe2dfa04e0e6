import { describe, expect, test } from 'vitest'
import { memorySource } from '../memorySource.js'
import { readSheets } from '../sheet/readSheets.js'

const read = (page: string | Uint8Array, name = 'export.xls') => readSheets(memorySource(page, name, 1000))
const rowsOf = async (page: string | Uint8Array): Promise<string[][] | undefined> => (await read(page)).sheets[0]?.rows

const pages: [string, string, string[][]][] = [
  [
    'a bare table',
    '<table><tr><th>nom<th>montant<tr><td>été<td>1<tr><td>x<td>2</table>',
    [
      ['nom', 'montant'],
      ['été', '1'],
      ['x', '2'],
    ],
  ],
  [
    'a page with a title, styles and scripts',
    '<!DOCTYPE html><html><head><title>Liste</title><style>td { x: "<table>" }</style></head><body><script>if (a < b) x("<tr>")</script><h1>Liste</h1><table class="x>y"><thead><tr><td>un</td><td>deux</td></tr></thead><tbody><tr><td>12345</td><td>67890</td></tr></tbody></table></body></html>',
    [
      ['un', 'deux'],
      ['12345', '67890'],
    ],
  ],
  [
    'entities, breaks and white space',
    '<table><tr><td>a &amp; b</td><td>l&#39;&eacute;t&eacute; &nbsp;</td></tr><tr><td>un<br/>deux<br>trois</td><td>\n  x\n  y </td></tr><tr><td>&nbsp;</td><td>&inconnu; 3 &lt; 4</td></tr></table>',
    [
      ['a & b', "l'été"],
      ['un\ndeux\ntrois', 'x y'],
      ['', '&inconnu; 3 < 4'],
    ],
  ],
  [
    'cells that span others',
    '<table><tr><td rowspan="2">a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>',
    [
      ['a', 'b', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ],
  ],
  [
    'what a spreadsheet program wrote beside a number that it shows short',
    '<table><tr><td>siret</td><td>x</td></tr><tr><td sdval="21310101700014" sdnum="1036;">2,13E+13</td><td sdval="45000">15/03/2023</td></tr></table>',
    [
      ['siret', 'x'],
      ['21310101700014', '15/03/2023'],
    ],
  ],
  [
    'comments, empty rows at the end',
    '<!-- <table> --><table><tr><td>a<td>b<tr><td>c<td>d<tr><td><td></table>',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
]

test.each(pages)('%s', async (_name, page, rows) => {
  expect(await rowsOf(page)).toEqual(rows)
})

test.each([
  ['windows-1252', Buffer.from('<table><tr><td>\x80 \xe9t\xe9<td>b<tr><td>c<td>d</table>', 'latin1')],
  ['UTF-8', Buffer.from('<table><tr><td>€ été<td>b<tr><td>c<td>d</table>')],
  ['UTF-16', Buffer.from('\ufeff<table><tr><td>€ été<td>b<tr><td>c<td>d</table>', 'utf16le')],
])('in %s', async (_name, page) => {
  expect((await rowsOf(page))?.[0]?.[0]).toBe('€ été')
})

describe('a page that is no table is refused', () => {
  test.each([
    ['no table', '<html><body><p>Page introuvable</p></body></html>'],
    ['a layout', '<table><tr><td>menu</td><td><table><tr><td>a<td>b</table></td></tr></table>'],
    ['two tables', '<table><tr><td>a<td>b<tr><td>c<td>d</table><table><tr><td>a<td>b</table>'],
    ['one column', '<table><tr><td>a<tr><td>b</table>'],
    ['one row', '<table><tr><td>a<td>b</table>'],
    ['text about something', `<p>${'mot '.repeat(50)}</p><table><tr><td>a<td>b<tr><td>c<td>d</table>`],
    ['a tag that never ends', '<table <tr <td'],
  ])('%s', async (_name, page) => {
    expect((await read(page)).faults).toEqual([{ code: 'file/not-a-table', details: { found: 'html' } }])
  })

  test.each([
    ['spans', `<table><tr>${'<td colspan=1000>a'.repeat(10_000)}</table>`],
    ['cells', `<table>${`<tr>${'<td>'.repeat(20_000)}x`.repeat(3)}</table>`],
  ])('too many columns: %s', async (_name, page) => {
    await expect(read(page)).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'columns' } })
  })

  test('no page makes reading slow', async () => {
    for (const page of [
      '<table>'.repeat(200_000),
      '<td "'.repeat(200_000),
      '<!--'.repeat(200_000),
      '<a b="'.repeat(200_000),
      '&a'.repeat(300_000),
    ]) {
      expect((await read(`<html>${page}`)).faults).toHaveLength(1)
    }
  })
})
