// The plan of a run against a data package: which of its tables each file stands for, and which other files it refers to.
import type { ForeignKey } from '../../../core/schema.js'
import type { Source } from '../../../core/source.js'
import type { LoadedPackage } from '../../../dataPackage.js'
import { fileSize, openSource } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import { noSuchTable, tableOfFile } from '../../chooseTable.js'
import type { CommandRun } from '../../commandRun.js'
import type { PlannedFile, ReferencedFile, ReferencedTable, TableOptions } from './planFiles.js'

export interface PackageRun {
  run: CommandRun
  attempt: Attempt
  /** The user named this very file: it must be one of the tables. */
  isNamed(path: string): boolean
  /** All files of the package should be there: tables without any are told. */
  isWhole: boolean
}

/** A file that is one of the tables. */
interface ChosenFile extends ReferencedFile {
  resource: string
}

/** In the order of the report. Files that are none of the tables, and tables that no file stands for, are told. */
export async function planPackage(
  files: readonly { path: string; options: TableOptions }[],
  loaded: LoadedPackage,
  { run, attempt, isNamed, isWhole }: PackageRun,
): Promise<PlannedFile[]> {
  const chosen: ChosenFile[] = []
  const strangers: string[] = []
  for (const file of files) {
    const found = await attempt(file.path, () => choose(file, loaded, run, isNamed(file.path)))
    if (found === 'none') strangers.push(file.path)
    else if (found !== undefined) chosen.push(found)
  }
  const { name: ref } = loaded.facts
  const [first] = strangers
  if (first !== undefined && chosen.length === 0) throw noSuchTable(first, loaded)
  if (first !== undefined)
    await run.note({ code: 'files-without-resource', details: { package: ref, files: strangers.length, path: first } })
  const resources = absentTables(loaded, chosen)
  if (isWhole && resources.length > 0 && chosen.length > 0)
    await run.note({ code: 'resources-absent', details: { package: ref, resources } })
  return withReferences(chosen)
}

const absentTables = ({ tables }: LoadedPackage, chosen: readonly ChosenFile[]): string[] =>
  tables.map(({ name }) => name).filter((name) => !chosen.some(({ resource }) => resource === name))

/** `none`: a file of a folder that is none of the tables. */
async function choose(
  { path, options }: { path: string; options: TableOptions },
  loaded: LoadedPackage,
  run: CommandRun,
  isNamed: boolean,
): Promise<ChosenFile | 'none'> {
  const opened: Pick<ReferencedFile, 'source'> = {}
  async function open(): Promise<Source> {
    const source = await openSource(path)
    // What is no file can be opened only once.
    if (fileSize(path) === undefined) opened.source = source
    return source
  }
  const choice = await tableOfFile(path, loaded, run, { ...options, open, isNamed })
  return choice === undefined ? 'none' : { path, options, ...choice, ...opened }
}

/** Each with the files of the tables that its foreign keys refer to. */
function withReferences(chosen: readonly ChosenFile[]): PlannedFile[] {
  const keys = chosen.flatMap(({ schema }) => schema.schema.foreignKeys)
  const referenced = new Map<string, ReferencedTable>()
  for (const { resource } of keys) {
    const files = chosen.filter((file) => file.resource === resource)
    if (files.length > 0 && !referenced.has(resource)) referenced.set(resource, { resource, keys: keysInto(resource, keys), files })
  }
  return chosen.map(({ path, options, source, schema }) => {
    const names = new Set(schema.schema.foreignKeys.map(({ resource }) => resource))
    const references = [...referenced.values()].filter(({ resource }) => names.has(resource))
    return {
      path,
      options,
      schema: { table: schema },
      ...(source !== undefined && { source }),
      ...(references.length > 0 && { references }),
    }
  })
}

/** All that is asked of a table: it is read for them once. */
function keysInto(resource: string, keys: readonly ForeignKey[]): (readonly string[])[] {
  const into = keys.filter((key) => key.resource === resource).map(({ referenced }) => referenced)
  return [...new Map(into.map((fields) => [JSON.stringify(fields), fields])).values()]
}
