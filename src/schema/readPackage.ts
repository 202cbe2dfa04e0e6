// A Data Package descriptor: its tables, where their data and their schemas stand.
// https://specs.frictionlessdata.io/data-package/ (v1), https://datapackage.org/standard/data-package/ (v2)
import { ScdlError } from '../core/error.js'
import { type Descriptor, isAbsent, isDescriptor, isText, textProperties } from './descriptor.js'
import type { SchemaFault } from './schemaFault.js'

export interface DataPackage {
  name?: string
  title?: string
  description?: string
  version?: string
  homepage?: string
  resources: readonly Resource[]
}

export interface Resource {
  /** Its own, else that of its file; unlike that of any other. */
  name: string
  title?: string
  description?: string
  /** Of its data, from the package's folder, or URLs. */
  paths: readonly string[]
  /** A descriptor, or where it stands, from the package's folder; absent: any table is right. */
  schema?: Descriptor | string
  /** What stands beside the schema where it has no effect. */
  faults: readonly SchemaFault[]
}

/** Each may be a document to fetch. */
const MOST_RESOURCES = 100
const MOST_PATHS = 1000

/** Throws `ScdlError`: `no-resources`, `limit-exceeded`. */
export function readPackage(descriptor: unknown): DataPackage {
  const written = isDescriptor(descriptor) && Array.isArray(descriptor.resources) ? descriptor.resources.filter(isDescriptor) : []
  if (!isDescriptor(descriptor) || written.length === 0) throw new ScdlError('no-resources')
  if (written.length > MOST_RESOURCES) throw new ScdlError('limit-exceeded', { limit: 'resources', value: MOST_RESOURCES })
  const taken = new Set<string>()
  return {
    ...textProperties(descriptor, ['name', 'title', 'description', 'version', 'homepage']),
    resources: written.map((item, at) => readResource(item, at, taken)),
  }
}

function readResource(item: Descriptor, at: number, taken: Set<string>): Resource {
  const paths = (Array.isArray(item.path) ? item.path : [item.path]).filter(isText).slice(0, MOST_PATHS)
  const { schema } = item
  return {
    ...textProperties(item, ['title', 'description']),
    name: distinctName(isText(item.name) && item.name.trim() !== '' ? item.name.trim() : stemOf(paths[0] ?? ''), at, taken),
    paths,
    ...((isDescriptor(schema) || (isText(schema) && schema.trim() !== '')) && { schema }),
    // Some write the keys of a table beside its schema, where no program looks for them.
    faults: isAbsent(item.foreignKeys) ? [] : [{ code: 'schema/property', details: { property: 'foreignKeys' } }],
  }
}

/** A file without its folders and its ending. */
export const stemOf = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/(\.[a-z0-9]{1,5}){1,2}$/i, '')

function distinctName(name: string, at: number, taken: Set<string>): string {
  let found = name === '' ? `resource-${at + 1}` : name
  while (taken.has(found)) found += '-2'
  taken.add(found)
  return found
}
