// scdl convert: repair, write, list the changes, say what is left to do.

import { buildReport } from '../../buildReport.js'
import { codes } from '../../codes.js'
import { readLookup } from '../../convert/lookup.js'
import { mappingOf, readMapping } from '../../convert/mapping.js'
import { type ConvertedTable, type ConvertOptions, checkWishes } from '../../convert.js'
import { ScdlError } from '../../core/error.js'
import type { Source } from '../../core/source.js'
import { messagesFor } from '../../messages/index.js'
import { nodePlatform } from '../../node/platform.js'
import { expandArgument, openSource } from '../../node/sources.js'
import { type ReporterName, reporters } from '../../reporters/index.js'
import type { LoadedSchema } from '../../validateOptions.js'
import { writers } from '../../writers/index.js'
import { attempting } from '../attempt.js'
import type { CommandRun } from '../commandRun.js'
import { type ConvertFlags, type ConvertRequest, readConvertFlags } from '../convertOptions.js'
import { loadTables } from '../loadSchema.js'
import { withRegistry } from '../registryFlags.js'
import { fails } from '../runReport.js'
import { writeReports } from '../writeReports.js'
import { convertOne } from './convert/convertOne.js'
import { type Expanded, outputPlaces } from './convert/outputPlaces.js'
import { writeMapping } from './convert/writeMapping.js'

/** 0 or 1. What is wrong with one of several sources goes to `run.complain`. */
export async function convertCommand(sources: readonly string[], flags: ConvertFlags, run: CommandRun): Promise<number> {
  const started = process.uptime()
  if (sources.length === 0) throw new ScdlError('nothing-to-check', { kind: 'none', command: 'convert' })
  const request = readConvertFlags(flags, { reporters: Object.keys(reporters) as ReporterName[], codes: Object.keys(codes) })
  const optionsOf = await optionsFinder(request, flags, run)
  const messages = await messagesFor(run.language)

  const attempt = attempting(run)
  const expanded: Expanded[] = []
  for (const argument of sources) {
    const unread: ScdlError[] = []
    const names = await attempt(argument, () => expandArgument(argument, { onUnread: (fault) => unread.push(fault) }))
    for (const fault of unread) await run.complain(fault)
    if (names !== undefined) expanded.push({ argument, names })
  }
  const [extension = request.to] = writers[request.to].extensions
  const places = outputPlaces(expanded, { ...request, extension, logName: messages.conversion.log.name })
  const tables: ConvertedTable[] = []
  for (const place of places) {
    // Small files are read at once: without a pause between them, an interruption would wait for the last.
    await new Promise(setImmediate)
    const table = await attempt(place.source, () => convertOne(place, { request, optionsOf, messages, run }))
    if (table !== undefined) tables.push(table)
  }
  if (tables.length === 0) return 0
  if (request.writeMapping !== undefined) {
    const mapping = mappingOf(tables, request.conversion.acceptGuesses)
    await writeMapping(request.writeMapping, mapping, messages, request.force)
  }
  const report = buildReport(tables, process.uptime() - started)
  await writeReports(report, request, run, places.some(({ output }) => output === '-') && !request.dryRun)
  return fails(report, request.failOn) ? 1 : 0
}

/** With the schema that is named, for all sources, or the one of its tables that each is; else with that of each by its labels. */
async function optionsFinder(
  request: ConvertRequest,
  flags: ConvertFlags,
  run: CommandRun,
): Promise<(source: Source) => ConvertOptions | Promise<ConvertOptions>> {
  const { schema: ref, table } = request
  if (ref === undefined) {
    const { schemaChooser } = await import('../chooseSchema.js')
    const schemaOf = schemaChooser(flags, run, table)
    return async (source) => readOptions(request, await schemaOf(source))
  }
  const loaded = await withRegistry(flags, run, (registry) => loadTables(ref, registry))
  if (loaded.package !== undefined) {
    const { tableChooser } = await import('../chooseTable.js')
    const schemaOf = tableChooser(loaded.package, run, table)
    return async (source) => readOptions(request, await schemaOf(source))
  }
  const options = await readOptions(request, loaded.table)
  return () => options
}

/** Throws `ScdlError`: a table that is no lookup or no mapping, a field that the schema does not have. */
async function readOptions(request: ConvertRequest, schema: LoadedSchema): Promise<ConvertOptions> {
  const fields = schema.schema.fields.map(({ name }) => name)
  const { mapping, lookups } = request
  const tables = lookups.map(async ({ field, path, ...columns }) => [
    field,
    await readLookup(await openSource(path), columns, nodePlatform),
  ])
  const options: ConvertOptions = {
    ...request.table,
    ...request.conversion,
    schema,
    platform: nodePlatform,
    lookups: Object.fromEntries(await Promise.all(tables)),
    ...(mapping !== undefined && { mapping: await readMapping(await openSource(mapping), fields, nodePlatform) }),
  }
  checkWishes(options)
  return options
}
