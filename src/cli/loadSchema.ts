// A schema by what the user calls it, read.
import { ScdlError } from '../core/error.js'
import type { LoadedPackage } from '../dataPackage.js'
import type { Registry } from '../node/registry/registry.js'
import type { ResolvedSchema } from '../node/resolvedSchema.js'
import { resolveSchema } from '../node/resolveSchema.js'
import { splitResource } from '../node/schemaReference.js'
import { readDescriptor } from '../readDescriptor.js'
import { type Descriptor, isDescriptor } from '../schema/descriptor.js'
import type { LoadedJsonSchema, ReadJsonSchemaOptions } from '../validateJson.js'
import type { LoadedSchema } from '../validateOptions.js'

/** A schema that a file is checked against, of one kind or the other. */
export type AnySchema = { table: LoadedSchema; json?: never } | { table?: never; json: LoadedJsonSchema; parts: JsonSchemaParts }

/** A schema, or several of which each file has one. */
export type SchemaOrPackage = (AnySchema & { package?: never }) | { table?: never; json?: never; package: LoadedPackage }

/** What `readJsonSchema` reads, as plain data: another thread can read it too. */
export interface JsonSchemaParts {
  descriptor: Descriptor
  options: ReadJsonSchemaOptions
}

/**
 * A schema of a table; of a data package the one that `#…` names, or the only one. Throws `ScdlError`: whatever resolving and reading do,
 * with `ref` as the path where they do not know it.
 */
export async function loadSchema(ref: string, registry?: Registry): Promise<LoadedSchema> {
  const loaded = await loadTables(ref, registry)
  if (loaded.table !== undefined) return loaded.table
  const { facts, tables } = loaded.package
  const [only, ...others] = tables
  const { schemaOf } = await import('../dataPackage.js')
  if (only !== undefined && others.length === 0) return schemaOf(only, facts)
  const { name, title } = facts
  throw new ScdlError('schema-type', { ref: name, type: 'datapackage', title, tables: tables.map((table) => `${ref}#${table.name}`) })
}

/** As `loadSchema`, or a data package as a whole where `#…` does not name one of its tables. */
export async function loadTables(
  ref: string,
  registry?: Registry,
): Promise<{ table: LoadedSchema; package?: never } | { table?: never; package: LoadedPackage }> {
  const { resolved, resource } = await resolve(ref, ['tableschema', 'datapackage'], registry)
  return resolved.kind === 'datapackage' ? loadOfPackage(resolved, resource, registry) : { table: readTable(resolved, ref) }
}

/** As `loadSchema`, whatever kind of data the schema is for. */
export async function loadAnySchema(ref: string, registry?: Registry): Promise<SchemaOrPackage> {
  const { resolved, resource } = await resolve(ref, ['tableschema', 'jsonschema', 'datapackage'], registry)
  const { descriptor, facts, address } = resolved
  if (resolved.kind === 'datapackage') return loadOfPackage(resolved, resource, registry)
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

async function resolve(text: string, kinds: readonly ResolvedSchema['kind'][], registry: Registry | undefined) {
  const { ref, resource } = splitResource(text)
  const resolved = await resolveSchema(ref, { kinds, ...(registry !== undefined && { registry }) })
  if (resource !== undefined && resolved.kind !== 'datapackage')
    throw new ScdlError('unknown-resource', { ref: resolved.facts.name, resource })
  return { resolved, resource }
}

async function loadOfPackage(
  resolved: ResolvedSchema,
  resource: string | undefined,
  registry: Registry | undefined,
): Promise<{ table: LoadedSchema } | { package: LoadedPackage }> {
  const { loadPackage } = await import('../node/resolvePackage.js')
  try {
    const found = await loadPackage(resolved, registry)
    if (resource === undefined) return { package: found }
    const { schemaOfResource } = await import('../dataPackage.js')
    return { table: schemaOfResource(found, resource) }
  } catch (error) {
    throw error instanceof ScdlError ? withPath(error, resolved.facts.name) : error
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
