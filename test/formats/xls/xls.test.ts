import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { openTable } from '../../../src/formats/index.js'
import { memorySource } from '../memorySource.js'
import { readSheets } from '../sheet/readSheets.js'
import { writeZip } from '../zip/writeZip.js'

type BookType = 'biff8' | 'biff5' | 'xlsb'

interface Book {
  /** Number formats by address. */
  formats?: Readonly<Record<string, string>>
  hidden?: readonly string[]
  date1904?: boolean
}

function write(
  sheets: Readonly<Record<string, unknown[][]>>,
  bookType: BookType,
  { formats = {}, hidden = [], date1904 = false }: Book = {},
) {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows)
    for (const [address, format] of Object.entries(formats)) if (sheet[address] !== undefined) sheet[address].z = format
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = {
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
    WBProps: { date1904 },
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }))
}

const cells = async (file: Uint8Array) =>
  (await readSheets(file)).sheets[0]!.cells.map((row) => row.map((cell) => [cell.text, cell.native, cell.seen]))

describe.each([
  ['biff8', 'xls', 'value'],
  ['biff5', 'xls', 'value'],
  ['xlsb', 'xlsb', 'text'],
] as const)('%s', (type, name, seen) => {
  test('keeps digits and kinds', async () => {
    const rows = [
      [21310101700014, 47800.2, 0.1 + 0.2, -12.5, 1e21],
      // SheetJS writes no accents into the older format.
      [type === 'biff5' ? 'ete' : 'été', true, 1000, 44901, 44901.4375],
    ]
    const formats = { C2: '00000', D2: 'dd/mm/yyyy', E2: 'dd/mm/yyyy hh:mm' }
    expect(await cells(write({ A: rows }, type, { formats }))).toEqual([
      [
        ['21310101700014', 'number', seen],
        ['47800.2', 'number', seen],
        ['0.30000000000000004', 'number', seen],
        ['-12.5', 'number', seen],
        ['1000000000000000000000', 'number', seen],
      ],
      [
        [type === 'biff5' ? 'ete' : 'été', 'text', 'text'],
        ['true', 'boolean', seen],
        ['01000', 'number', seen],
        ['2022-12-06', 'date', seen],
        ['2022-12-06T10:30:00', 'date', seen],
      ],
    ])
  })

  test('blank rows, blank columns, several sheets, a hidden one', async () => {
    const file = write({ Cachée: [['x']], Été: [[null, 'a'], [], ['b', 'c']] }, type, { hidden: ['Cachée'] })
    const { facts, sheets } = await readSheets(file)
    expect(facts.name).toBe(name)
    expect(sheets.map(({ hidden }) => hidden)).toEqual([true, false])
    expect(sheets[1]!.rows).toEqual([['', 'a'], [''], ['b', 'c']])
    expect(sheets[1]!.rowNumbers).toEqual([1, 2, 3])
  })

  test('more rows than a batch holds, each with its number', async () => {
    const file = write({ A: Array.from({ length: 3000 }, (_, i) => [i, `texte ${i}`]) }, type)
    const [sheet] = (await readSheets(file)).sheets
    expect(sheet!.rows).toEqual(Array.from({ length: 3000 }, (_, i) => [String(i), `texte ${i}`]))
    expect(sheet!.rowNumbers).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
  })

  test('can be read again, before its end too', async () => {
    const { sheets } = await openTable(
      memorySource(write({ A: Array.from({ length: 2500 }, (_, i) => [i]) }, type)),
      {},
      { limits: DEFAULT_LIMITS },
    )
    for await (const { rows } of sheets[0]!.batches(() => {})) {
      expect(rows).toBe(1024)
      break
    }
    let rows = 0
    for await (const batch of sheets[0]!.batches(() => {})) rows += batch.rows
    expect(rows).toBe(2500)
  })
})

test('days counted from 1904', async () => {
  const file = write({ A: [[43439]] }, 'biff8', { formats: { A1: 'dd/mm/yyyy' }, date1904: true })
  expect((await cells(file))[0]![0]![0]).toBe('2022-12-06')
})

describe('refused', () => {
  const damaged = write({ A: [['a', 1]] }, 'biff8')
  damaged.fill(0x55, 512, 2048)
  const cut = write({ A: [['a', 1]] }, 'xlsb').subarray(0, 3000)
  const noBook = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.bin', content: 'x' },
  ])
  test.each([
    ['a damaged container', damaged],
    ['a cut archive', cut],
    ['an archive whose workbook is none', noBook],
    ['the beginning of a container', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ])('%s', async (_name, file) => {
    expect((await readSheets(file)).faults).toEqual([{ code: 'file/not-a-table', details: { found: 'corrupt' } }])
  })

  const container = (stream: string): Uint8Array => {
    const made = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(made, `/${stream}`, Buffer.alloc(5000, 1))
    return new Uint8Array(XLSX.CFB.write(made, { type: 'buffer' }) as Buffer)
  }
  test.each([
    ['doc', 'WordDocument'],
    ['ppt', 'PowerPoint Document'],
    ['msg', '__properties_version1.0'],
    ['encrypted', 'EncryptedPackage'],
  ])('%s', async (found, stream) => {
    expect((await readSheets(container(stream))).faults).toEqual([{ code: 'file/not-a-table', details: { found } }])
  })
})

test('in place only what is small is read', async () => {
  const source = memorySource(write({ A: [['a']] }, 'biff8'))
  const opening = openTable({ ...source, size: 9 * 1024 * 1024 }, {}, { limits: DEFAULT_LIMITS })
  await expect(opening).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'oldWorkbookBytes' } })
})

test('an archive that swells is stopped before the library sees it', async () => {
  const file = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.bin', content: Buffer.alloc(60_000_000), deflated: true },
  ])
  await expect(readSheets(file)).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'inflationRatio' } })
})
