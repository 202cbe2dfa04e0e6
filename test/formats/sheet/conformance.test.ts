// Workbooks as others read them: what Excel shows of their cells, and what SheetJS reads.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { nodePlatform } from '../../../src/node/platform.js'
import { type ReadCell, type ReadSheet, readSheets } from './readSheets.js'
import { serialOf } from './serialOf.js'

const shared = new URL('../../../../shared/', import.meta.url)
const isHere = existsSync(shared)
const NOTE = '(needs the folder shared beside the repository)'

const read = async (path: string): Promise<ReadSheet[]> => (await readSheets(readFileSync(new URL(path, shared)), nodePlatform)).sheets
const cellsOf = ({ rowNumbers, cells }: ReadSheet): ReadCell[][] => {
  const rows: ReadCell[][] = []
  for (const [i, row] of cells.entries()) rows[rowNumbers[i]! - 1] = row
  return rows
}

interface Case {
  id: string
  book: string
  sheet: number
  expectedCsv: string
}

/** Cells that Excel shows otherwise, with the reason. `*` stands for any column or row. */
const EXPLAINED: Readonly<Record<string, readonly [reason: string, ...cells: string[]]>> = {
  s055: ['a function that Excel did not find when it exported', 'B1', 'B2', 'B3'],
  s073: ['the time of the export', 'B6', 'B7'],
  s079: ['drawn by lot', 'B46', 'B47'],
  s107: ['dates before 1900 are shown as #####; column D is calculated by a macro', 'B*', 'D*'],
  s119: ['dates before 1900 are shown as #####; columns C to F were stored by a Russian Excel', 'B*', 'C*', 'D*', 'F*'],
}

const isExplained = (id: string, address: string): boolean =>
  EXPLAINED[id]?.slice(1).some((cell) => cell === address || (cell.endsWith('*') && address.startsWith(cell.slice(0, -1)))) ?? false

/** The text that the cell shows under its format. */
function show(cell: ReadCell, format: string, date1904: boolean): string {
  if (cell.native === 'boolean') return cell.text.toUpperCase()
  if (cell.native !== 'number' && cell.native !== 'date') return cell.text
  const value = cell.native === 'date' ? serialOf(cell.text, date1904) : Number(cell.text)
  return XLSX.SSF.format(format, value, { date1904 })
}

/** The exports are in an encoding without most letters, and without spaces that matter. */
const withoutLetters = (text: string): string => text.replace(/[^ -~\n]/g, '_').trim()

describe.skipIf(!isHere)(`what Excel shows ${NOTE}`, () => {
  const lines = isHere ? readFileSync(new URL('conformance/sheetjs.jsonl', shared), 'utf8').trim().split('\n') : []
  const found = lines.map((line) => JSON.parse(line) as Case).filter(({ book }) => /\.xls[xm]$/.test(book))

  test('41 sheets', () => expect(found).toHaveLength(isHere ? 41 : 0))

  test.each(found.map((each): [string, Case] => [`${each.book} ${each.sheet}`, each]))(
    '%s',
    async (_name, { id, book, sheet, expectedCsv }) => {
      const path = `conformance/${book}`
      const oracle = XLSX.read(readFileSync(new URL(path, shared)), { dense: true, cellNF: true })
      const name = oracle.SheetNames[sheet]!
      const rows = cellsOf((await read(path)).find((candidate) => candidate.name === name)!)
      const csv: string[][] = parse(readFileSync(new URL(`conformance/${expectedCsv}`, shared)), {
        encoding: 'latin1',
        relax_column_count: true,
        relax_quotes: true,
      })
      // Excel exports from the first used row and column on.
      const skipped = rows.findIndex((row) => row?.some(({ text }) => text !== ''))
      const differing: string[] = []
      for (let r = 0; r < Math.max(csv.length, rows.length - skipped); r++) {
        const row = rows[r + skipped] ?? []
        for (let c = 0; c < Math.max(csv[r]?.length ?? 0, row.length); c++) {
          const address = XLSX.utils.encode_cell({ r: r + skipped, c })
          const cell = row[c] ?? { text: '', native: 'empty', seen: 'text' }
          const format = oracle.Sheets[name]!['!data']?.[r + skipped]?.[c]?.z ?? 'General'
          const shown = isExplained(id, address)
            ? ''
            : withoutLetters(show(cell, String(format), oracle.Workbook?.WBProps?.date1904 === true))
          const expected = isExplained(id, address) ? '' : withoutLetters(csv[r]?.[c] ?? '')
          if (shown !== expected) differing.push(`${address}: ${shown} instead of ${expected}`)
        }
      }
      expect(differing).toEqual([])
    },
  )
})

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/** The same value, from both readers. SheetJS leaves out the spaces around the texts of an ODS. */
function isSame(cell: ReadCell, oracle: XLSX.CellObject | undefined, isOds: boolean, date1904: boolean): boolean {
  if (oracle === undefined || oracle.t === 'z' || oracle.v === undefined) return cell.text === ''
  if (oracle.t === 's') return isOds ? cell.text.trim() === String(oracle.v).trim() : cell.text === oracle.v
  if (oracle.t === 'e') return cell.text === ERRORS[Number(oracle.v)]
  if (oracle.t === 'b') return cell.native === 'boolean' && cell.text === String(oracle.v)
  const value = Number(oracle.v)
  if (cell.native === 'number') return Number(cell.text) === value
  const isDate = XLSX.SSF.is_date(String(oracle.z ?? 'General'))
  // To the second, and to what is shown of it: a date, a time.
  const serial = serialOf(cell.text, date1904)
  const second = 0.6 / 86_400
  const near = [serial, serial + Math.floor(value)].some((candidate) => Math.abs(candidate - value) < second)
  return cell.native === 'date' && isDate && (near || serial === Math.floor(value))
}

describe.skipIf(!isHere)(`what SheetJS reads ${NOTE}`, () => {
  const root = fileURLToPath(shared)
  const files = ['conformance', 'reference'].flatMap((folder) =>
    isHere ? readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`) : [],
  )

  const isLocked = (file: string): boolean => /\/password_/.test(file)
  test.each(files.filter((file) => file.endsWith('.xls') && isLocked(file)))('%s has a password', async (path) => {
    const { faults } = await readSheets(readFileSync(new URL(path, shared)), nodePlatform)
    expect(faults).toEqual([{ code: 'file/not-a-table', details: { found: 'encrypted' } }])
  })

  test.each(files.filter((file) => /\.(xlsx|xlsm|ods|xls)$/.test(file) && !isLocked(file)).sort())('%s', async (path) => {
    const oracle = XLSX.read(readFileSync(new URL(path, shared)), { dense: true, cellNF: true })
    const date1904 = oracle.Workbook?.WBProps?.date1904 === true
    const differing: string[] = []
    for (const sheet of await read(path)) {
      const expected = oracle.Sheets[sheet.name]?.['!data'] ?? []
      expect(sheet.findings).toEqual([])
      const rows = cellsOf(sheet)
      for (let r = 0; r < Math.max(rows.length, expected.length); r++) {
        for (let c = 0; c < Math.max(rows[r]?.length ?? 0, expected[r]?.length ?? 0); c++) {
          const cell = rows[r]?.[c] ?? { text: '', native: 'empty', seen: 'text' }
          const other = expected[r]?.[c]
          if (!isSame(cell, other, path.endsWith('.ods'), date1904)) {
            differing.push(`${sheet.name}!${XLSX.utils.encode_cell({ r, c })}: ${cell.text} instead of ${other?.v}`)
          }
        }
      }
    }
    expect(differing).toEqual([])
  })
})
