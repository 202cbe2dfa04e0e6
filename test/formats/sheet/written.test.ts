// Workbooks that SheetJS writes, from random tables: every value comes back.
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { nodePlatform } from '../../../src/node/platform.js'
import { readSheets } from './readSheets.js'
import { serialOf } from './serialOf.js'

type Value = string | number | boolean | Date | null

function createRandom(seed: number) {
  let state = seed
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  return { below, pick }
}

const TEXTS = [
  '',
  'été',
  ' espaces ',
  '<b>&amp;</b>',
  'un\ndeux',
  '00123',
  '12/06/2022',
  '😀',
  "l'eau",
  '"',
  '\t',
  '=1+1',
  'x'.repeat(5000),
]
const NUMBERS = [0, 1, -1, 0.1, 0.1 + 0.2, 1e-7, 1e21, 21310101700014, 123456789012345, -47800.2, 1 / 3, Number.MAX_SAFE_INTEGER]

function randomTable(seed: number): Value[][] {
  const { below, pick } = createRandom(seed)
  const value = (): Value => {
    switch (below(6)) {
      case 0:
        return null
      case 1:
        return below(2) === 1
      case 2:
        return pick(NUMBERS)
      case 3:
        return new Date(Date.UTC(1950 + below(100), below(12), 1 + below(28), ...(below(2) ? [below(24), below(60), below(60)] : [])))
      default:
        return pick(TEXTS)
    }
  }
  const width = 1 + below(12)
  return Array.from({ length: 1 + below(60) }, () => (below(6) === 0 ? [] : Array.from({ length: width }, value)))
}

const dayOf = (value: Date): number => (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000

function isSame(value: Value, text: string, native: string, isOds: boolean): boolean {
  if (value === null || value === '') return text === ''
  if (value instanceof Date) return native === 'date' && Math.abs(serialOf(text, false) - dayOf(value)) < 1 / 86_400
  if (typeof value === 'number') return native === 'number' && Number(text) === value && !/e/i.test(text)
  if (typeof value === 'boolean') return native === 'boolean' && text === String(value)
  // SheetJS writes spaces as they are, where OpenDocument has them counted.
  return native === 'text' && (isOds ? text.trim() === value.trim() : text === value)
}

describe.each([
  ['xlsx', { bookType: 'xlsx', bookSST: false }],
  ['xlsx, shared texts', { bookType: 'xlsx', bookSST: true, compression: true }],
  ['xlsm', { bookType: 'xlsm', bookSST: true }],
  ['xlsx, dates in ISO 8601', { bookType: 'xlsx', cellDates: true }],
  ['ods', { bookType: 'ods', compression: true, cellDates: true }],
] as const)('%s', (kind, options) => {
  test.each(Array.from({ length: 25 }, (_, i) => i + 1))('table %d', async (seed) => {
    const table = randomTable(seed)
    const sheet = XLSX.utils.aoa_to_sheet(table, { UTC: true, cellDates: 'cellDates' in options, dateNF: 'yyyy-mm-dd hh:mm:ss' })
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['autre']]), 'Avant')
    XLSX.utils.book_append_sheet(book, sheet, 'Été')
    const file = new Uint8Array(XLSX.write(book, { type: 'array', ...options }))
    const { sheets } = await readSheets(file, seed % 2 ? nodePlatform : {})
    const read = sheets[1]!
    expect(read.name).toBe('Été')
    expect(read.findings).toEqual([])
    const rows = new Map(read.rowNumbers.map((number, i) => [number, read.cells[i]!]))
    const differing = table.flatMap((values, r) =>
      values.flatMap((value, c) => {
        const cell = rows.get(r + 1)?.[c] ?? { text: '', native: 'empty' }
        return isSame(value, cell.text, cell.native, kind === 'ods')
          ? []
          : [`${XLSX.utils.encode_cell({ r, c })}: ${cell.text} instead of ${value}`]
      }),
    )
    expect(differing).toEqual([])
  })
})
