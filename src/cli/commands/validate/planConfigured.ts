// The plan of a run under a configuration: for each file the first entry that matches it, with its schema and what it expects.
import { isAbsolute, relative, resolve } from 'node:path'
import { ScdlError } from '../../../core/error.js'
import type { FormatOptions } from '../../../core/format.js'
import type { LoadedPackage } from '../../../dataPackage.js'
import type { Configuration, FileEntry } from '../../../node/configuration/configuration.js'
import { type EntryOfFile, entryFinder, namedFiles } from '../../../node/configuration/fileEntries.js'
import { readSchemaReference, splitResource } from '../../../node/schemaReference.js'
import { isTableName } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import type { CommandRun } from '../../commandRun.js'
import type { SchemaOrPackage } from '../../loadSchema.js'
import type { ValidateRequest } from '../../options.js'
import type { PlannedFile } from './planFiles.js'

export interface ConfiguredRun {
  configuration: Configuration
  request: ValidateRequest
  /** As typed: a file that is named must be checked. */
  named: readonly string[]
  run: CommandRun
  attempt: Attempt
  /** All files of the configuration are meant. */
  isWhole: boolean
  /** undefined: it cannot be had, which was told. */
  load(ref: string): Promise<SchemaOrPackage | undefined>
}

/**
 * In the order of the report. Tables of the configuration's folder that it does not name are told as `unmatched` says, a warning by default.
 * Throws `ScdlError('nothing-to-check')`.
 */
export async function configuredPaths(configuration: Configuration, { reports }: ValidateRequest, run: CommandRun): Promise<string[]> {
  const { path, settings } = configuration
  const { paths, unmatched, unused, unread } = await namedFiles(configuration)
  for (const fault of unread) await run.complain(fault)
  for (const pattern of unused) await run.note({ code: 'pattern-without-files', details: { pattern, configuration: path } })
  const written = new Set(reports.flatMap((report) => (report.path === undefined ? [] : [resolve(report.path)])))
  await tellUnmatched(
    unmatched.filter((file) => !written.has(resolve(file))),
    settings.unmatched ?? 'warning',
    { configuration, run },
  )
  if (paths.length === 0) throw new ScdlError('nothing-to-check', { kind: 'configuration', path })
  return paths
}

/** Files that no entry matches are told as `unmatched` says: by default an error for those that were named, a warning for the others. */
export async function planConfigured(paths: readonly string[], configured: ConfiguredRun): Promise<PlannedFile[]> {
  const { configuration, request, named, run, load } = configured
  const packages = new Map<LoadedPackage, PackagedFile[]>()
  const entryOf = entryFinder(configuration)
  const schemas = new Map<string, SchemaOrPackage | undefined>()
  const typed = new Set(named)
  const isNamed = (path: string): boolean => typed.has(path)
  const plan: PlannedFile[] = []
  const unmatched: string[] = []
  for (const path of paths) {
    const found = path === '-' ? undefined : entryOf(path)
    const ref = request.schema ?? (found && schemaOf(found.entry, configuration))
    if (ref === undefined) {
      // A folder holds JSON of other kinds as well.
      if (isNamed(path) || isTableName(path)) unmatched.push(path)
      continue
    }
    if (!schemas.has(ref)) schemas.set(ref, await load(ref))
    const schema = schemas.get(ref)
    if (schema === undefined) continue
    const options = optionsFor(found, request)
    if (schema.package === undefined) plan.push({ path, schema, options })
    else packages.set(schema.package, [...(packages.get(schema.package) ?? []), { path, options }])
  }
  const { unmatched: meant } = configuration.settings
  const context = { configuration, run }
  await tellUnmatched(unmatched.filter(isNamed), meant ?? 'error', context)
  await tellUnmatched(
    unmatched.filter((path) => !isNamed(path)),
    meant ?? 'warning',
    context,
  )
  const isTold = unmatched.some(isNamed) || meant !== undefined
  if (plan.length === 0 && unmatched.length > 0 && !isTold) {
    throw new ScdlError('nothing-to-check', { kind: 'configuration', path: configuration.path })
  }
  return packages.size === 0 ? plan : inOrder([...plan, ...(await planPackages(packages, configured))], paths)
}

type PackagedFile = Pick<PlannedFile, 'path' | 'options'>

/** An entry that names a package names each of its files. */
async function planPackages(
  packages: ReadonlyMap<LoadedPackage, readonly PackagedFile[]>,
  { run, attempt, isWhole }: ConfiguredRun,
): Promise<PlannedFile[]> {
  const { planPackage } = await import('./planPackage.js')
  const plans: PlannedFile[] = []
  for (const [loaded, files] of packages) plans.push(...(await planPackage(files, loaded, { run, attempt, isWhole, isNamed: () => true })))
  return plans
}

function inOrder(plan: readonly PlannedFile[], paths: readonly string[]): PlannedFile[] {
  const places = new Map(paths.map((path, place) => [path, place]))
  return plan.toSorted((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0))
}

/** A path of the configuration is from its own folder. */
function schemaOf({ schema }: FileEntry, { folder }: Configuration): string {
  const { ref, resource } = splitResource(schema)
  const reference = readSchemaReference(ref)
  if (reference.kind !== 'path') return schema
  const part = resource === undefined ? '' : `#${resource}`
  const way = relative(process.cwd(), resolve(folder, reference.path))
  return (isAbsolute(way) || way.startsWith('.') ? way : `./${way}`) + part
}

/** What was typed stands above the entry. */
function optionsFor(found: EntryOfFile | undefined, { table }: ValidateRequest): PlannedFile['options'] {
  if (found === undefined) return table
  const { encoding, delimiter, quote, sheet, headerRow, ignoreHeaderCase } = found.entry
  const format: Partial<FormatOptions> = {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(quote !== undefined && { quote: quote === 'none' ? '' : quote }),
  }
  return {
    ...(sheet !== undefined && { sheet }),
    ...(headerRow !== undefined && { headerRow }),
    ...(ignoreHeaderCase !== undefined && { ignoreHeaderCase }),
    ...table,
    format: { ...format, ...table.format },
    ...(found.expected !== undefined && { expected: found.expected }),
  }
}

/** Files that no entry matches: each on its own where that is an error, all of them in a line where it is a warning. */
async function tellUnmatched(
  files: readonly string[],
  unmatched: 'error' | 'warning' | 'ignore',
  { configuration, run }: { configuration: Configuration; run: CommandRun },
): Promise<void> {
  const [first] = files
  if (first === undefined || unmatched === 'ignore') return
  const details = { configuration: configuration.path }
  if (unmatched === 'warning') await run.note({ code: 'files-unmatched', details: { ...details, files: files.length, path: first } })
  else for (const path of files) await run.complain(new ScdlError('unmatched-file', { ...details, path }))
}
