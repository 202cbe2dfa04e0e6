// Which table of a data package a file is taken for: said where neither its place nor its name shows it.
import { ScdlError } from '../core/error.js'
import type { Source } from '../core/source.js'
import { type ChooseOptions, chooseTable } from '../dataPackage/chooseTable.js'
import { type LoadedPackage, schemaOf } from '../dataPackage.js'
import { nodePlatform } from '../node/platform.js'
import type { LoadedSchema, ValidateOptions } from '../validateOptions.js'
import type { CommandRun } from './commandRun.js'

type Reading = Pick<ValidateOptions, 'format' | 'headerRow'>

/** undefined: of a file that was not named, and is none. Throws `ScdlError`: `no-such-table`, `resource-without-schema`, what kept the schema from being read. */
export async function tableOfFile(
  path: string,
  loaded: LoadedPackage,
  run: CommandRun,
  { open, isNamed, format, headerRow }: Reading & Pick<ChooseOptions, 'open' | 'isNamed'>,
): Promise<{ schema: LoadedSchema; resource: string } | undefined> {
  const { facts, tables } = loaded
  const choice = await chooseTable(path, tables, {
    open,
    isNamed,
    platform: nodePlatform,
    ...(format !== undefined && { format }),
    ...(headerRow !== undefined && { headerRow }),
  })
  if (choice === undefined && isNamed) throw noSuchTable(path, loaded)
  if (choice === undefined) return undefined
  const { table, by } = choice
  const schema = schemaOf(table, facts)
  const details = { path, package: facts.name, resource: table.name, by }
  if (by === 'header' || by === 'only') await run.note({ code: 'resource-chosen', details })
  return { schema, resource: table.name }
}

/** Of a source its table. The function throws as `tableOfFile`. */
export function tableChooser(loaded: LoadedPackage, run: CommandRun, reading: Reading): (source: Source) => Promise<LoadedSchema> {
  return async (source) => {
    const found = await tableOfFile(source.name, loaded, run, { ...reading, isNamed: true, open: async () => source })
    if (found === undefined) throw noSuchTable(source.name, loaded)
    return found.schema
  }
}

/** Why the file is none of the tables: where no schema of the package can be had, the reason of the first. */
export function noSuchTable(path: string, { facts, tables }: LoadedPackage): ScdlError {
  const faults = tables.flatMap(({ fault }) => fault ?? [])
  if (faults[0] !== undefined && faults.length === tables.length) return faults[0]
  return new ScdlError('no-such-table', { path, ref: facts.name, known: tables.map(({ name }) => name) })
}
