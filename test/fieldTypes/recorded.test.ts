// The lexical cases that Validata answered, and the cells of other implementations' tests, asked of the types alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { TYPE_FAULT } from '../../src/core/faultBits.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import { compileType } from './compileType.js'

const shared = new URL('../../../shared/', import.meta.url)
const NOTE = '(skipped where the folder shared is absent)'

interface Schema {
  fields: { name: string; type?: string; format?: string; missingValues?: string[]; constraints?: object }[]
  missingValues?: string[]
}

const isKnown = (name = 'any'): name is keyof typeof fieldTypes => Object.hasOwn(fieldTypes, name)

/** `row field` of every cell that its type refuses. */
function refusedCells({ fields, missingValues = [''] }: Schema, csv: string): string[] {
  const [header = [], ...rows] = parse(csv, { relax_column_count: true, skip_empty_lines: true }) as string[][]
  return fields.flatMap(({ name, type, ...declaration }) => {
    if (!isKnown(type ?? 'any')) return []
    const { accepts, faults } = compileType((type ?? 'any') as keyof typeof fieldTypes, declaration)
    const missing = declaration.missingValues ?? missingValues
    const column = header.indexOf(name)
    return rows.flatMap((row, r) => {
      const cell = row[column]
      return cell === undefined || missing.includes(cell) || (accepts(cell) && (faults(cell) & TYPE_FAULT) === 0)
        ? []
        : [`${r + 2} ${name}`]
    })
  })
}

describe.skipIf(!existsSync(shared))(`recorded answers ${NOTE}`, () => {
  const THEMES = Object.keys(fieldTypes).map((type) => `lexical:${type}`)
  const path = new URL('reference/recorded.jsonl', shared)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const cases = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ theme }) => [...THEMES, 'missing-required'].includes(theme))
    .filter(({ schema }) => schema.fields.every(({ type }: { type?: string }) => isKnown(type)))

  it.each(cases.map((found) => [found.id, found]))('%s', (_id, { schema, csv, expect: expected }) => {
    const theirs = expected.errors.filter(({ type }: { type: string }) => type === 'type-error')
    expect(refusedCells(schema, csv).sort()).toEqual(
      theirs.map(({ row, field }: { row: number; field: string }) => `${row} ${field}`).sort(),
    )
  })
})

describe.skipIf(!existsSync(shared))(`cells of other implementations ${NOTE}`, () => {
  const folder = new URL('conformance/cells/', shared)
  const read = (name: string, file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const cases = names
    .map((name) => [name, JSON.parse(read(name, 'schema.json')) as Schema] as const)
    .filter(([, { fields }]) => fields.every(({ type }) => isKnown(type)))

  it.each(cases)('%s', (name, schema) => {
    const { rows } = JSON.parse(read(name, 'expect.json')) as { rows: Record<string, string[]> }
    const theirs = Object.keys(rows).filter((row) => rows[row]?.includes('type-error'))
    expect(refusedCells(schema, read(name, 'data.csv')).map((place) => place.split(' ')[0])).toEqual(theirs)
  })
})
