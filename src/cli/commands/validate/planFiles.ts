// What is to be done with each file: settled before any table is read.
import type { TableReport } from '../../../core/reportTypes.js'
import type { Source } from '../../../core/source.js'
import { fileSize, openSource } from '../../../node/sources.js'
import type { ValidateOptions } from '../../../validate.js'
import type { Attempt } from '../../attempt.js'
import type { AnySchema } from '../../loadSchema.js'

/** A file that the run is about. */
export interface PlannedFile {
  /** As for `openSource`. */
  path: string
  /** The schema, or what finds it from the file. */
  schema: AnySchema | ((source: Source) => Promise<AnySchema>)
  options: TableOptions
}

/** How a file is checked, without what belongs to the thread that checks it. */
export type TableOptions = Omit<ValidateOptions, 'schema' | 'platform' | 'onProgress'>

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
}

/** What became of a file. */
export type Outcome = { table: TableReport } | { error: unknown }

/** The files at these places, each with its schema. Those of which it cannot be found are left out, which is told. */
export async function planFiles(files: readonly PlannedFile[], places: readonly number[], attempt: Attempt): Promise<FilePlan[]> {
  const plan: FilePlan[] = []
  for (const place of places) {
    const { path, schema, options } = files[place]!
    if (typeof schema === 'function') {
      const found = await attempt(path, async () => {
        const source = await openSource(path)
        return { schema: await schema(source), ...(fileSize(path) === undefined && { source }) }
      })
      if (found !== undefined) plan.push({ path, place, options, ...found })
    } else plan.push({ path, place, options, schema })
  }
  return plan
}
