// Workbooks of our own, read back by SheetJS, by our own reader, and by the archive tools that any program has.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { nodePlatform } from '../../../src/node/platform.js'
import { onlySheets } from '../../../src/writers/sheet/cellSink.js'
import { writeWorkbook } from '../../../src/writers/xlsx/writeWorkbook.js'
import type { XlsxSheet } from '../../../src/writers/xlsx/xlsxSheet.js'
import { readSheets } from '../../formats/sheet/readSheets.js'
import { collect, sheetOf } from '../collect.js'

const HOSTILE = [
  '=cmd|/c calc!A1',
  '+33 1 02 03 04 05',
  '@SUM(A1)',
  '-1+1',
  '=HYPERLINK("http://x")',
  '00123',
  '21310101700014',
  '2024-01-31',
  '1e5',
  'TRUE',
  "'apostrophe",
  '<b>&amp;</b>',
  ']]>',
  ' espaces ',
  'un\ndeux',
  'un\r\ndeux',
  'tab\tulation',
  '\u0000\u0001\u000b\u001f',
  '_x000D_',
  '_x005F_x000D_',
  '_X00e9_',
  '_x12_',
  '\ufffe\uffff\ufeff\uffee',
  'été €',
  '😀\u{10ffff}',
  '"guillemets"',
  '\u001b[31mrouge',
]

const write = (...sheets: XlsxSheet[]): Promise<Buffer> => collect(writeWorkbook(onlySheets(sheets), nodePlatform))

function partOf(file: Buffer, name: string): string {
  const entry = XLSX.CFB.read(file, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content: Uint8Array }[] }
  const at = entry.FullPaths.findIndex((path) => path.endsWith(name))
  return Buffer.from(entry.FileIndex[at]!.content).toString('utf8')
}

describe('text', () => {
  test('comes back as it was, as text: to our reader', async () => {
    const file = await write(sheetOf(HOSTILE.map((text) => [text])))
    const { sheets } = await readSheets(file, nodePlatform)
    expect(sheets[0]!.rows.slice(1).map(([text]) => text)).toEqual(HOSTILE)
    expect(new Set(sheets[0]!.cells.flat().map(({ native }) => native))).toEqual(new Set(['text']))
  })

  test('to SheetJS: no formula, no number, no date', async () => {
    const book = XLSX.read(await write(sheetOf(HOSTILE.map((text) => [text]))), { cellFormula: true })
    HOSTILE.forEach((text, i) => {
      const cell = book.Sheets.Feuille![`A${i + 2}`] as XLSX.CellObject
      expect(cell).toMatchObject({ t: 's' })
      expect(cell.f).toBeUndefined()
      // SheetJS reads line ends as XML does, and does not undo an escape of an escape.
      if (!text.includes('_') && !text.includes('\r')) expect(cell.v).toBe(text)
    })
  })

  test('with the means of the web only', async () => {
    const file = await collect(writeWorkbook(onlySheets([sheetOf(HOSTILE.map((text) => [text]))]), {}))
    const { sheets } = await readSheets(file)
    expect(sheets[0]!.rows.slice(1).map(([text]) => text)).toEqual(HOSTILE)
  })

  test('longer than a cell is refused, never cut; up to there it is whole', async () => {
    const longest = `${'é'.repeat(32_765)}😀`
    const { sheets } = await readSheets(await write(sheetOf([[longest]])), nodePlatform)
    expect(sheets[0]!.rows[1]).toEqual([longest])
    await expect(
      write(
        sheetOf([
          ['a', 'b'],
          ['', `${longest}!`],
        ]),
      ),
    ).rejects.toMatchObject({
      code: 'workbook-limit',
      details: { limit: 'cell', value: 32_767, characters: 32_768, row: 3, column: 2 },
    })
  })

  test('more columns than a sheet has are refused', async () => {
    const wide = Array.from({ length: 16_385 }, () => 'x')
    await expect(write(sheetOf([wide]))).rejects.toMatchObject({ code: 'workbook-limit', details: { limit: 'columns' } })
    const { sheets } = await readSheets(await write(sheetOf([wide.slice(1)])), nodePlatform)
    expect(sheets[0]!.rows[1]).toHaveLength(16_384)
  })
})

describe('a workbook', () => {
  test('has its header in sight, a filter, widths', async () => {
    const sheet = partOf(
      await write(
        sheetOf([
          ['a', 'b'],
          ['c', ''],
        ]),
      ),
      'sheet1.xml',
    )
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<autoFilter ref="A1:B3"/>')
    expect(sheet).toContain('<col min="2" max="2" width="12" customWidth="1"/>')
    const workbook = partOf(await write(sheetOf([['a']], { name: "l'eau" })), 'xl/workbook.xml')
    expect(workbook).toContain(`localSheetId="0" hidden="1">'l''eau'!$A$1:$A$2<`)
  })

  test('names its sheets as programs accept them, each once', async () => {
    const names = ['a/b:c*?[x]', "'''", 'A B C X', '', 'x'.repeat(40), 'x'.repeat(31), '<&">']
    const { sheets } = await readSheets(await write(...names.map((name) => sheetOf([['v']], { name }))), nodePlatform)
    expect(sheets.map(({ name }) => name)).toEqual([
      'a b c x',
      '1',
      'A B C X (2)',
      '1 (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      '<&">',
    ])
  })

  test('says notes where they stand', async () => {
    let done = false
    const file = await write({
      ...sheetOf([]),
      widths: [10, 10],
      async fill(out) {
        if (done) return false
        out.string('bon')
        out.string('faux', 'wrong')
        out.note('Ce n\'est pas "vrai" :\n<mettre> vrai')
        out.endRow()
        done = true
        return true
      },
    })
    const book = XLSX.read(file)
    const cell = book.Sheets.Feuille!.B2 as XLSX.CellObject
    expect(cell.c?.map(({ t }) => t)).toEqual(['Ce n\'est pas "vrai" :\n<mettre> vrai'])
    expect(partOf(file, 'vmlDrawing1.vml')).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>')
    expect(partOf(file, 'sheet1.xml')).toContain('<legacyDrawing r:id="rId1"/>')
  })

  test('has the choices of a column: in place, or in a hidden sheet where they are long or have commas', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `valeur numéro ${i}`)
    const file = await write(
      sheetOf([['a', 'b', 'c']], {
        choices: [
          { column: 0, firstRow: 2, values: ['oui', 'non'], refusal: 'oui ou <non> ?' },
          { column: 1, firstRow: 2, values: long },
          { column: 2, firstRow: 2, values: ['a, b', 'c'] },
        ],
      }),
    )
    const sheet = partOf(file, 'sheet1.xml')
    expect(sheet).toContain('error="oui ou &lt;non&gt; ?" sqref="A2:A1048576"><formula1>&quot;oui,non&quot;</formula1>')
    expect(sheet).toContain('sqref="B2:B1048576"><formula1>\'scdl\'!$A$1:$A$40</formula1>')
    expect(sheet).toContain('sqref="C2:C1048576"><formula1>\'scdl\'!$B$1:$B$2</formula1>')
    const { sheets } = await readSheets(file, nodePlatform)
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Feuille', false],
      ['scdl', true],
    ])
    expect(sheets[1]!.rows.map(([value]) => value)).toEqual(long)
  })

  test('goes on in another sheet where one is full, header and filter repeated', async () => {
    const rows = 1_048_600
    let at = 0
    const file = await write({
      ...sheetOf([]),
      name: 'Données',
      widths: [10],
      head: (out) => {
        out.string('n', 'header')
        out.endRow()
      },
      async fill(out) {
        for (let i = 0; i < 10_000 && at < rows && !out.isFull; i++) {
          out.string(String(at++))
          out.endRow()
        }
        return at < rows
      },
    })
    const sheet2 = partOf(file, 'sheet2.xml')
    expect([...sheet2.matchAll(/<t>([^<]*)<\/t>/g)].map(([, text]) => text)).toEqual([
      'n',
      ...Array.from({ length: 25 }, (_, i) => String(1_048_575 + i)),
    ])
    expect(sheet2).toContain('<autoFilter ref="A1:A26"/>')
    expect(partOf(file, 'xl/workbook.xml')).toContain('<sheet name="Données (2)" sheetId="2" r:id="rId2"/>')
    expect(partOf(file, 'sheet1.xml').match(/<row r="1048576">.*?<\/row>/)?.[0]).toContain('<t>1048574</t>')
  }, 60_000)

  test('is the same bytes for the same table', async () => {
    const table = [['a', 'b']]
    expect(await write(sheetOf(table))).toEqual(await write(sheetOf(table)))
  })

  test('has the checksums and sizes that its archive says', async () => {
    const file = await write(sheetOf([['x'.repeat(3000), '😀']]))
    const at = file.indexOf('xl/worksheets/sheet1.xml')
    const body = file.subarray(at + 'xl/worksheets/sheet1.xml'.length)
    const end = body.indexOf(Buffer.from([0x50, 0x4b, 7, 8]))
    const inflated = inflateRawSync(body.subarray(0, end))
    expect(body.readUInt32LE(end + 8)).toBe(end)
    expect(body.readUInt32LE(end + 12)).toBe(inflated.length)
  })
})

const hasUnzip = spawnSync('unzip', ['-v']).status === 0
test.skipIf(!hasUnzip)('unzip finds no fault in it (skipped where there is no unzip)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scdl-'))
  const path = join(folder, 'x.xlsx')
  writeFileSync(path, await write(sheetOf([['a']])))
  expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected')
  rmSync(folder, { recursive: true })
})

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
test.skipIf(office === undefined)(
  'LibreOffice reads it (skipped where there is none)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scdl-'))
    writeFileSync(join(folder, 'x.xlsx'), await write(sheetOf([['=1+1', '00123']])))
    execFileSync(office!, ['--headless', '--convert-to', 'csv', '--outdir', folder, join(folder, 'x.xlsx')])
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe('titre 1,titre 2\n=1+1,00123\n')
    rmSync(folder, { recursive: true })
  },
  120_000,
)
