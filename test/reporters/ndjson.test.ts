import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { ndjson } from '../../src/reporters/ndjson.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { report, untidy } from './reports.js'
import { everyTable, written } from './written.js'

interface Line {
  record: string
  source?: string
  cell?: string
  [member: string]: unknown
}

const read = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

const published = JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8')) as { $defs: object }
const areFindings = new Ajv2020().compile({ $ref: '#/$defs/diagnostics', $defs: published.$defs })

describe('one object per line', () => {
  it('gives findings as the JSON report does, then the file, then the run', async () => {
    const lines = read(await written(ndjson, report(...everyTable.map((make) => make()))))
    const findings = lines.filter(({ record }) => record.startsWith('finding'))
    for (const { record: _record, source: _source, ...finding } of findings)
      expect([areFindings([finding]), areFindings.errors]).toEqual([true, null])
    expect(lines.filter(({ record }) => record === 'file').map(({ source }) => source)).toEqual(everyTable.map((make) => make().source))
    expect(lines.at(-1)).toMatchObject({ record: 'run', scdl: '0.1.0', verdict: 'invalid', stats: { files: everyTable.length } })
  })

  it('tells apart what is not counted', async () => {
    const lines = read(await written(ndjson, report(untidy())))
    expect(lines.filter(({ record }) => record === 'finding-after-renaming')).toHaveLength(2)
    expect(lines.filter(({ record }) => record === 'finding')).toHaveLength(untidy().diagnostics.length)
  })

  it.each(HOSTILE)('%s: inert and whole', async (_name, text) => {
    const out = await written(ndjson, report(...poisoned(text)))
    expect(out.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    expect(read(out).some(({ cell }) => cell === text)).toBe(true)
  })
})
