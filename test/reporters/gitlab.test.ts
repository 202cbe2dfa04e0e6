import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { finding, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

interface Issue {
  description: string
  check_name: string
  fingerprint: string
  severity: string
  location: { path: string; lines: { begin: number } }
}

const issues = async (...tables: TableReport[]): Promise<Issue[]> => JSON.parse(await written(gitlab, report(...tables))) as Issue[]

describe('the code quality report of GitLab', () => {
  it('has the members that GitLab documents, a body of Code Climate, and fingerprints that differ', async () => {
    const found = await issues(...everyTable.map((make, i) => ({ ...make(), source: `data/${i}.csv` })))
    expect(found).toHaveLength(everyTable.reduce((total, make) => total + make().diagnostics.length, 0))
    for (const issue of found) {
      expect(Object.keys(issue)).toEqual(['description', 'check_name', 'content', 'fingerprint', 'severity', 'location'])
      expect(issue.fingerprint).toMatch(/^[0-9a-f]{32}$/)
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity)
      expect(issue.location.lines.begin).toBeGreaterThan(0)
    }
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length)
  })

  it('gives the physical line and a path without ./', async () => {
    const found = await issues({ ...untidy(), source: '.\\data\\points.csv' })
    const extra = found.find(({ check_name }) => check_name === 'row/extra-cell')
    expect(extra?.location).toEqual({ path: 'data/points.csv', lines: { begin: 52 } })
    expect(found.find(({ check_name }) => check_name === 'file/title-rows')?.severity).toBe('critical')
  })

  it('keeps fingerprints when rows are added above', async () => {
    const at = (offset: number): TableReport =>
      table({
        diagnostics: [
          finding('cell/type', { type: 'date' }, { row: 2 + offset, column: 1, field: 'a', cell: 'x' }),
          finding('cell/type', { type: 'date' }, { row: 3 + offset, column: 1, field: 'a', cell: 'x' }),
          finding('row/unique-key', { fields: ['a'], firstRow: 2 + offset }, { row: 5 + offset }),
        ],
      })
    const names = async (offset: number): Promise<string[]> => (await issues(at(offset))).map(({ fingerprint }) => fingerprint)
    expect(await names(10)).toEqual(await names(0))
  })

  it('is an empty list for a good file', async () => expect(await issues(table())).toEqual([]))

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const out = await written(gitlab, report(...poisoned(text)))
    expect(out.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    for (const { description } of JSON.parse(out) as Issue[]) expect(description.length).toBeLessThan(2000)
  })
})
