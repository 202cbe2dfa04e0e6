// scdl validate: check, report, exit code.
import { resolve } from 'node:path'
import { codes } from '../../codes.js'
import { ScdlError } from '../../core/error.js'
import type { Report, TableReport } from '../../core/reportTypes.js'
import type { Configuration } from '../../node/configuration/configuration.js'
import { nodePlatform } from '../../node/platform.js'
import { readSchemaReference } from '../../node/schemaReference.js'
import { distinct, expandArgument, JSON_EXTENSIONS, openSource, TABLE_EXTENSIONS } from '../../node/sources.js'
import { type ReporterName, reporters } from '../../reporters/index.js'
import { buildReport, validate } from '../../validate.js'
import type { Baseline } from '../baseline.js'
import type { CommandRun } from '../commandRun.js'
import { type AnySchema, loadAnySchema, withPath } from '../loadSchema.js'
import { readValidateFlags, type ValidateFlags, type ValidateRequest } from '../options.js'
import { showProgress } from '../progress.js'
import { withRegistry } from '../registryFlags.js'
import { withSettings } from '../withSettings.js'
import { writeReports } from '../writeReports.js'
import type { FilePlan } from './validate/filePlan.js'

/** 0 or 1. What is wrong with one of several sources goes to `run.complain`. */
export async function validateCommand(sources: readonly string[], typed: ValidateFlags, run: CommandRun): Promise<number> {
  const started = process.uptime()
  const configuration = await run.configuration()
  const flags = configuration === undefined ? typed : withSettings(typed, configuration)
  const naming = configuration?.settings.files?.length ? configuration : undefined
  if (sources.length === 0 && naming === undefined) throw new ScdlError('nothing-to-check', { kind: 'none' })
  const request = readValidateFlags(flags, { reporters: Object.keys(reporters) as ReporterName[], codes: Object.keys(codes) })

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

  async function collectPaths(named: readonly string[], extensions: readonly string[]): Promise<string[]> {
    const paths: string[] = []
    for (const source of named) paths.push(...((await attempt(source, () => expandArgument(source, extensions))) ?? []))
    return distinct(paths)
  }

  async function planUnder(configuration: Configuration): Promise<FilePlan[]> {
    const { configuredPaths, planConfigured } = await import('./validate/planConfigured.js')
    const named = sources.length > 0 ? sources : await configuredPaths(configuration, request, run)
    const load = (ref: string) => attempt(ref, () => loadValidationSchema(ref, flags, run))
    return planConfigured(await collectPaths(named, [...TABLE_EXTENSIONS, ...JSON_EXTENSIONS]), {
      configuration,
      request,
      named,
      run,
      load,
    })
  }

  async function planPlainly(): Promise<FilePlan[]> {
    const { extensions, schemaOf } = await schemaFinder(request, flags, run)
    return (await collectPaths(sources, extensions)).map((path) => ({ path, schemaOf, options: request.table }))
  }

  const plan = naming === undefined ? await planPlainly() : await planUnder(naming)
  refuseToOverwrite(
    request,
    plan.map(({ path }) => path),
  )
  const baseline = await openKnownFaults(request)
  const tables: TableReport[] = []
  for (const { path, schemaOf, options } of plan) {
    const file = { path, schemaOf, options: { ...options, ...baseline?.optionsFor(path) } }
    const table = await attempt(path, () => validateOne(file, request, run))
    if (table !== undefined) tables.push(table)
  }
  await baseline?.settle(tables, run)
  if (tables.length === 0) return 0
  const report = buildReport(tables, process.uptime() - started)
  await writeReports(report, request, run)
  return fails(report, request.failOn) ? 1 : 0
}

interface SchemaFinder {
  /** Of the files that are taken from a folder. */
  extensions: readonly string[]
  schemaOf: FilePlan['schemaOf']
}

async function openKnownFaults({ baseline }: ValidateRequest): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined
  const { openBaseline } = await import('../baseline.js')
  return openBaseline(baseline, localDay(new Date()))
}

/** yyyy-mm-dd, where the user is. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** The schema that is named, for all sources; else that of each by its labels. */
async function schemaFinder({ schema: ref, table }: ValidateRequest, flags: ValidateFlags, run: CommandRun): Promise<SchemaFinder> {
  if (ref === undefined) {
    const { schemaChooser } = await import('../chooseSchema.js')
    const choose = schemaChooser(flags, run, table)
    return { extensions: TABLE_EXTENSIONS, schemaOf: async (source) => ({ table: await choose(source) }) }
  }
  const schema = await loadValidationSchema(ref, flags, run)
  return { extensions: schema.json === undefined ? TABLE_EXTENSIONS : JSON_EXTENSIONS, schemaOf: () => schema }
}

/** A file needs no registry, which takes time to load. */
function loadValidationSchema(ref: string, flags: ValidateFlags, run: CommandRun): Promise<AnySchema> {
  if (readSchemaReference(ref).kind === 'path') return loadAnySchema(ref)
  return withRegistry(flags, run, (registry) => loadAnySchema(ref, registry))
}

async function validateOne(
  { path, schemaOf, options: asked }: FilePlan,
  { quiet }: ValidateRequest,
  run: CommandRun,
): Promise<TableReport> {
  // Small files are read at once: without a pause between them, an interruption would wait for the last.
  await new Promise(setImmediate)
  const source = await openSource(path)
  const schema = await schemaOf(source)
  const progress = quiet ? undefined : showProgress(run.texts, path, source.size)
  try {
    const options = { ...asked, platform: nodePlatform, ...(progress && { onProgress: progress.onProgress }) }
    if (schema.table !== undefined) return await validate(source, { ...options, schema: schema.table })
    const { validateJson } = await import('../../validateJson.js')
    return await validateJson(source, { ...options, schema: schema.json })
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
