// A table in memory, converted, with every change that was told.
import { type ConvertedTable, type ConvertOptions, convert } from '../../src/convert.js'
import type { Change } from '../../src/core/change.js'
import { type LoadedSchema, readDescriptor } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

export interface Converted {
  table: ConvertedTable
  conversion: ConvertedTable['conversion']
  bytes: Uint8Array
  text: string
  changes: Change[]
}

export type Wishes = Omit<ConvertOptions, 'schema' | 'output' | 'onChanges'>

export async function convertText(
  content: Uint8Array | string,
  schema: LoadedSchema,
  wishes: Wishes = {},
  name = 'table.csv',
): Promise<Converted> {
  const chunks: Uint8Array[] = []
  const changes: Change[] = []
  const table = await convert(memorySource(content, name), {
    schema,
    ...wishes,
    async output(written) {
      for await (const chunk of written) chunks.push(chunk.slice())
    },
    onChanges: (told) => void changes.push(...told),
  })
  const bytes = Buffer.concat(chunks)
  return { table, conversion: table.conversion, bytes, text: bytes.toString('utf8'), changes }
}

/** `fields`: by name, what the descriptor says beside the name. */
export function schemaOf(fields: Record<string, object>, rest: object = {}): LoadedSchema {
  return readDescriptor({ fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })), ...rest })
}

/** What was changed, as `rule: before → after`. */
export const told = (changes: readonly Change[]): string[] => changes.map(({ rule, before, after }) => `${rule}: ${before} → ${after}`)
