import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { datagouv } from '../../src/reporters/datagouv.js'
import { validata } from '../../src/reporters/validata.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, finding, good, notATable, report, table, untidy } from './reports.js'
import { written } from './written.js'

interface ReportedError {
  title: string
  message: string
  type: string
  tags: string[]
  rowNumber?: number
  fieldName?: string
  fieldNumber?: number
  cell?: string
}
interface Answer {
  schema: string
  url: string
  options: { ignore_header_case: string }
  date: string
  version: string
  report?: { valid: boolean; stats: Record<string, number>; warnings: string[]; errors: ReportedError[] }
  error?: { message: string; type: string }
}

const answer = async (found: TableReport): Promise<Answer> => JSON.parse(await written(validata, report(found))) as Answer

describe("the answer of Validata's API", () => {
  it('has its members', async () => {
    expect(await answer(good())).toEqual({
      schema: 'scdl/subventions',
      url: 'subventions.csv',
      options: { ignore_header_case: 'false' },
      date: '2026-03-03T09:12:00.500+00:00',
      version: '0.1.0',
      report: {
        valid: true,
        stats: { errors: 0, warnings: 0, seconds: 0.081, fields: 16, rows: 396, rows_processed: 396 },
        warnings: [],
        errors: [],
      },
    })
  })

  it('tells errors and warnings apart', async () => {
    const found = (await answer(damagedByASpreadsheet())).report
    expect(found?.stats.errors).toBe(1980)
    expect(found?.warnings).toHaveLength(5)
    expect(found?.warnings[0]).toMatch(/^Colonne facultative absente : /)
    expect(found?.errors[1]).toEqual({
      title: 'Forme inattendue',
      message: expect.stringContaining('Écrivez') as string,
      type: 'constraint-error',
      tags: ['#table', '#row', '#cell'],
      rowNumber: 2,
      fieldName: 'datesPeriodeVersement',
      fieldNumber: 11,
      cell: '06/12/2022',
    })
  })

  it('numbers absent columns after the others and gives an error per blank row', async () => {
    const errors = (await answer(untidy())).report?.errors ?? []
    expect(errors.filter(({ type }) => type === 'missing-label').map(({ fieldName, fieldNumber }) => [fieldName, fieldNumber])).toEqual([
      ['mise_en_service', 7],
      ['commune', 8],
    ])
    expect(errors.filter(({ type }) => type === 'blank-row').map(({ rowNumber }) => rowNumber)).toEqual([70, 118, 119, 120, 121, 122])
  })

  it('refuses what is no table', async () => {
    const refused = await answer(notATable())
    expect(refused.report).toBeUndefined()
    expect(refused.error?.type).toBe('format-error')
  })

  it('is a list for several files', async () => {
    const answers = JSON.parse(await written(validata, report(good(), notATable()))) as Answer[]
    expect(answers.map(({ url }) => url)).toEqual([good().source, notATable().source])
  })

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const out = await written(validata, report(...poisoned(text)))
    expect(out.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    for (const { report: found } of JSON.parse(out) as Answer[]) {
      for (const message of [...(found?.warnings ?? []), ...(found?.errors ?? []).map((error) => error.message)]) {
        expect(message).not.toMatch(/(?<!\\)[<[`]/)
      }
    }
  })
})

const recorded = new URL('../../../shared/reference/schemas/_validata-reports/', import.meta.url)

describe.skipIf(!existsSync(recorded))('real answers (skipped where the folder `shared` is absent)', () => {
  const files = existsSync(recorded) ? readdirSync(recorded) : []
  it.each(files)('%s has no member that ours lacks', async (file) => {
    const real = JSON.parse(readFileSync(new URL(file, recorded), 'utf8')) as Answer
    const ours = await answer(real.error === undefined ? untidy() : notATable())
    const kinds = (value: object): Record<string, string> =>
      Object.fromEntries(Object.entries(value).map(([name, member]) => [name, typeof member]))
    expect(kinds(ours)).toMatchObject(kinds(real))
    if (real.report === undefined || ours.report === undefined) return
    expect(kinds(ours.report)).toMatchObject(kinds(real.report))
    expect(kinds(ours.report.stats)).toMatchObject(kinds(real.report.stats))
    for (const error of real.report.errors) {
      const like = ours.report.errors.find(({ type }) => type === error.type)
      if (like === undefined) continue
      expect(like.tags).toEqual(error.tags)
      // The row of the header is none of the data's.
      expect(kinds(like)).toMatchObject(kinds(error))
    }
  })
})

describe('the extras of data.gouv.fr', () => {
  const extras = async (found: TableReport): Promise<Record<string, unknown>> =>
    JSON.parse(await written(datagouv, report(found))) as Record<string, unknown>

  it('are those of its own validation', async () => {
    const { 'validation-report:errors': errors, ...others } = await extras(damagedByASpreadsheet())
    expect(others).toEqual({
      'validation-report:schema_name': 'scdl/subventions',
      'validation-report:schema_version': '2.1.1',
      'validation-report:schema_type': 'tableschema',
      'validation-report:validator': 'scdl',
      'validation-report:valid_resource': false,
      'validation-report:nb_errors': 100,
      'validation-report:validation_date': '2026-03-03T09:12:00.500+00:00',
    })
    expect(errors).toHaveLength(2)
    expect((errors as object[])[0]).not.toHaveProperty('cell')
  })

  it('hold a hundred errors at most', async () => {
    const many = table({ diagnostics: Array.from({ length: 300 }, (_, row) => finding('cell/type', {}, { row: row + 2, cell: 'x' })) })
    expect((await extras(many))['validation-report:errors']).toHaveLength(100)
  })

  it('are named by file for several', async () => {
    const found = JSON.parse(await written(datagouv, report({ ...good(), source: '__proto__' }, untidy()))) as object
    expect(Object.keys(found)).toEqual(['__proto__', 'points-apport.csv'])
  })

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    expect((await written(datagouv, report(...poisoned(text)))).replaceAll('\n', '').match(CONTROLS)).toBeNull()
  })
})
