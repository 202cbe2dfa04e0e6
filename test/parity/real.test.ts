// Two published files as their authors left them: one damaged by a spreadsheet, one nearly right.
import { describe, expect, it } from 'vitest'
import { readDescriptor, validate } from '../../src/index.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { memorySource } from '../formats/memorySource.js'
import { errorsByType, hasShared, headerWarnings, readShared, SKIP_NOTE } from './reference.js'

async function check(file: string) {
  const { descriptor, facts, aliases } = await resolveSchema('scdl/subventions@2.1.1')
  const schema = readDescriptor(descriptor, facts, aliases)
  return validate(memorySource(readShared(`reference/real/${file}`), file), { schema })
}

describe.skipIf(!hasShared)(`real files ${SKIP_NOTE}`, () => {
  it('Toulouse 2022: a file that a spreadsheet has damaged', async () => {
    const report = await check('subventions-toulouse_2022.csv')
    expect(report.verdict).toBe('invalid')
    expect(report.format).toMatchObject({ name: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 1 })
    expect(report.stats).toMatchObject({
      rows: 396,
      columns: 17,
      errors: 1980,
      warnings: 5,
      invalidRows: 396,
      invalidCells: 1584,
      repairableCells: 396,
    })
    expect(errorsByType(report)).toEqual({ 'constraint-error': 1188, 'french-siret-value': 782, 'one-of-required': 10 })
    expect(headerWarnings(report)).toBe(5)

    const column = (field: string) => report.columns.find((found) => found.field === field)!
    expect(column('datesPeriodeVersement')).toMatchObject({ column: 11, filled: 396, invalid: 396 })
    expect(column('dateConvention')).toMatchObject({ column: 3, filled: 0, invalid: 396 })
    expect(column('idBeneficiaire')).toMatchObject({ column: 6, invalid: 396 })
    expect(column('idAttribuant').groups).toMatchObject([{ cells: 396, values: [{ value: '2,43E+13', cells: 396 }] }])
    expect(column('datesPeriodeVersement').groups).toMatchObject([
      { cells: 396, assumption: { name: 'day-first', proofs: 225, contradictions: 0, settled: true } },
    ])

    const suggested = new Map(report.diagnostics.filter((found) => found.column === 11).map(({ row, suggestion }) => [row, suggestion]))
    expect(suggested.get(2)).toBe('2022-12-06')
    expect(suggested.get(3)).toBe('2022-05-24')
    expect(report.diagnostics.find((found) => found.field === 'idAttribuant')?.suggestion).toBeUndefined()
    const groups = column('idBeneficiaire').groups!.map(({ codes, cells }) => [codes, cells])
    expect(groups).toEqual([
      [['row/french-siret-value'], 386],
      [['row/one-of-required'], 10],
    ])
  })

  it('Castelmaurou 2018: a file that is nearly right', async () => {
    const report = await check('subventions-castelmaurou.csv')
    expect(report.format).toMatchObject({ name: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 })
    expect(errorsByType(report)).toEqual({})
    expect(report).toMatchObject({ verdict: 'valid', valid: true })
    expect(report.stats).toMatchObject({ rows: 95, columns: 14, invalidRows: 0 })
    expect(report.counts.map(({ code, field }) => [code, field])).toEqual([
      ['header/missing-column', 'rnaBeneficiaire'],
      ['header/missing-column', 'dispositifAide'],
    ])
  })
})
