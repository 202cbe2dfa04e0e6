// The user's own table with its findings: every row and column in its place, the faulty cells marked, nothing that a spreadsheet runs.
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { type AnnotateOptions, annotate } from '../../src/annotate.js'
import type { LoadedSchema } from '../../src/index.js'
import { messagesFor } from '../../src/messages/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { validate } from '../../src/validate.js'
import { schemaOf } from '../convert/convertText.js'
import { memorySource } from '../formats/memorySource.js'
import { writeXlsx } from '../formats/xlsx/writeXlsx.js'
import { HOSTILE as REPORTED } from '../reporters/hostile.js'
import { collect } from '../writers/collect.js'

const schema = schemaOf({
  nom: { type: 'string', constraints: { required: true } },
  montant: { type: 'number' },
  date: { type: 'date' },
  note: { type: 'string' },
})

async function annotated(
  content: Uint8Array | string,
  to: 'xlsx' | 'csv',
  more: Partial<AnnotateOptions> & { schema?: LoadedSchema } = {},
) {
  let file: Buffer = Buffer.alloc(0)
  const report = await annotate(memorySource(content, 'table'), {
    schema,
    platform: nodePlatform,
    messages: await messagesFor('fr'),
    to,
    async output(chunks) {
      file = await collect(chunks)
    },
    ...more,
  })
  return { report, file }
}

async function workbook(content: Uint8Array | string, more: Parameters<typeof annotated>[2] = {}) {
  const { file, report } = await annotated(content, 'xlsx', more)
  const book = XLSX.read(file, { cellStyles: true })
  const sheet = book.Sheets.tableau!
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', blankrows: true })
  const cell = (address: string) => sheet[address] as XLSX.CellObject | undefined
  const fill = (address: string): string | undefined => (cell(address)?.s as { fgColor?: { rgb?: string } } | undefined)?.fgColor?.rgb
  const note = (address: string): string =>
    (cell(address)?.c ?? [])
      .map(({ t }) => t)
      .join('|')
      .replaceAll('\u00a0', ' ')
  const summary = XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets.résumé!, { header: 1 })
  return { report, rows, cell, fill, note, summary, book, sheet }
}

const RED = 'FFC7CE'
const ORANGE = 'FFEB9C'
const TITLED = 'Subventions 2024\n\nnom;montant;date;autre\nLes Amis;1;2024-04-25;x\n;deux;25/04/2024;y\nLe Club;3;2024-02-30\n'

describe('a workbook', () => {
  test('has every row and column where it was, title rows included, and findings behind', async () => {
    const { rows } = await workbook(TITLED)
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['Subventions 2024', '', '', ''],
      ['', '', '', ''],
      ['nom', 'montant', 'date', 'autre'],
      ['Les Amis', '1', '2024-04-25', 'x'],
      ['', 'deux', '25/04/2024', 'y'],
      ['Le Club', '3', '2024-02-30', ''],
    ])
    expect(rows[2]!.slice(4).map((title) => title.split('\n')[0])).toEqual(['Gravité', 'Constats', 'À écrire'])
    expect(rows[3]!.slice(4)).toEqual(['', '', ''])
    expect(rows[4]!.slice(4)).toEqual(['erreur', expect.stringMatching(/^A5 : .+\nB5 : .*deux.+\nC5 : .+25\/04\/2024/), 'C5 → 2024-04-25'])
  })

  test('marks the faulty cells, empty ones included, each with the sentence and the value to put', async () => {
    const { fill, note, cell } = await workbook(TITLED)
    expect(['A5', 'B5', 'C5', 'C6'].map(fill)).toEqual([RED, RED, RED, RED])
    expect(['A4', 'B4', 'D5', 'A1'].map(fill).filter((color) => color === RED || color === ORANGE)).toEqual([])
    expect(fill('D3')).toBe(ORANGE)
    expect(note('C5')).toMatch(/Écrivez « 2024-04-25 »\.$/)
    expect(note('A5')).not.toBe('')
    expect(note('A4')).toBe('')
    expect(cell('B4')).toMatchObject({ t: 's', v: '1' })
  })

  test('keeps the header in sight, with a filter on it', async () => {
    const { sheet } = await workbook(TITLED)
    expect(sheet['!autofilter']).toEqual({ ref: 'A3:G6' })
  })

  test('has a summary: the verdict, what was found, what concerns no row', async () => {
    const { summary, report } = await workbook(TITLED)
    const said = summary.map((cells) => cells.join(' | '))
    expect(said).toContain('Verdict | Non conforme')
    expect(said.filter((line) => line.startsWith('erreur | ')).length).toBeGreaterThanOrEqual(3)
    for (const { count, field } of report.counts.filter((found) => found.severity === 'error' && found.field !== undefined)) {
      expect(said.some((line) => line.includes(`| ${field ?? ''} | ${count}`))).toBe(true)
    }
    expect(said).toContain('Cellule fausse : le fichier ne peut être publié ainsi.')
  })

  test('of another workbook: texts of its cells, rows that it leaves out, each at its address', async () => {
    const text = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`
    const source = writeXlsx({
      formats: [0, 14],
      sheet: `<row r="2">${['nom', 'montant', 'date'].map(text).join('')}</row><row r="5">${text('A')}<c><v>1.5</v></c><c s="1"><v>44901</v></c></row><row r="9">${text('B')}<c t="e"><v>#N/A</v></c></row>`,
    })
    const { rows, fill } = await workbook(source)
    expect(rows.map((cells) => cells.slice(0, 3).join('|'))).toEqual([
      '||',
      'nom|montant|date',
      '||',
      '||',
      'A|1.5|2022-12-06',
      '||',
      '||',
      '||',
      'B|#N/A|',
    ])
    expect(fill('B9')).toBe(RED)
  })

  test('ragged rows: findings stand behind the longest', async () => {
    const { rows, fill } = await workbook('nom;montant\na;1;x;y\nb\nc;2\n')
    expect(rows[0]!.slice(4)[1]).toMatch(/^Constats/)
    expect(rows[1]).toEqual(['a', '1', 'x', 'y', 'erreur', expect.stringContaining('C2 : '), expect.anything()])
    expect(['C2', 'D2', 'B3'].map(fill)).toEqual([RED, RED, RED])
    expect(rows[3]!.slice(0, 2)).toEqual(['c', '2'])
  })

  test('what is only known at the end of the table comes to its row', async () => {
    const tree = schemaOf(
      { id: { type: 'string' }, parent: { type: 'string' } },
      { primaryKey: 'id', foreignKeys: [{ fields: 'parent', reference: { resource: '', fields: 'id' } }] },
    )
    const { rows, report } = await workbook('id;parent\na;b\nb;x\nc;\nd;y\n', { schema: tree })
    expect(report.stats.errors).toBe(2)
    expect(rows.map((cells) => cells[2] ?? '')).toEqual(['Gravité', '', 'erreur', '', 'erreur'])
  })

  test('a header that is wrong is said on the header', async () => {
    const { rows, fill, note, report } = await workbook('nom;nom;montant\na;b;1\n')
    expect(report.rowsNotChecked).toBe(true)
    expect(rows[1]!.slice(0, 3)).toEqual(['a', 'b', '1'])
    expect(fill('B1')).toBe(RED)
    expect(note('B1')).not.toBe('')
  })

  test('a table that is right has no mark', async () => {
    const { rows, summary } = await workbook('nom;montant;date;note\na;1;2024-01-01;x\n')
    expect(rows).toEqual([
      ['nom', 'montant', 'date', 'note', 'Gravité', 'Constats', 'À écrire'],
      ['a', '1', '2024-01-01', 'x', '', '', ''],
    ])
    expect(summary.map((cells) => cells.join(' | '))).toContain('Verdict | Conforme')
  })

  test('every finding of a large table is there; the first cells have notes', async () => {
    const rows = 7000
    const content = `nom;montant\n${Array.from({ length: rows }, (_, i) => `n${i};x${i}`).join('\n')}\n`
    const { rows: written, note, report, summary } = await workbook(content)
    expect(written.slice(1).every((cells, i) => cells[3]!.startsWith(`B${i + 2} : «\u00a0x${i}\u00a0»`))).toBe(true)
    expect(note('B5001')).not.toBe('')
    expect(note('B5002')).toBe('')
    expect(summary.flat().filter((text) => String(text).includes('premières cellules en couleur'))).toHaveLength(1)
    expect({ listed: report.diagnostics.length, truncated: report.truncated }).toEqual({ listed: 1000, truncated: true })
  })

  test('a cell longer than a workbook takes says that it is cut', async () => {
    const { rows } = await workbook(`nom;montant\n${'é'.repeat(40_000)};1\n`)
    expect(rows[1]![0]).toMatch(/^é{30000,} \[…\] \(coupé ici : 40.000 caractères en tout\)$/)
  })
})

const HOSTILE = [
  '=cmd|/c calc!A1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  "'",
  '<b>x</b>',
  ']]>',
  '\u001b[31m',
  '21310101700014',
  '00123',
  '=1+1',
]

describe('hostile cells are inert', () => {
  const content = `nom;montant\n${HOSTILE.map((text) => `"${text}";"${text}"`).join('\n')}\n`

  test('in a workbook: text, never a formula', async () => {
    const { sheet } = await workbook(content)
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, XLSX.CellObject][]
    expect(cells.filter(([, { t, f }]) => t !== 's' || f !== undefined)).toEqual([])
    expect(HOSTILE.map((_, i) => sheet[`A${i + 2}`]?.v)).toEqual(HOSTILE)
  })

  test('in a CSV: behind an apostrophe', async () => {
    const { file } = await annotated(content, 'csv')
    const rows = parse(file, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]
    expect(rows.slice(1).map(([name]) => name)).toEqual(HOSTILE.map((text) => (text === '' ? '' : `'${text}`)))
    for (const text of rows.slice(1).flat()) expect(text).toMatch(/^(?:'|$|\p{L}|\d{1,9}$)/u)
  })

  // What UTF-8 cannot hold is no text of a file; nor are a few cells that are mostly control characters.
  test.each(REPORTED.filter(([, text]) => !/\p{Cs}/u.test(text)))(
    '%s: text in a workbook and in a CSV, whole but for what a cell can hold',
    async (_name, text) => {
      const faulty = `nom;montant\n"${text.replaceAll('"', '""')}";"${text.replaceAll('"', '""')}"\n${'Les Amis;1\n'.repeat(200)}`
      const { sheet } = await workbook(faulty)
      const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, XLSX.CellObject][]
      expect(cells.filter(([, { t, f }]) => t !== 's' || f !== undefined)).toEqual([])
      const kept = 32_000
      for (const address of ['A2', 'B2'])
        expect(String(sheet[address]?.v).slice(0, kept)).toBe(text.replaceAll(/\r\n?/g, '\n').slice(0, kept))
      const { file } = await annotated(faulty, 'csv')
      const rows = parse(file, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]
      for (const cell of rows.slice(1).flat()) expect(cell).toMatch(/^(?:'|$|\p{L}|\d{1,9}$)/u)
    },
  )
})

describe('a CSV', () => {
  test('has a mark, semicolons in French, the rows where they were, and findings behind', async () => {
    const { file } = await annotated(TITLED, 'csv')
    expect(file.subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
    const rows = parse(file, { bom: true, delimiter: ';', relax_column_count: true, skip_empty_lines: false }) as string[][]
    expect(rows[0]![0]).toBe('Subventions 2024')
    expect(rows[2]!.slice(0, 4)).toEqual(['nom', 'montant', 'date', 'autre'])
    expect(rows[3]).toEqual(['Les Amis', '1', "'2024-04-25", 'x'])
    expect(rows[4]!.slice(0, 5)).toEqual(['', 'deux', "'25/04/2024", 'y', 'erreur'])
    expect(rows[4]![6]).toBe('C5 → 2024-04-25')
  })

  test('in English: commas', async () => {
    const { file } = await annotated('nom;montant\na;x\n', 'csv', { messages: await messagesFor('en') })
    expect(file.toString('utf8').split('\r\n')[1]).toMatch(/^a,x,error,"?B2: /)
  })
})

describe('the report', () => {
  test('is as validate gives it', async () => {
    for (const maxDiagnostics of [undefined, 0]) {
      const options = { schema, platform: nodePlatform, ...(maxDiagnostics !== undefined && { maxDiagnostics }) }
      const plain = await validate(memorySource(TITLED, 'table'), options)
      const { report } = await annotated(TITLED, 'xlsx', options)
      expect({ ...report, samples: undefined }).toEqual({ ...plain, samples: undefined })
    }
  })

  test('of what is no table comes without a file', async () => {
    const { report, file } = await annotated('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'xlsx')
    expect(report.valid).toBe(false)
    expect(file).toHaveLength(0)
  })
})
