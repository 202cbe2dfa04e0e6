// Which files a run is about, and against which schema each is checked: as the command line says, or the configuration.
import { ScdlError } from '../../../core/error.js'
import type { Configuration } from '../../../node/configuration/configuration.js'
import { readSchemaReference } from '../../../node/schemaReference.js'
import { JSON_EXTENSIONS, TABLE_EXTENSIONS } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import type { CommandRun } from '../../commandRun.js'
import { type AnySchema, loadAnySchema } from '../../loadSchema.js'
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
  return planConfigured(paths, { configuration, request, named, run, load })
}

async function planPlainly({ sources, flags, request, asked, run, attempt }: RunToPlan): Promise<PlannedFile[]> {
  const named = sources.length === 0 && asked.changedSince !== undefined ? ['.'] : sources
  if (named.length === 0) throw new ScdlError('nothing-to-check', { kind: 'none' })
  const { extensions, schema } = await schemaFor(request, flags, run)
  const paths = await collectPaths(named, { ...asked, extensions }, { run, attempt })
  return paths.map((path) => ({ path, schema, options: request.table }))
}

interface SchemaOfFiles {
  /** Of the files that are taken from a folder. */
  extensions: readonly string[]
  schema: PlannedFile['schema']
}

/** The schema that is named, for all sources; else that of each by its labels. */
async function schemaFor({ schema: ref, table }: ValidateRequest, flags: ValidateFlags, run: CommandRun): Promise<SchemaOfFiles> {
  if (ref === undefined) {
    const { schemaChooser } = await import('../../chooseSchema.js')
    const choose = schemaChooser(flags, run, table)
    return { extensions: TABLE_EXTENSIONS, schema: async (source) => ({ table: await choose(source) }) }
  }
  const schema = await loadValidationSchema(ref, flags, run)
  return { extensions: schema.json === undefined ? TABLE_EXTENSIONS : JSON_EXTENSIONS, schema }
}

/** A file needs no registry, which takes time to load. */
function loadValidationSchema(ref: string, flags: ValidateFlags, run: CommandRun): Promise<AnySchema> {
  if (readSchemaReference(ref).kind === 'path') return loadAnySchema(ref)
  return withRegistry(flags, run, (registry) => loadAnySchema(ref, registry))
}
