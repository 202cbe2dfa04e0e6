// Small files that stand for enormous tables: each ends with a limit, soon and in little memory.
import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { openTable } from '../../../src/formats/index.js'
import { nodePlatform } from '../../../src/node/platform.js'
import { memorySource } from '../memorySource.js'
import { number, row, table, text, writeOds } from '../ods/writeOds.js'
import { writeXlsx } from '../xlsx/writeXlsx.js'

const MOST_BYTES = 200_000
const part = (name: string, content: Buffer): Uint8Array =>
  writeXlsx({ sheet: '<row><c t="s"><v>0</v></c></row>', others: { [name]: content } })
const spaces = Buffer.alloc(60_000_000, ' ')
const shared = Buffer.concat([Buffer.from('<sst>'), Buffer.alloc(60_000_000, '<si><t>abc</t></si>'), Buffer.from('</sst>')])
const full = number('1', 'table:number-columns-repeated="16384"')
const blanks = row('', 'table:number-rows-repeated="1048576"')

const bombs: [string, string, Uint8Array][] = [
  ['a sheet of spaces', 'inflationRatio', part('xl/worksheets/sheet1.xml', spaces)],
  ['shared texts', 'inflationRatio', part('xl/sharedStrings.xml', shared)],
  ['rows far apart', 'rows', writeXlsx({ sheet: '<row r="1"><c><v>1</v></c></row><row r="9000000"><c><v>1</v></c></row>' })],
  [
    'many rows far apart',
    'rows',
    writeXlsx({ sheet: Array.from({ length: 20 }, (_, i) => `<row r="${(i + 1) * 1_000_000}"><c><v>1</v></c></row>`).join('') }),
  ],
  ['a row beyond all numbers', 'rows', writeXlsx({ sheet: `<row r="${'9'.repeat(30)}"><c><v>1</v></c></row>` })],
  ['a column beyond all letters', 'columns', writeXlsx({ sheet: '<row><c r="ZZZZZZZ1"><v>1</v></c></row>' })],
  ['cells far to the right', 'cells', writeXlsx({ sheet: '<row><c r="XFD1"><v>1</v></c></row>'.repeat(7000) })],
  ['cells repeated', 'columns', writeOds({ body: table(row(number('1', 'table:number-columns-repeated="99999999999"'))) })],
  ['rows repeated', 'cells', writeOds({ body: table(row(full, 'table:number-rows-repeated="1048576"')) })],
  [
    'rows repeated again and again',
    'cells',
    writeOds({ body: table(row(text('x', 'table:number-columns-repeated="90"'), 'table:number-rows-repeated="1048576"').repeat(9)) }),
  ],
  ['blank rows repeated', 'rows', writeOds({ body: table((row(number('1')) + blanks).repeat(20)) })],
  [
    'spaces counted',
    'recordBytes',
    writeOds({ body: table(row(`<table:table-cell><text:p>${'<text:s text:c="2000000000"/>'.repeat(600)}</text:p></table:table-cell>`)) }),
  ],
  ['sheets', 'sheets', writeOds({ body: '<table:table/>'.repeat(10_001) })],
  [
    'sheets without end',
    'sheets',
    part('xl/workbook.xml', Buffer.from(`<workbook><sheets>${'<sheet/>'.repeat(10_001)}</sheets></workbook>`)),
  ],
  ['an attribute without end', 'tagBytes', writeXlsx({ sheet: `<row><c x="${'b'.repeat(6_000_000)}"><v>1</v></c></row>` })],
  ['elements in elements', 'depth', writeXlsx({ sheet: '<a>'.repeat(100_000) })],
]

test.each(bombs)('%s: %s', async (_name, limit, bytes) => {
  expect(bytes.length).toBeLessThan(MOST_BYTES)
  const read = async (): Promise<void> => {
    const { sheets } = await openTable(memorySource(bytes, 'classeur'), nodePlatform, { limits: DEFAULT_LIMITS })
    for await (const _ of sheets[0]!.batches(() => {}));
  }
  await expect(read()).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit } })
})

const harmless: [string, Uint8Array][] = [
  ['a tag of one long word', part('xl/workbook.xml', Buffer.from(`<workbook><sheet ${'a'.repeat(2_000_000)}/></workbook>`))],
  ['a tag of colons', part('xl/workbook.xml', Buffer.from(`<workbook><sheet ${'a:'.repeat(1_000_000)}/></workbook>`))],
  [
    'formats that never end',
    writeXlsx({ sheet: '<row><c s="0"><v>1</v></c></row>', formats: ['['.repeat(900_000), 's.0'.repeat(300_000)] }),
  ],
  ['ampersands', part('xl/sharedStrings.xml', Buffer.from(`<sst><si><t>${'&a'.repeat(2_000_000)}</t></si></sst>`))],
  [
    'styles of styles',
    writeOds({
      styles: `${Array.from({ length: 20_000 }, (_, i) => `<style:style style:name="s${i}" style:family="table-cell" style:parent-style-name="s${i + 1}"/>`).join('')}<number:number-style style:name="n"><number:number number:min-integer-digits="5"/></number:number-style>`,
      body: table(row(number('1', 'table:style-name="s0"').repeat(1000)).repeat(100)),
    }),
  ],
]

test.each(harmless)('read all the same, in no time that grows with more than its size: %s', async (_name, bytes) => {
  const { sheets } = await openTable(memorySource(bytes, 'classeur'), nodePlatform, { limits: DEFAULT_LIMITS })
  for (const { batches } of sheets) for await (const { rows } of batches(() => {})) expect(rows).toBeGreaterThan(0)
})
