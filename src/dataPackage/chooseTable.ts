// Which table of a data package a file stands for.
import type { Source } from '../core/source.js'
import type { PackageTable } from '../dataPackage.js'
import { detectTableSchemas, type InspectOptions } from '../inspect.js'
import { stemOf } from '../schema/readPackage.js'
import type { LoadedSchema } from '../validateOptions.js'

/** `path`: where the package has it; `only`: there is no other. */
export type ChoiceProof = 'path' | 'name' | 'header' | 'only'

export interface TableChoice {
  table: PackageTable
  by: ChoiceProof
}

export interface ChooseOptions extends Pick<InspectOptions, 'format' | 'headerRow' | 'platform'> {
  /** Opens the file, where its name does not tell. */
  open(): Promise<Source>
  /** The user named this very file: it is the only table of a package, where there is no other. */
  isNamed: boolean
}

/** By where the file stands, else its name, else its header, else a part of its name. undefined: nothing tells. Throws as `open` and `inspect`. */
export async function chooseTable(path: string, tables: readonly PackageTable[], options: ChooseOptions): Promise<TableChoice | undefined> {
  const bySign = tableAt(path, tables) ?? tableNamed(path, tables)
  if (bySign !== undefined) return bySign
  const byHeader = await tableOfHeader(tables, options)
  if (byHeader !== undefined) return { table: byHeader, by: 'header' }
  const byPart = tableNamedIn(path, tables)
  if (byPart !== undefined) return { table: byPart, by: 'name' }
  const [only, ...others] = tables
  return only !== undefined && others.length === 0 && options.isNamed ? { table: only, by: 'only' } : undefined
}

const plainPath = (path: string): string => path.normalize().replaceAll('\\', '/').replace(/^\.\//, '')
const lastSegment = (path: string): string =>
  plainPath(path)
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')

/** The longest path of the package that ends the file's; else the only one that has the same last segment. */
function tableAt(path: string, tables: readonly PackageTable[]): TableChoice | undefined {
  const file = `/${plainPath(path)}`
  const placed = tables.flatMap((table) => table.paths.map((place) => ({ table, place: plainPath(place) })))
  const ending = placed.filter(({ place }) => place !== '' && file.endsWith(`/${place}`))
  const [longest] = ending.sort((a, b) => b.place.length - a.place.length)
  if (longest !== undefined) return { table: longest.table, by: 'path' }
  const alike = new Set(placed.filter(({ place }) => lastSegment(place) === lastSegment(path)).map(({ table }) => table))
  const [table] = alike
  return table !== undefined && alike.size === 1 ? { table, by: 'path' } : undefined
}

const words = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function tableNamed(path: string, tables: readonly PackageTable[]): TableChoice | undefined {
  const stem = words(stemOf(path))
  const table = tables.find(({ name }) => words(name) === stem)
  return table && { table, by: 'name' }
}

/** `irve-statique-2024.csv`. The longest name; none where two are as long. */
function tableNamedIn(path: string, tables: readonly PackageTable[]): PackageTable | undefined {
  const stem = `-${words(stemOf(path))}-`
  const named = tables.filter(({ name }) => words(name) !== '' && stem.includes(`-${words(name)}-`))
  const longest = Math.max(0, ...named.map(({ name }) => words(name).length))
  const [table, ...others] = named.filter(({ name }) => words(name).length === longest)
  return others.length === 0 ? table : undefined
}

/** Within a package there are few tables to choose from: less is needed than among all schemas there are. */
const LEAST_SCORE = 0.4
const LEAST_LEAD = 0.15

async function tableOfHeader(tables: readonly PackageTable[], { open, isNamed: _, ...reading }: ChooseOptions) {
  const candidates = tables.flatMap(({ name, schema }) => (schema === undefined ? [] : [asCandidate(name, schema)]))
  if (candidates.length === 0) return undefined
  const detection = await detectTableSchemas(await open(), { ...reading, candidates })
  const [first, second] = detection?.matches ?? []
  if (first === undefined || first.score < LEAST_SCORE || first.score - (second?.score ?? 0) < LEAST_LEAD) return undefined
  return tables.find(({ name }) => name === first.name)
}

const asCandidate = (name: string, { facts, ...loaded }: LoadedSchema): LoadedSchema => ({ ...loaded, facts: { ...facts, name } })
