import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostic.js'
import type { Report } from '../../src/core/reportTypes.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { json } from '../../src/reporters/json.js'
import { plainStyle } from '../../src/reporters/reporter.js'
import { damagedByASpreadsheet, duplicateLabels, finding, good, goodWithRemarks, mendable, notATable, report, untidy } from './reports.js'

async function written(of: Report): Promise<string> {
  const parts: string[] = []
  for await (const part of json(of, { say: (diagnostic) => say(fr, diagnostic), messages: fr, style: plainStyle, width: 80 }))
    parts.push(part)
  return parts.join('')
}

type Written = { files: { diagnostics: (Diagnostic & { message: string })[]; columns: object[] }[]; stats: { seconds: number } }
const read = async (of: Report): Promise<Written> => JSON.parse(await written(of)) as Written

const published: unknown = JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8'))

/** The schema that is published leaves room for members to come; here every member has to be described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]))
  return 'properties' in schema && !('additionalProperties' in schema) ? { ...parts, additionalProperties: false } : parts
}

const all = [damagedByASpreadsheet, untidy, mendable, duplicateLabels, notATable, good, goodWithRemarks]

describe('the JSON report', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const isOpen = ajv.compile(published as object)
  const isClosed = ajv.compile(closed(published) as object)

  it.each(all.map((make) => [make.name, make] as const))('%s is what its schema says', async (_name, make) => {
    const value = await read(report(make()))
    expect([isClosed(value), isClosed.errors]).toEqual([true, null])
    expect(isOpen(value)).toBe(true)
  })

  it('several files are one object', async () => {
    const value = await read(report(...all.map((make) => make())))
    expect(isClosed(value)).toBe(true)
    expect(value.files).toHaveLength(all.length)
    expect(isClosed(await read(report()))).toBe(true)
  })

  it('its schema refuses what is no report', () => {
    expect(isOpen({ files: [] })).toBe(false)
  })

  it('says each finding in a sentence and leaves out what is absent', async () => {
    const [first] = (await read(report(mendable()))).files
    expect(first?.diagnostics[0]).toEqual({
      code: 'cell/type',
      type: 'type-error',
      severity: 'error',
      page: 'docs/codes/cell/type.md',
      row: 2,
      column: 9,
      field: 'montant',
      cell: '1,5',
      message: expect.stringContaining("n'est pas un nombre") as string,
      suggestion: '1.5',
      repair: 'decimalNumber',
      details: { type: 'number' },
    })
    expect(first?.columns[0]).toEqual({ column: 6, label: 'idBeneficiaire', field: 'idBeneficiaire', filled: 396, invalid: 1 })
    expect((await read(report(good()))).stats.seconds).toBe(0.081)
  })

  it('reads back what was spooled, in order', async () => {
    const spooled = { ...good(), diagnostics: [finding('cell/type', {}, { row: 2 })] }
    Object.defineProperty(spooled, 'rest', {
      enumerable: false,
      value: async function* () {
        for (let row = 3; row < 1503; row++) yield finding('cell/type', {}, { row })
      },
    })
    const [first] = (await read(report(spooled))).files
    expect(first?.diagnostics.map(({ row }) => row)).toEqual(Array.from({ length: 1501 }, (_, i) => i + 2))
  })

  it('keeps cells whole and shows a terminal nothing to obey', async () => {
    const cell = '\x1b[31m\x9b31m\u202e\u2028\u{e0041}\ud800\x7f fin'
    const table = { ...good(), source: cell, diagnostics: [finding('cell/type', { example: cell }, { row: 2, cell, label: cell })] }
    const text = await written(report(table))
    expect(text.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)).toBeNull()
    const [first] = (JSON.parse(text) as Written).files
    expect(first?.diagnostics[0]?.cell).toBe(cell)
  })
})
