import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { openTable } from '../../../src/formats/index.js'
import { memorySource } from '../memorySource.js'
import { readTable } from '../readTable.js'
import { readSheets } from '../sheet/readSheets.js'
import { writeXlsx } from '../xlsx/writeXlsx.js'
import { writeZip } from './writeZip.js'

const csv = `nom;montant\n${Array.from({ length: 5000 }, (_, i) => `Été ${i};${i}\n`).join('')}`

describe('a zip of one file', () => {
  test('a CSV, whatever else a system adds', async () => {
    const file = writeZip([
      { name: 'données/', content: '' },
      { name: 'données/subventions.csv', content: csv, deflated: true },
      { name: '__MACOSX/données/._subventions.csv', content: 'x' },
      { name: 'données/.DS_Store', content: 'x' },
    ])
    const table = await readTable(memorySource(file, 'a.zip'))
    expect(table.facts).toMatchObject({ name: 'csv', wrapped: 'zip', delimiter: ';' })
    expect(table.rows).toHaveLength(5001)
  })

  test('a workbook', async () => {
    const file = writeZip([{ name: 'a.xlsx', content: writeXlsx({ sheet: '<row><c><v>1</v></c></row>' }) }])
    const { facts, sheets } = await readSheets(file)
    expect(facts).toMatchObject({ name: 'xlsx', wrapped: 'zip' })
    expect(sheets[0]!.rows).toEqual([['1']])
  })

  test('damaged, it gives the rows before and says so', async () => {
    const file = writeZip([{ name: 'a.csv', content: csv, deflated: true }])
    file.fill(0xff, 9000, 9100)
    const table = await readTable(memorySource(file, 'a.zip'))
    expect(table.rows.length).toBeGreaterThan(100)
    expect(table.findings).toEqual([{ code: 'file/truncated', place: { row: table.rows.length }, details: {} }])
  })

  test.each([
    ['encrypted', writeZip([{ name: 'a.csv', content: csv, encrypted: true }])],
    ['zip', writeZip([{ name: 'a.zip', content: writeZip([{ name: 'a.csv', content: csv }]) }])],
    ['corrupt', writeZip([{ name: 'a.csv', content: csv, method: 99 }])],
  ])('refused: %s', async (found, file) => {
    const opened = await openTable(memorySource(file, 'a.zip'), {}, { limits: DEFAULT_LIMITS })
    expect(opened).toMatchObject({ faults: [{ code: 'file/not-a-table', details: { found } }], sheets: [] })
  })
})
