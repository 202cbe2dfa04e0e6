// A schema of a table by what the user calls it, read.
import { ScdlError } from '../core/error.js'
import type { Registry } from '../node/registry/registry.js'
import type { ResolvedSchema } from '../node/resolvedSchema.js'
import { resolveSchema } from '../node/resolveSchema.js'
import { readDescriptor } from '../readDescriptor.js'
import { type Descriptor, isDescriptor } from '../schema/descriptor.js'
import type { LoadedSchema } from '../validate.js'
import type { LoadedJsonSchema, ReadJsonSchemaOptions } from '../validateJson.js'

/** Throws `ScdlError`: whatever resolving and reading do, with `ref` as the path where they do not know it. */
export async function loadSchema(ref: string, registry?: Registry): Promise<LoadedSchema> {
  return readTable(await resolveSchema(ref, registry === undefined ? {} : { registry }), ref)
}

/** A schema of one kind or the other. */
export type AnySchema = { table: LoadedSchema; json?: never } | { table?: never; json: LoadedJsonSchema; parts: JsonSchemaParts }

/** What `readJsonSchema` reads, as plain data: another thread can read it too. */
export interface JsonSchemaParts {
  descriptor: Descriptor
  options: ReadJsonSchemaOptions
}

/** As `loadSchema`, whatever kind of data the schema is for. */
export async function loadAnySchema(ref: string, registry?: Registry): Promise<AnySchema> {
  const resolved = await resolveSchema(ref, { kinds: ['tableschema', 'jsonschema'], ...(registry !== undefined && { registry }) })
  const { descriptor, facts, address } = resolved
  if (resolved.kind !== 'jsonschema' || !isDescriptor(descriptor)) return { table: readTable(resolved, ref) }
  const { fetchReferences } = await import('../node/fetchReferences.js')
  const { readJsonSchema } = await import('../validateJson.js')
  try {
    const documents = await fetchReferences(descriptor, address, registry)
    const options = { facts, documents, ...(address !== undefined && { address }) }
    return { json: await readJsonSchema(descriptor, options), parts: { descriptor, options } }
  } catch (error) {
    throw error instanceof ScdlError ? withPath(error, ref) : error
  }
}

function readTable({ descriptor, kind, facts, aliases }: ResolvedSchema, ref: string): LoadedSchema {
  if (kind !== 'tableschema') throw new ScdlError('schema-type', { ref: facts.name, type: kind, title: facts.title })
  try {
    return readDescriptor(descriptor, facts, aliases)
  } catch (error) {
    throw error instanceof ScdlError ? withPath(error, ref) : error
  }
}

/** What reads bytes or descriptors does not know where they come from. */
export const withPath = (error: ScdlError, path: string): ScdlError =>
  new ScdlError(error.code, { path, ...error.details }, { cause: error })
