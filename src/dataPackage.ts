// A Data Package made ready: the schema of each of its tables.
import { nearest } from './core/editDistance.js'
import { ScdlError } from './core/error.js'
import type { SchemaFacts } from './core/reportTypes.js'
import { readDescriptor } from './readDescriptor.js'
import { isDescriptor } from './schema/descriptor.js'
import { type Resource, readPackage } from './schema/readPackage.js'
import type { LoadedSchema } from './validateOptions.js'

export interface LoadedPackage {
  facts: SchemaFacts
  description?: string
  homepage?: string
  tables: readonly PackageTable[]
}

/** A resource. Without `schema`, `fault` says why nothing can be checked against it; neither: the package gives it no schema. */
export interface PackageTable {
  name: string
  title?: string
  /** Of its data, from the package's folder, or URLs. */
  paths: readonly string[]
  schema?: LoadedSchema
  fault?: ScdlError
}

/** A schema that a package gives by its place. */
export interface PlacedSchema {
  descriptor: unknown
  /** Absent: it has no name of its own. */
  facts?: SchemaFacts
  aliases?: LoadedSchema['aliases']
}

export interface ReadDataPackageOptions {
  /** Of the package. */
  facts?: SchemaFacts
  /** Finds the schema of a resource that gives its place, a path or a URL. Without it such resources have none. Its `ScdlError`s concern the resource only. */
  schemaAt?(place: string, resource: Resource): Promise<PlacedSchema>
}

/**
 * Reads a Data Package descriptor (v1 or v2) with the schemas of its resources. A schema that cannot be had is the `fault` of its resource.
 * Throws `ScdlError`: `no-resources` when it is no package, `limit-exceeded`.
 */
export async function readDataPackage(
  descriptor: unknown,
  { facts: given, schemaAt }: ReadDataPackageOptions = {},
): Promise<LoadedPackage> {
  const { resources, name, title, version, description, homepage } = readPackage(descriptor)
  const facts: SchemaFacts = {
    ...(version !== undefined && { version }),
    ...(title !== undefined && { title }),
    ...(given ?? { name: name ?? '', origin: 'inline' }),
  }
  return {
    facts,
    ...(description !== undefined && { description }),
    ...(homepage !== undefined && { homepage }),
    tables: await Promise.all(resources.map((resource) => readTable(resource, facts, schemaAt))),
  }
}

async function readTable(resource: Resource, facts: SchemaFacts, schemaAt: ReadDataPackageOptions['schemaAt']): Promise<PackageTable> {
  const { name, title, paths, schema: written } = resource
  const table = { name, ...(title !== undefined && { title }), paths }
  if (written === undefined) return table
  try {
    const placed = isDescriptor(written) ? { descriptor: written } : await schemaAt?.(written, resource)
    return placed === undefined ? table : { ...table, schema: readSchemaOf(resource, placed, facts) }
  } catch (error) {
    if (error instanceof ScdlError) return { ...table, fault: error }
    throw error
  }
}

function readSchemaOf({ name, title, faults }: Resource, placed: PlacedSchema, facts: SchemaFacts): LoadedSchema {
  const own = placed.facts ?? { ...withoutTitle(facts), ...(title !== undefined && { title }), name: `${facts.name}#${name}` }
  const loaded = readDescriptor(placed.descriptor, { ...own, package: facts.name, resource: name }, placed.aliases)
  return { ...loaded, faults: [...loaded.faults, ...faults] }
}

const withoutTitle = ({ title: _title, newer: _newer, ...facts }: SchemaFacts): SchemaFacts => facts

/** Throws `ScdlError`: `unknown-resource`, `resource-without-schema`, and what kept its schema from being read. */
export function schemaOfResource({ facts, tables }: LoadedPackage, resource: string): LoadedSchema {
  const table = tables.find(({ name }) => name === resource)
  const known = tables.map(({ name }) => name)
  if (table === undefined) throw new ScdlError('unknown-resource', { ref: facts.name, resource, known, nearest: nearest(resource, known) })
  return schemaOf(table, facts)
}

export function schemaOf({ name, schema, fault }: PackageTable, facts: SchemaFacts): LoadedSchema {
  if (fault !== undefined) throw fault
  if (schema === undefined) throw new ScdlError('resource-without-schema', { ref: facts.name, resource: name })
  return schema
}
