// scdl validate: check, report, exit code.
import { resolve } from 'node:path'
import { codes } from '../../codes.js'
import { ScdlError } from '../../core/error.js'
import type { Report, TableReport } from '../../core/reportTypes.js'
import type { Source } from '../../core/source.js'
import { nodePlatform } from '../../node/platform.js'
import { readSchemaReference } from '../../node/schemaReference.js'
import { distinct, expandArgument, openSource } from '../../node/sources.js'
import { type ReporterName, reporters } from '../../reporters/index.js'
import { buildReport, type LoadedSchema, validate } from '../../validate.js'
import type { CommandRun } from '../commandRun.js'
import { loadSchema, withPath } from '../loadSchema.js'
import { readValidateFlags, type ValidateFlags, type ValidateRequest } from '../options.js'
import { showProgress } from '../progress.js'
import { withRegistry } from '../registryFlags.js'
import { writeReports } from '../writeReports.js'

/** 0 or 1. What is wrong with one of several sources goes to `run.complain`. */
export async function validateCommand(sources: readonly string[], flags: ValidateFlags, run: CommandRun): Promise<number> {
  const started = process.uptime()
  if (sources.length === 0) throw new ScdlError('nothing-to-check', { kind: 'none' })
  const request = readValidateFlags(flags, { reporters: Object.keys(reporters) as ReporterName[], codes: Object.keys(codes) })
  const schemaOf = await schemaFinder(request, flags, run)

  /** What one source cannot give does not stop the others. */
  async function attempt<T>(path: string, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step()
    } catch (error) {
      if (!(error instanceof ScdlError)) throw error
      await run.complain(withPath(error, path))
      return undefined
    }
  }

  const names: string[] = []
  for (const source of sources) names.push(...((await attempt(source, () => expandArgument(source))) ?? []))
  refuseToOverwrite(request, names)
  const tables: TableReport[] = []
  for (const name of distinct(names)) {
    const table = await attempt(name, () => validateOne(name, schemaOf, request, run))
    if (table !== undefined) tables.push(table)
  }
  if (tables.length === 0) return 0
  const report = buildReport(tables, process.uptime() - started)
  await writeReports(report, request, run)
  return fails(report, request.failOn) ? 1 : 0
}

type SchemaFinder = (source: Source) => LoadedSchema | Promise<LoadedSchema>

/** The schema that is named, for all sources; else that of each by its labels. */
async function schemaFinder({ schema: ref, table }: ValidateRequest, flags: ValidateFlags, run: CommandRun): Promise<SchemaFinder> {
  if (ref === undefined) {
    const { schemaChooser } = await import('../chooseSchema.js')
    return schemaChooser(flags, run, table)
  }
  const schema = await loadValidationSchema(ref, flags, run)
  return () => schema
}

/** A file needs no registry, which takes time to load. */
function loadValidationSchema(ref: string, flags: ValidateFlags, run: CommandRun): Promise<LoadedSchema> {
  if (readSchemaReference(ref).kind === 'path') return loadSchema(ref)
  return withRegistry(flags, run, (registry) => loadSchema(ref, registry))
}

async function validateOne(name: string, schemaOf: SchemaFinder, { quiet, table }: ValidateRequest, run: CommandRun): Promise<TableReport> {
  // Small files are read at once: without a pause between them, an interruption would wait for the last.
  await new Promise(setImmediate)
  const source = await openSource(name)
  const schema = await schemaOf(source)
  const progress = quiet ? undefined : showProgress(run.texts, name, source.size)
  try {
    return await validate(source, { ...table, schema, platform: nodePlatform, ...(progress && { onProgress: progress.onProgress }) })
  } finally {
    progress?.clear()
  }
}

/** A slip of the hand must not cost the data. */
function refuseToOverwrite({ reports }: ValidateRequest, names: readonly string[]): void {
  const inputs = new Set(names.map((name) => resolve(name)))
  for (const { name, path } of reports) {
    if (path !== undefined && inputs.has(resolve(path))) {
      throw new ScdlError('bad-option-value', { option: '--report', value: `${name}=${path}`, expected: 'other-file' })
    }
  }
}

function fails(report: Report, failOn: readonly string[]): boolean {
  if (!report.valid || (failOn.includes('warning') && report.stats.warnings > 0)) return true
  return report.files.some(({ counts }) => counts.some(({ code, count }) => count > 0 && failOn.includes(code)))
}
