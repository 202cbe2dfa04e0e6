import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { Report, TableReport } from '../../src/core/reportTypes.js'
import { sarif } from '../../src/reporters/sarif.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, finding, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

interface Result {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: string; index: number }; region?: { startLine: number } }
      logicalLocations?: { name: string }[]
    },
  ]
  partialFingerprints: Record<string, string>
}
interface Log {
  runs: [
    {
      tool: { driver: { rules: { id: string; help: { text: string } }[] } }
      artifacts: { location: { uri: string } }[]
      results: Result[]
      invocations: [{ toolExecutionNotifications: { message: { text: string } }[] }]
    },
  ]
}

/** In the words of a later draft. */
const { id: _id, $schema: _draft, ...schema } = published
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema)

async function read(of: Report): Promise<Log['runs'][0]> {
  const log: unknown = JSON.parse(await written(sarif, of))
  expect([isSarif(log), isSarif.errors]).toEqual([true, null])
  return (log as Log).runs[0]
}

describe('SARIF', () => {
  it('is what its schema says, every result with its rule and its file', async () => {
    const { results, tool, artifacts } = await read(report(...everyTable.map((make, i) => ({ ...make(), source: `data/${i}.csv` }))))
    expect(results).toHaveLength(everyTable.reduce((total, make) => total + make().diagnostics.length, 0))
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
      const { uri, index } = locations[0].physicalLocation.artifactLocation
      expect(artifacts[index]?.location.uri).toBe(uri)
    }
    for (const { help } of tool.driver.rules) expect(help.text).toMatch(/[.…] Explications et exemples : docs\/codes\/[a-z]+\/[\w-]+\.md$/)
    const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints['scdlFinding/v1'])
    expect(new Set(fingerprints).size).toBe(results.length)
    await read(report())
  })

  it('gives the line of the file and the cell of the table', async () => {
    const { results } = await read(report(untidy()))
    const [location] = results.find(({ ruleId }) => ruleId === 'row/extra-cell')?.locations ?? []
    expect(location?.physicalLocation.region).toEqual({ startLine: 52 })
    expect(location?.logicalLocations).toEqual([{ name: 'G50', kind: 'cell' }])
    expect(results.map(({ level }) => level)).toEqual(expect.arrayContaining(['error', 'warning', 'note']))
  })

  it('gives a workbook no lines', async () => {
    const workbook = table({
      format: { name: 'xlsx', sheet: 'Feuille 1', headerRow: 1 },
      diagnostics: [finding('cell/type', {}, { row: 4, column: 2, cell: 'x' })],
    })
    const [result] = (await read(report(workbook))).results
    expect(result?.locations[0].physicalLocation.region).toBeUndefined()
    expect(result?.message.text).toMatch(/^B4 : /)
  })

  it.each([
    ['./données/a b#1.csv', 'donn%C3%A9es/a%20b%231.csv'],
    ['data\\a.csv', 'data/a.csv'],
    ['/srv/a.csv', 'file:///srv/a.csv'],
    ['C:\\srv\\a.csv', 'file:///C:/srv/a.csv'],
    ['https://exemple.fr/a b.csv', 'https://exemple.fr/a%20b.csv'],
    ['-', 'stdin'],
  ])('%s is the address %s', async (source, uri) => {
    const { artifacts } = await read(report({ ...untidy(), source }))
    expect(artifacts[0]?.location.uri).toBe(uri)
  })

  it('says that it is not whole', async () => {
    const { invocations } = await read(report(damagedByASpreadsheet()))
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain('autres constats')
    expect((await read(report(untidy()))).invocations[0].toolExecutionNotifications).toEqual([])
  })

  it('stays below what GitHub takes', async () => {
    const many = (source: string): TableReport =>
      table({
        source,
        stats: {
          rows: 15_000,
          columns: 1,
          errors: 15_000,
          warnings: 0,
          infos: 0,
          invalidRows: 1,
          invalidCells: 1,
          repairableCells: 0,
          bytes: 1,
        },
        diagnostics: Array.from({ length: 15_000 }, (_, i) => finding('cell/type', {}, { row: i + 2, column: 1, cell: 'x' })),
      })
    const { results, invocations } = await read(report(many('a.csv'), many('b.csv')))
    expect(results).toHaveLength(25_000)
    expect(invocations[0].toolExecutionNotifications[0]?.message.text.replaceAll('\u00a0', ' ')).toContain('2 500 autres constats')
  })

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const out = await written(sarif, report(...poisoned(text)))
    expect(out.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    const { results, artifacts } = JSON.parse(out).runs[0] as Log['runs'][0]
    for (const { message } of results) expect(message.text).not.toMatch(/(?<!\\)\]\(/)
    for (const { location } of artifacts) expect(location.uri).toMatch(/^[\w\-.~%!'()*/:]*$/)
  })
})
