// What a thread does: it checks the files that it is sent, one after the other.

import type { Details } from '../../../core/diagnostic.js'
import type { RequestFault } from '../../../core/error.js'
import { ScdlError } from '../../../core/error.js'
import { type ShelvedTable, shelve } from '../../../node/shelf.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import type { AnySchema, JsonSchemaParts } from '../../loadSchema.js'
import { checkFile, openKeys } from './checkFile.js'
import type { ReferencedTable, TableOptions } from './planFiles.js'

/** A file to check. A schema is sent with the first file that needs it. */
export interface Task {
  path: string
  options: TableOptions
  schemaNumber: number
  schema?: SentSchema
  references?: readonly ReferencedTable[]
}

/** Plain data. */
export type SentSchema = { table: LoadedSchema } | { parts: JsonSchemaParts }

export type Answer =
  | { kind: 'ready' }
  | { kind: 'progress'; bytesRead: number }
  | { kind: 'table'; shelved: ShelvedTable }
  | { kind: 'fault'; code: RequestFault; details: Details }
  | { kind: 'defect'; stack: string }

/** The thread's end of its line to the others. */
export interface Port {
  on(event: 'message', listener: (task: Task) => void): unknown
  postMessage(answer: Answer): void
}

const PROGRESS_EVERY_SECONDS = 0.1

export function answerTasks(port: Port): void {
  const schemas: Promise<AnySchema>[] = []
  const keysOf = openKeys()
  let last = Promise.resolve()
  // They are sent before they can be begun.
  port.on('message', (task) => {
    last = last.then(() => answer(task))
  })
  port.postMessage({ kind: 'ready' })

  async function answer({ path, options, schemaNumber, schema: sent, references }: Task): Promise<void> {
    try {
      if (sent !== undefined) schemas[schemaNumber] = readSchema(sent)
      const schema = await schemas[schemaNumber]
      if (schema === undefined) throw new Error(`no schema ${schemaNumber}`)
      const table = await checkFile({ path, schema, options, ...(references && { references }) }, () => throttled(port), keysOf)
      port.postMessage({ kind: 'table', shelved: await shelve(table) })
    } catch (error) {
      if (error instanceof ScdlError) port.postMessage({ kind: 'fault', code: error.code, details: error.details })
      else port.postMessage({ kind: 'defect', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
}

async function readSchema(sent: SentSchema): Promise<AnySchema> {
  if ('table' in sent) return sent
  const { readJsonSchema } = await import('../../../validateJson.js')
  return { ...sent, json: await readJsonSchema(sent.parts.descriptor, sent.parts.options) }
}

function throttled(port: Port): (bytesRead: number) => void {
  let last = performance.now()
  return (bytesRead) => {
    const now = performance.now()
    if (now - last < PROGRESS_EVERY_SECONDS * 1000) return
    last = now
    port.postMessage({ kind: 'progress', bytesRead })
  }
}
