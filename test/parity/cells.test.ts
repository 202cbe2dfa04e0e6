// The test tables of other implementations of Table Schema: the same cells are refused, with the same type of error.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDescriptor, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'
import { hasShared, isImplemented, type PublishedSchema, SKIP_NOTE, shared } from './reference.js'

const folder = new URL('conformance/cells/', shared)
const names = existsSync(folder) ? readdirSync(folder).sort() : []
const read = (name: string, file: string) => readFileSync(new URL(`${name}/${file}`, folder))
const readJson = <T>(name: string, file: string) => JSON.parse(read(name, file).toString('utf8')) as T

/** Case → why we answer otherwise. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

const cases = names
  .map((name) => ({ name, schema: readJson<PublishedSchema>(name, 'schema.json') }))
  .filter(({ schema }) => isImplemented(schema))

describe.skipIf(!hasShared)(`cells of other implementations' tests ${SKIP_NOTE}`, () => {
  it('are accepted and refused alike', { timeout: 120_000 }, async () => {
    const differences: string[] = []
    const agreeing: string[] = []
    for (const { name, schema } of cases) {
      const { spec, rows } = readJson<{ spec: string; rows: Record<string, string[]> }>(name, 'expect.json')
      const report = await validate(memorySource(read(name, 'data.csv')), { schema: readDescriptor(schema) })
      const ours: Record<string, string[]> = {}
      for (const { severity, row = 0, type } of report.diagnostics) if (severity === 'error') ours[row] = [...(ours[row] ?? []), type]
      if (sorted(ours) === sorted(rows)) agreeing.push(name)
      else if (EXCEPTIONS[name] === undefined) {
        differences.push(`${name} ${spec}\n  theirs ${sorted(rows)}\n  ours   ${sorted(ours)}\n${read(name, 'data.csv').toString('utf8')}`)
      }
    }
    console.log(`cells: ${cases.length} of ${names.length} cases compared, ${agreeing.length} the same, ${differences.length} unexplained`)
    expect(differences).toEqual([])
    expect(Object.keys(EXCEPTIONS).filter((name) => agreeing.includes(name))).toEqual([])
  })
})

/** Which types of error a row has, not how many constraints fail: implementations stop at the first, or tell all. */
const sorted = (rows: Record<string, string[]>) =>
  JSON.stringify(
    Object.entries(rows)
      .map(([row, types]) => [row, [...new Set(types)].sort()] as const)
      .sort(),
  )
