// The keys of a table, for the tables of its package that refer to it: the table is read for them alone.
import { KeyCollector } from './core/keyCollector.js'
import { KeyStore } from './core/keys.js'
import type { Source } from './core/source.js'
import { examine } from './validate.js'
import type { LoadedSchema, ValidateOptions } from './validateOptions.js'

export type ReadingOptions = Pick<ValidateOptions, 'schema' | 'platform' | 'format' | 'headerRow' | 'sheet' | 'ignoreHeaderCase'>

/**
 * Of each key, given by its fields, the values that the table has; undefined where a column is absent. What is wrong with the table is
 * said by its own validation. Throws as `validate`. Reads the source once, twice when its encoding turns out not to be UTF-8.
 */
export async function collectKeys(
  source: Source,
  options: ReadingOptions,
  keys: readonly (readonly string[])[],
): Promise<(KeyStore | undefined)[]> {
  let stores: (KeyStore | undefined)[] = keys.map(() => undefined)
  const schema = forKeys(options.schema, new Set(keys.flat()))
  await examine(
    source,
    { ...options, schema, hints: false, maxDiagnostics: 1 },
    {
      // Asked again where reading starts again: what was read until then does not count.
      follow({ columns = [], unchecked }) {
        const collectors = keys.flatMap((fields, place) => {
          const found = fields.flatMap((name) => columns.find(({ names, provisional }) => names.field === name && !provisional) ?? [])
          return found.length === fields.length && !unchecked ? [{ place, store: new KeyStore(), columns: found }] : []
        })
        stores = keys.map((_, place) => collectors.find((collector) => collector.place === place)?.store)
        const readers = collectors.map(({ columns, store }) => new KeyCollector(columns, store))
        return (batch, firstRow) => {
          for (const reader of readers) reader.read(batch, firstRow)
        }
      },
    },
  )
  return stores
}

/** The same labels are looked for, but nothing is checked. */
function forKeys({ schema, ...loaded }: LoadedSchema, keys: ReadonlySet<string>): LoadedSchema {
  const fields = schema.fields.map((field) =>
    keys.has(field.name)
      ? { ...field, constraints: {} }
      : { ...field, type: 'any', format: 'default', constraints: {}, missingValues: [''], options: {} },
  )
  return { ...loaded, faults: [], schema: { ...schema, fields, primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [] } }
}
