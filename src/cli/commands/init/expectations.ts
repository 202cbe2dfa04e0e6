// What a folder's name says of the tables in it: the columns that hold the number it is named after, in every row.
import { ScdlError } from '../../../core/error.js'
import type { Configuration } from '../../../node/configuration/configuration.js'
import { entryFinder } from '../../../node/configuration/fileEntries.js'
import { nodePlatform } from '../../../node/platform.js'
import { openSource } from '../../../node/sources.js'
import { validate } from '../../../validate.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import type { ProposedEntry } from './proposeEntries.js'

/** As many tables are looked at: the others are taken to be alike. */
const MOST_TABLES = 20

/** By field of the schema, `{siren}*`; undefined: nothing can be expected. `folder`: of the configuration. */
export async function expectationsOf(
  entry: ProposedEntry,
  folder: string,
  schema: LoadedSchema,
): Promise<Readonly<Record<string, string>> | undefined> {
  const [capture] = /\{siren\}|\{siret\}/.exec(entry.match) ?? []
  if (capture === undefined) return undefined
  const expected = capture === '{siren}' ? '{siren}*' : capture
  const found: Record<string, string> = {}
  for (const { name } of schema.schema.fields.filter((field) => isNumberOfBody(field.name, schema))) {
    const settings: Configuration['settings'] = { files: [{ match: entry.match, schema: '', expect: { [name]: expected } }] }
    if (await isMet(name, entry.ways, { path: '', folder, settings }, schema)) found[name] = expected
  }
  return Object.keys(found).length > 0 ? found : undefined
}

function isNumberOfBody(field: string, { schema }: LoadedSchema): boolean {
  const checked = schema.checks.some(({ name, params }) => /sire[nt]/.test(name) && params.column === field)
  return checked || /sire[nt]|attribuant/i.test(field)
}

async function isMet(field: string, ways: readonly string[], configuration: Configuration, schema: LoadedSchema): Promise<boolean> {
  const entryOf = entryFinder(configuration)
  for (const way of ways.slice(0, MOST_TABLES)) {
    const path = `${configuration.folder}/${way}`
    try {
      const expected = entryOf(path)?.expected ?? {}
      const { columns, counts } = await validate(await openSource(path), { schema, expected, maxDiagnostics: 1, platform: nodePlatform })
      const filled = columns.find((column) => column.field === field)?.filled ?? 0
      if (filled === 0 || counts.some(({ code }) => code === 'cell/expected')) return false
    } catch (error) {
      if (!(error instanceof ScdlError)) throw error
      return false
    }
  }
  return true
}
