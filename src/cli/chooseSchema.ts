// The schema of a source where the request names none: the one that its labels clearly come from.
import { ScdlError } from '../core/error.js'
import type { SchemaMatch } from '../core/inspectionTypes.js'
import type { Source } from '../core/source.js'
import { detectTableSchemas, type InspectOptions } from '../inspect.js'
import { nodePlatform } from '../node/platform.js'
import { schemaCandidates } from '../node/schemaCandidates.js'
import type { LoadedSchema } from '../validateOptions.js'
import type { CommandRun } from './commandRun.js'
import { loadSchema } from './loadSchema.js'
import { type RegistryFlags, withRegistry } from './registryFlags.js'

/**
 * Of a source its schema, said in a notice. It is resolved as if its name had been given, once for all sources that have it.
 * The function throws `ScdlError('schema-required')` with the likeliest ones, where none is clear.
 */
export function schemaChooser(
  flags: RegistryFlags,
  run: CommandRun,
  reading: Pick<InspectOptions, 'format' | 'headerRow'>,
): (source: Source) => Promise<LoadedSchema> {
  const loaded = new Map<string, Promise<LoadedSchema>>()
  let candidates: Promise<LoadedSchema[]> | undefined

  return async (source) => {
    candidates ??= withRegistry(flags, run, schemaCandidates)
    const detection = await detectTableSchemas(source, { ...reading, candidates: await candidates, platform: nodePlatform })
    if (detection === undefined) throw new ScdlError('schema-required', { path: source.name, unreadable: true })
    const { matches, clear } = detection
    if (clear === undefined) throw new ScdlError('schema-required', { path: source.name, candidates: matches.map(({ name }) => name) })
    const { name } = clear
    const known = loaded.get(name) ?? withRegistry(flags, run, (registry) => loadSchema(name, registry)).then(asDetected)
    loaded.set(name, known)
    const schema = await known
    await run.note({ code: 'schema-detected', details: noticeDetails(source, schema.facts.version, clear) })
    return schema
  }
}

const asDetected = ({ facts, ...schema }: LoadedSchema): LoadedSchema => ({ ...schema, facts: { ...facts, detected: true } })

const noticeDetails = (source: Source, version: string | undefined, { name, matched, columns }: SchemaMatch) => ({
  path: source.name,
  name,
  ...(version !== undefined && { version }),
  matched: matched.length,
  columns,
})
