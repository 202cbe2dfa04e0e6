import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { CHANGE_RULES, type Change } from '../../src/core/change.js'
import { en } from '../../src/messages/en.js'
import { fr } from '../../src/messages/fr.js'
import { repairs } from '../../src/repairs/index.js'
import { changeLog } from '../../src/reporters/changeLog.js'
import { CSV_MARK, csvLine, csvTextLine } from '../../src/reporters/csvLine.js'

const TEXTS = [
  '',
  'Les Amis',
  '1 200,50 €',
  '=cmd|x',
  '+33',
  '-12',
  "'quote",
  "''",
  '"x"; y\r\nz',
  '05880148100019',
  '2,43E+13',
  'mars 2024',
  'VRAI',
  '@x',
  '\tx',
  'été',
  '12',
]
const changes = TEXTS.map(
  (before, i): Change => ({ row: i + 2, column: 28, name: 'nom', before, after: TEXTS.at(-i)!, rule: 'trim', certainty: 'lossless' }),
)

describe.each([
  ['fr', fr, ';'],
  ['en', en, ','],
] as const)('the list of changes in %s', (_language, messages, delimiter) => {
  const { head, cells } = changeLog(messages)
  const lines = (told: readonly Change[]): string => told.map((change) => csvTextLine(cells(change).map(String), delimiter)).join('')

  it('gives every text back', () => {
    const [titles, ...rows] = parse(CSV_MARK + csvLine(head, delimiter) + lines(changes), {
      bom: true,
      delimiter,
      record_delimiter: '\r\n',
    }) as string[][]
    expect(titles).toHaveLength(7)
    const text = (cell = '') => cell.replace(/^'/, '')
    expect(rows.map(([row, , name, before, after]) => ({ row: Number(row), name, before: text(before), after: text(after) }))).toEqual(
      changes.map(({ row, name, before, after }) => ({ row, name, before, after })),
    )
    expect(rows.every(([, column]) => column === 'AB')).toBe(true)
  })

  it('has nothing that a spreadsheet runs, rounds or takes for a date', () => {
    const rows = parse(lines(changes), { delimiter, record_delimiter: '\r\n' }) as string[][]
    for (const [, , , before = ''] of rows) expect(before).toMatch(/^(?:'|$|\p{L}|\d{1,9}$)/u)
    expect(rows.filter(([, , , before]) => /^(mars|VRAI)/.test(before!))).toEqual([])
  })

  it('has words for every rule', () => {
    for (const rule of [...CHANGE_RULES, ...Object.keys(repairs)]) {
      const [row] = parse(lines([{ row: 1, name: '', before: '', after: '', rule, certainty: 'given' }]), { delimiter }) as string[][]
      expect(row![5]).toMatch(/ /)
    }
  })
})
