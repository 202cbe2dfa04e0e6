// Which schema each table of a folder follows, told from its header.
import { ScdlError } from '../../../core/error.js'
import { detectTableSchemas } from '../../../inspect.js'
import { nodePlatform } from '../../../node/platform.js'
import { shippedCatalogue, shippedNames } from '../../../node/shippedStandards.js'
import { openSource } from '../../../node/sources.js'
import type { LoadedSchema } from '../../../validateOptions.js'

export interface InspectedTable {
  path: string
  /** As `--schema` takes it, with its version; absent: no schema is clearly the one. */
  schema?: string
  /** Columns whose field is known. */
  matched?: number
  /** How many fields the schema has. */
  fields?: number
}

export async function recogniseTable(path: string, candidates: readonly LoadedSchema[]): Promise<InspectedTable> {
  // An interruption is to be heard between two files.
  await new Promise(setImmediate)
  try {
    const detection = await detectTableSchemas(await openSource(path), { candidates, platform: nodePlatform })
    const clear = detection?.clear
    if (clear === undefined) return { path }
    return { path, schema: pinned(clear), matched: clear.matched.length, fields: clear.fields }
  } catch (error) {
    // A file that cannot be read is one that is not recognised: checking it will say why.
    if (!(error instanceof ScdlError)) throw error
    return { path }
  }
}

/** Without its owner where no other has a schema of that name. */
function pinned({ name, version }: { name: string; version?: string }): string {
  const short = name.slice(name.indexOf('/') + 1)
  const owners = [...new Set([...shippedNames(), ...shippedCatalogue().keys()])].filter((known) => known.endsWith(`/${short}`))
  const known = owners.length === 1 ? short : name
  return version === undefined ? known : `${known}@${version}`
}
