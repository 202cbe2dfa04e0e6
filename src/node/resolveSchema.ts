// From what the user calls a schema to its descriptor.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { SchemaFacts } from '../core/reportTypes.js'
import { readFault } from './fileFault.js'
import { lineOfJsonFault } from './jsonFault.js'
import { chooseVersion, readSchemaReference, type SchemaReference } from './schemaReference.js'

export interface ResolvedSchema {
  /** As the file has it: nothing is known of it but that it is JSON. */
  descriptor: unknown
  facts: SchemaFacts
  /** By field name: the labels that real files give it. */
  aliases?: Readonly<Record<string, readonly string[]>>
}

/** One place where schemas are kept; undefined: the reference is not for it, or it does not have the schema. */
export type SchemaResolver = (reference: SchemaReference, text: string) => Promise<ResolvedSchema | undefined>

/** `standards/index.json`: what the package ships, by `owner/name`. */
type Catalogue = Readonly<Record<string, { title: string; versions: readonly string[] }>>

const MAX_DESCRIPTOR_BYTES = 10 * 1024 * 1024

/** In the order in which they are asked. */
const resolvers: readonly SchemaResolver[] = [fromUrl, fromPath, fromShipped]

/**
 * The schema that `text` names: a path, or the name of a shipped one.
 * Throws `ScdlError`: unknown (with the nearest names), ambiguous (with the candidates), no such file, not JSON (with the line).
 */
export async function resolveSchema(text: string): Promise<ResolvedSchema> {
  const reference = readSchemaReference(text)
  for (const resolver of resolvers) {
    const found = await resolver(reference, text)
    if (found !== undefined) return found
  }
  throw new ScdlError('unknown-schema', { ref: text, ...nearestNames(reference) })
}

async function fromUrl(reference: SchemaReference): Promise<undefined> {
  if (reference.kind === 'url') throw new ScdlError('unsupported-source', { path: reference.url })
}

async function fromPath(reference: SchemaReference): Promise<ResolvedSchema | undefined> {
  if (reference.kind !== 'path') return undefined
  const descriptor = readJson(reference.path)
  return { descriptor, facts: { name: reference.path, origin: 'path' } }
}

async function fromShipped(reference: SchemaReference, text: string): Promise<ResolvedSchema | undefined> {
  if (reference.kind !== 'name') return undefined
  const catalogue = readCatalogue()
  const candidates = Object.keys(catalogue).filter((name) => isNamed(name, reference))
  if (candidates.length > 1) throw new ScdlError('ambiguous-schema', { ref: text, candidates })
  const name = candidates[0] ?? ''
  const versions = catalogue[name]?.versions
  if (versions === undefined) return undefined
  const version = chooseVersion(versions, reference.version)
  if (version === undefined) throw new ScdlError('unknown-schema', { ref: text, name, versions })
  const descriptor = readJson(new URL(`${name}/${version}/schema.json`, standards()))
  const aliases = new URL(`${name}/aliases.json`, standards())
  return {
    descriptor,
    facts: { name, version, origin: 'shipped' },
    ...(existsSync(aliases) && { aliases: readJson(aliases) as Record<string, string[]> }),
  }
}

const isNamed = (name: string, { owner, name: short }: { owner?: string; name: string }): boolean =>
  owner === undefined ? name.endsWith(`/${short}`) : name === `${owner}/${short}`

/** The schemas of the package, as `owner/name`. */
export const shippedNames = (): string[] => Object.keys(readCatalogue())

function nearestNames(reference: SchemaReference) {
  const known = shippedNames()
  if (reference.kind !== 'name') return { known }
  const asked = reference.owner === undefined ? reference.name : `${reference.owner}/${reference.name}`
  const byName = new Map(known.flatMap((name) => [[name, name] as const, [name.slice(name.indexOf('/') + 1), name] as const]))
  const found = nearest(asked, [...byName.keys()])
  return { known, nearest: found === undefined ? undefined : byName.get(found) }
}

let catalogue: Catalogue | undefined
function readCatalogue(): Catalogue {
  catalogue ??= readJson(new URL('index.json', standards())) as Catalogue
  return catalogue
}

/** The folder of the package; this module runs from `src/` and from several depths of `dist/`. */
function standards(): URL {
  for (const up of ['../', '../../']) {
    const folder = new URL(`${up}standards/`, import.meta.url)
    if (existsSync(folder)) return folder
  }
  throw new Error('the folder `standards` of the package is missing')
}

function readJson(file: string | URL): unknown {
  const path = String(file)
  const text = readDescriptorText(file, path)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ScdlError('schema-not-json', { path, line: lineOfJsonFault(text) }, { cause })
  }
}

/** Read at once: descriptors are small, and nothing else can be done before. */
function readDescriptorText(file: string | URL, path: string): string {
  try {
    if (statSync(file).size > MAX_DESCRIPTOR_BYTES)
      throw new ScdlError('limit-exceeded', { path, limit: 'schemaBytes', value: MAX_DESCRIPTOR_BYTES })
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw readFault(error, path)
  }
}
