// Which files a run is about, and against which schema each is checked: as the command line says, or the configuration.
import { ScdlError } from '../../../core/error.js'
import type { LoadedPackage } from '../../../dataPackage.js'
import type { Configuration } from '../../../node/configuration/configuration.js'
import { readSchemaReference, splitResource } from '../../../node/schemaReference.js'
import { JSON_EXTENSIONS, TABLE_EXTENSIONS } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import type { CommandRun } from '../../commandRun.js'
import { loadAnySchema, type SchemaOrPackage } from '../../loadSchema.js'
import type { ValidateFlags, ValidateRequest } from '../../options.js'
import { withRegistry } from '../../registryFlags.js'
import type { RunRequest } from '../../runOptions.js'
import { collectPaths } from './collectPaths.js'
import type { PlannedFile } from './planFiles.js'

export interface RunToPlan {
  /** As typed. */
  sources: readonly string[]
  flags: ValidateFlags
  request: ValidateRequest
  asked: RunRequest
  run: CommandRun
  attempt: Attempt
}

/** In the order of the report. Throws `ScdlError`: nothing to check, a schema that cannot be had, what `collectPaths` throws. */
export async function planRun(plan: RunToPlan, configuration: Configuration | undefined): Promise<PlannedFile[]> {
  return configuration?.settings.files?.length ? planUnder(configuration, plan) : planPlainly(plan)
}

async function planUnder(
  configuration: Configuration,
  { sources, flags, request, asked, run, attempt }: RunToPlan,
): Promise<PlannedFile[]> {
  const { configuredPaths, planConfigured } = await import('./planConfigured.js')
  const named = sources.length > 0 ? sources : await configuredPaths(configuration, request, run)
  const load = (ref: string) => attempt(ref, () => loadValidationSchema(ref, flags, run))
  const paths = await collectPaths(named, { ...asked, extensions: [...TABLE_EXTENSIONS, ...JSON_EXTENSIONS] }, { run, attempt })
  return planConfigured(paths, { configuration, request, named, run, attempt, load, isWhole: sources.length === 0 && !isPartial(asked) })
}

async function planPlainly({ sources, flags, request, asked, run, attempt }: RunToPlan): Promise<PlannedFile[]> {
  const named = sources.length === 0 && asked.changedSince !== undefined ? ['.'] : sources
  if (named.length === 0) throw new ScdlError('nothing-to-check', { kind: 'none' })
  const { extensions, schema, package: loaded } = await schemaFor(request, flags, run)
  const paths = await collectPaths(named, { ...asked, extensions }, { run, attempt })
  if (loaded !== undefined) {
    const { planPackage } = await import('./planPackage.js')
    const isWhole = (paths.length > 1 || !named.includes(paths[0] ?? '')) && !isPartial(asked)
    const files = paths.map((path) => ({ path, options: request.table }))
    return planPackage(files, loaded, { run, attempt, isNamed: (path) => named.includes(path), isWhole })
  }
  return paths.map((path) => ({ path, schema, options: request.table }))
}

const isPartial = ({ include, exclude, changedSince }: RunRequest): boolean =>
  include.length + exclude.length > 0 || changedSince !== undefined

/** `extensions`: of the files that are taken from a folder. */
type SchemaOfFiles = { extensions: readonly string[] } & (
  | { schema: PlannedFile['schema']; package?: never }
  | { schema?: never; package: LoadedPackage }
)

/** The schema that is named, for all sources; else that of each by its labels. */
async function schemaFor({ schema: ref, table }: ValidateRequest, flags: ValidateFlags, run: CommandRun): Promise<SchemaOfFiles> {
  if (ref === undefined) {
    const { schemaChooser } = await import('../../chooseSchema.js')
    const choose = schemaChooser(flags, run, table)
    return { extensions: TABLE_EXTENSIONS, schema: async (source) => ({ table: await choose(source) }) }
  }
  const schema = await loadValidationSchema(ref, flags, run)
  if (schema.package !== undefined) return { extensions: TABLE_EXTENSIONS, package: schema.package }
  return { extensions: schema.json === undefined ? TABLE_EXTENSIONS : JSON_EXTENSIONS, schema }
}

/** A file needs no registry, which takes time to load, unless it is a package whose schemas are on the web. */
async function loadValidationSchema(ref: string, flags: ValidateFlags, run: CommandRun): Promise<SchemaOrPackage> {
  if (readSchemaReference(splitResource(ref).ref).kind === 'path') {
    const found = await loadAnySchema(ref).catch(unlessOnTheWeb)
    if (found !== undefined && !found.package?.tables.some(({ fault }) => fault?.code === 'unsupported-source')) return found
  }
  return withRegistry(flags, run, (registry) => loadAnySchema(ref, registry))
}

function unlessOnTheWeb(error: unknown): undefined {
  if (!(error instanceof ScdlError) || error.code !== 'unsupported-source') throw error
}
