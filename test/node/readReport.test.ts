// What the JSON report holds is all that the other reports need: read back, each says the same as it did.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Report, TableReport } from '../../src/core/reportTypes.js'
import { buildReport, readDescriptor, validate } from '../../src/index.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { readReport } from '../../src/node/readReport.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { shelve, takeDown } from '../../src/node/shelf.js'
import { type ReporterName, reporters } from '../../src/reporters/index.js'
import { plainStyle, type ReporterContext } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'
import { damagedByASpreadsheet, duplicateLabels, good, goodWithRemarks, mendable, notATable, report, untidy } from '../reporters/reports.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const context: ReporterContext = {
  say: (diagnostic) => say(fr, diagnostic),
  messages: fr,
  style: plainStyle,
  width: 80,
  date: new Date('2024-07-31T12:00:00Z'),
}
const names = Object.keys(reporters) as ReporterName[]

async function written(of: Report, name: ReporterName): Promise<string> {
  const text = (await reporters[name]())(of, context)
  if (typeof text === 'string') return text
  let whole = ''
  for await (const part of text) whole += part
  return whole
}

const roundTrip = async (of: Report): Promise<Report> => readReport(folder.write('rapport.json', await written(of, 'json')))

async function expectSame(of: Report): Promise<void> {
  const before = { ...of, stats: { ...of.stats, seconds: 0.5 } }
  const back = await roundTrip(before)
  for (const name of names) expect({ name, text: await written(back, name) }).toEqual({ name, text: await written(before, name) })
}

const { descriptor, facts } = await resolveSchema('subventions')
const schema = readDescriptor(descriptor, facts)

async function tablesOf(maxDiagnostics: number): Promise<TableReport[]> {
  const root = new URL('../../fixtures/', import.meta.url)
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((name) => name.endsWith('.csv')).sort()
  const tables: TableReport[] = []
  for (const name of files) {
    const source = memorySource(readFileSync(new URL(name, root)), name)
    tables.push(await validate(source, { schema, platform: nodePlatform, maxDiagnostics }))
  }
  return tables
}

async function manyFaults(): Promise<TableReport> {
  const text = `objet,montant\n${Array.from({ length: 1500 }, (_, i) => `${i % 7 === 0 ? '' : 'x'},${i} €`).join('\n')}\n`
  return validate(memorySource(new TextEncoder().encode(text), 'fautes.csv'), { schema, platform: nodePlatform, maxDiagnostics: 0 })
}

describe('a report read back', () => {
  test('of every kind of table', async () => {
    await expectSame(
      report(...[damagedByASpreadsheet, untidy, mendable, duplicateLabels, notATable, good, goodWithRemarks].map((make) => make())),
    )
  })

  test.each([1000, 2])('of every fixture, %d findings each', async (maxDiagnostics) => {
    await expectSame(buildReport(await tablesOf(maxDiagnostics), 1, { settings: { maxDiagnostics } }))
  })

  test('of findings that were put aside on disk', async () => {
    const table = await manyFaults()
    expect(table.rest).toBeDefined()
    await expectSame(buildReport([table], 1, { settings: { maxDiagnostics: 0 } }))
  })

  test('with files that could not be checked, and its part of the run', async () => {
    const failures = [
      { source: 'absent.csv', code: 'no-such-file', details: { path: 'absent.csv' }, place: 0 },
      { source: 'b.csv', code: 'defect', details: { reason: 'Error: x' } },
    ] as const
    const of = buildReport([good()], 0.5, { failures: [...failures], shard: { index: 2, count: 3, files: 5, places: [4] } })
    const back = await roundTrip(of)
    expect(back.failures).toEqual(failures)
    expect(back.shard).toEqual({ index: 2, count: 3, files: 5, places: [4] })
    await expectSame(of)
  })

  test.each([
    ['no JSON', 'a;b\n1;2\n'],
    ['other JSON', '{ "fields": [] }'],
    ['a report with a damaged table', '{ "scdl": "1", "verdict": "valid", "valid": true, "stats": {}, "files": [] }'],
    ['a hostile member', '{ "__proto__": { "files": [] } }'],
  ])('%s is not a report', async (_, text) => {
    await expect(readReport(folder.write('autre.json', text))).rejects.toMatchObject({ code: 'not-a-report' })
  })

  test('that is not there', async () => {
    await expect(readReport('absent.json')).rejects.toMatchObject({ code: 'no-such-file' })
  })
})

describe('a report on the shelf', () => {
  test('is the same when it is taken down, as plain data that another thread can have', async () => {
    for (const table of [...(await tablesOf(1000)), await manyFaults()]) {
      const taken = takeDown(structuredClone(await shelve(table)))
      for (const name of names) {
        expect(await written(buildReport([taken], 1), name)).toBe(await written(buildReport([table], 1), name))
      }
    }
  })

  test('keeps no list in memory', async () => {
    const { table } = await shelve(await manyFaults())
    expect([table.diagnostics, table.faultyRows, table.samples ?? []]).toEqual([[], [], []])
  })
})
