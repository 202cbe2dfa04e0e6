// What is to be done with each file: settled before any table is read.
import type { ReferencedKeys } from '../../../core/keyCollector.js'
import type { TableReport } from '../../../core/reportTypes.js'
import type { Source } from '../../../core/source.js'
import { fileSize, openSource } from '../../../node/sources.js'
import type { LoadedSchema, ValidateOptions } from '../../../validateOptions.js'
import type { Attempt } from '../../attempt.js'
import type { AnySchema } from '../../loadSchema.js'

/** A file that the run is about. */
export interface PlannedFile {
  /** As for `openSource`. */
  path: string
  /** The schema, or what finds it from the file. */
  schema: AnySchema | ((source: Source) => Promise<AnySchema>)
  options: TableOptions
  /** Of what is no file, once it was opened. */
  source?: Source
  references?: readonly ReferencedTable[]
}

/** How a file is checked, without what belongs to the thread that checks it. */
export type TableOptions = Omit<ValidateOptions, 'schema' | 'platform' | 'referencedKeys' | 'onProgress'>

/** A file that this machine checks. Plain data save its source, so that another thread can have it. */
export interface FilePlan {
  path: string
  /** Among all files of the run, from 0. */
  place: number
  /** What it holds is one object for all files of the same schema: threads are sent it once. */
  schema: AnySchema
  options: TableOptions
  /** Of what is no file (standard input, a pipe, a download) once it was opened: it cannot be opened again, and no other thread can have it. */
  source?: Source
  references?: readonly ReferencedTable[]
}

/** A table of a package that foreign keys of a file refer to, with the files of the run that it consists of. */
export interface ReferencedTable {
  resource: string
  /** The fields of each key that is asked of it. */
  keys: readonly (readonly string[])[]
  files: readonly ReferencedFile[]
}

/** Plain data save its source. */
export interface ReferencedFile {
  path: string
  schema: LoadedSchema
  options: TableOptions
  source?: Source
}

/** Reads the keys of tables, where that was not done yet. */
export type KeysFinder = (tables: readonly ReferencedTable[]) => Promise<ReferencedKeys>

/** What became of a file. */
export type Outcome = { table: TableReport } | { error: unknown }

/** The files at these places, each with its schema. Those of which it cannot be found are left out, which is told. */
export async function planFiles(files: readonly PlannedFile[], places: readonly number[], attempt: Attempt): Promise<FilePlan[]> {
  const plan: FilePlan[] = []
  for (const place of places) {
    const { path, schema, options, ...rest } = files[place]!
    if (typeof schema === 'function') {
      const found = await attempt(path, async () => {
        const source = await openSource(path)
        return { schema: await schema(source), ...(fileSize(path) === undefined && { source }) }
      })
      if (found !== undefined) plan.push({ path, place, options, ...found })
    } else plan.push({ path, place, options, schema, ...rest })
  }
  return plan
}
