// The keys of other tables of a package, read from their files when the first table that refers to them is checked.
import { collectKeys } from '../../../collectKeys.js'
import { ScdlError } from '../../../core/error.js'
import type { ReferencedKeys } from '../../../core/keyCollector.js'
import type { KeyStore } from '../../../core/keys.js'
import { nodePlatform } from '../../../node/platform.js'
import { openSource } from '../../../node/sources.js'
import type { KeysFinder, ReferencedFile, ReferencedTable } from './planFiles.js'

type Keys = readonly (KeyStore | undefined)[]

/** Each file is read once, whoever asks: its keys stay until the finder goes. */
export function keysFinder(): KeysFinder {
  const known = new Map<string, Promise<Keys>>()
  const keysOf = (file: ReferencedFile, { keys }: ReferencedTable): Promise<Keys> => {
    const id = `${file.path}\n${JSON.stringify(keys)}`
    const found = known.get(id) ?? readKeys(file, keys)
    known.set(id, found)
    return found
  }
  return async (tables) => {
    const stores = new Map<string, Keys[]>()
    for (const table of tables) stores.set(table.resource, await Promise.all(table.files.map((file) => keysOf(file, table))))
    return finderIn(tables, stores)
  }
}

/** A table in several files has the keys of all; where one of them does not tell, nothing is known. */
function finderIn(tables: readonly ReferencedTable[], stores: ReadonlyMap<string, readonly Keys[]>): ReferencedKeys {
  return ({ resource, referenced }) => {
    const keys = tables.find((table) => table.resource === resource)?.keys ?? []
    const place = keys.findIndex((fields) => JSON.stringify(fields) === JSON.stringify(referenced))
    const parts = (stores.get(resource) ?? []).map((part) => part[place])
    const [only, ...others] = parts
    if (only === undefined || others.length === 0) return only
    if (others.includes(undefined)) return undefined
    return {
      find(bytes, start, end) {
        for (const part of parts) {
          const row = part?.find(bytes, start, end) ?? 0
          if (row !== 0) return row
        }
        return 0
      },
    }
  }
}

async function readKeys({ path, source, schema, options }: ReferencedFile, keys: ReferencedTable['keys']): Promise<Keys> {
  const { format, headerRow, sheet, ignoreHeaderCase } = options
  const reading = {
    ...(format !== undefined && { format }),
    ...(headerRow !== undefined && { headerRow }),
    ...(sheet !== undefined && { sheet }),
    ...(ignoreHeaderCase !== undefined && { ignoreHeaderCase }),
  }
  try {
    return await collectKeys(source ?? (await openSource(path)), { ...reading, schema, platform: nodePlatform }, keys)
  } catch (error) {
    // Its own check tells why it cannot be read.
    if (error instanceof ScdlError) return []
    throw error
  }
}
