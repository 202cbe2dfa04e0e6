// Every folder of fixtures/ is a case: its file is validated and compared with its expected.json. See fixtures/README.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type LoadedSchema,
  readDescriptor,
  type TableReport,
  type TableStats,
  type ValidateOptions,
  type Verdict,
  validate,
} from '../src/index.js'
import { resolveSchema } from '../src/node/resolveSchema.js'
import { codeOfTwin, encodeTwin, rightNames, type TwinEncoding } from './fixtureTwins.js'
import { memorySource } from './formats/memorySource.js'

type Place = [row: number | null, column: number | null, code: string]

interface Expected {
  verdict: Verdict
  counts: Record<string, number>
  places?: Place[]
  lines?: Record<string, number>
  format?: { encoding?: string; delimiter?: string; headerRow?: number }
  stats?: Partial<TableStats>
  suggestions?: Record<string, string | null>
  options?: Partial<ValidateOptions>
  twins?: TwinEncoding[]
}

const fixtures = new URL('../fixtures/', import.meta.url)
const MORE_THAN_ANY_CASE_HAS = 100_000

const folders = (parent: URL) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, url: new URL(`${name}/`, parent) }))
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))

async function loadSchema(...candidates: URL[]): Promise<LoadedSchema> {
  const descriptor = readJson(candidates.find((url) => existsSync(url))!) as { use?: string }
  if (descriptor.use === undefined) return readDescriptor(descriptor)
  const shipped = await resolveSchema(descriptor.use)
  return readDescriptor(shipped.descriptor, shipped.facts, shipped.aliases)
}

for (const theme of folders(fixtures)) {
  describe(theme.name, () => {
    for (const { name, url } of folders(theme.url)) {
      const expected = readJson(new URL('expected.json', url)) as Expected
      const bytes = readFileSync(new URL('data.csv', url))
      const check = async (content: Uint8Array) => {
        const schema = await loadSchema(new URL('schema.json', url), new URL('schema.json', theme.url))
        return validate(memorySource(content, 'data.csv'), { schema, maxDiagnostics: MORE_THAN_ANY_CASE_HAS, ...expected.options })
      }

      it(name, async () => {
        const report = await check(bytes)
        expect(findings(report, expected)).toEqual(wanted(expected))
        expect(report.format ?? {}).toMatchObject(expected.format ?? {})
      })

      it.each(expected.twins ?? [])(`${name} as %s`, async (encoding) => {
        const text = bytes.toString('utf8').replace(/^\ufeff+/, '')
        const report = await check(encodeTwin(text, encoding))
        expect(findings(report, expected)).toEqual(wanted(asTwin(expected, codeOfTwin(encoding))))
        const { encoding: _, ...format } = expected.format ?? {}
        expect(report.format ?? {}).toMatchObject(format)
        expect(rightNames(text, encoding)).toContain(report.format?.encoding)
      })
    }
  })
}

/** An encoding that Validata cannot read is a fault that `scdl convert` mends. */
function asTwin(expected: Expected, code: string): Expected {
  const verdict = expected.verdict === 'valid' && code === 'file/unreadable-encoding' ? 'convertible' : expected.verdict
  return {
    ...expected,
    verdict,
    counts: { ...expected.counts, [code]: 1 },
    ...(expected.places === undefined ? {} : { places: [...expected.places, [null, null, code]] }),
  }
}

/** The parts of the report that the case has an opinion on. */
function findings(report: TableReport, expected: Expected) {
  const counts: Record<string, number> = {}
  for (const { code, count } of report.counts) counts[code] = (counts[code] ?? 0) + count
  const places = report.diagnostics.map(({ row, column, code }): Place => [row ?? null, column ?? null, code])
  return {
    verdict: report.verdict,
    counts,
    ...(expected.places === undefined ? {} : { places: sorted(places) }),
    ...(expected.lines === undefined ? {} : { lines: linesOf(report, expected.lines) }),
    ...(expected.stats === undefined ? {} : { stats: picked(report.stats, expected.stats) }),
    ...(expected.suggestions === undefined ? {} : { suggestions: suggestionsOf(report, expected.suggestions) }),
  }
}

function wanted({ verdict, counts, places, lines, stats, suggestions }: Expected) {
  return {
    verdict,
    counts,
    ...(places === undefined ? {} : { places: sorted(places) }),
    ...(lines === undefined ? {} : { lines }),
    ...(stats === undefined ? {} : { stats }),
    ...(suggestions === undefined ? {} : { suggestions }),
  }
}

const sorted = (places: readonly Place[]) => places.map((place) => JSON.stringify(place)).sort()

function picked(stats: TableStats, names: Partial<TableStats>) {
  return Object.fromEntries(Object.keys(names).map((name) => [name, stats[name as keyof TableStats]]))
}

function linesOf({ diagnostics }: TableReport, wantedLines: Record<string, number>) {
  return Object.fromEntries(Object.keys(wantedLines).map((row) => [row, diagnostics.find((found) => found.row === Number(row))?.line]))
}

function suggestionsOf({ diagnostics }: TableReport, cells: Record<string, string | null>) {
  const suggested = (cell: string) => {
    const column = cell.charCodeAt(0) - 64
    const row = Number(cell.slice(1))
    return diagnostics.find((found) => found.row === row && found.column === column && found.suggestion !== undefined)?.suggestion ?? null
  }
  return Object.fromEntries(Object.keys(cells).map((cell) => [cell, suggested(cell)]))
}
