// A data package by what the user calls it, with the schemas of its tables wherever they stand.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { ScdlError } from '../core/error.js'
import type { SchemaFacts } from '../core/reportTypes.js'
import { type LoadedPackage, type PlacedSchema, readDataPackage } from '../dataPackage.js'
import type { Resource } from '../schema/readPackage.js'
import { type KnownSchema, knownSchemas } from './knownSchemas.js'
import { pairTables } from './pairTables.js'
import type { Registry } from './registry/registry.js'
import type { ResolvedSchema } from './resolvedSchema.js'
import { type ResolveOptions, resolveSchema } from './resolveSchema.js'

/**
 * The data package that `text` names: a path, a URL, or the name of a registered one. A schema that cannot be had is the fault of its table.
 * Throws `ScdlError`: as `resolveSchema`, and `no-resources`, `limit-exceeded`.
 */
export async function resolvePackage(text: string, { registry }: Pick<ResolveOptions, 'registry'> = {}): Promise<LoadedPackage> {
  const resolved = await resolveSchema(text, { kinds: ['datapackage'], ...(registry !== undefined && { registry }) })
  return loadPackage(resolved, registry)
}

/** Where the schema of a resource stands, as its package writes it. */
export type SchemaFinder = (place: string, resource: Resource) => Promise<PlacedSchema>

export async function loadPackage(resolved: ResolvedSchema, registry: Registry | undefined): Promise<LoadedPackage> {
  const { descriptor, facts } = resolved
  return readDataPackage(descriptor, { facts, schemaAt: await schemaFinder(resolved, registry) })
}

/** What finds the schemas that the package gives by their places. */
export async function schemaFinder({ descriptor, facts, address }: ResolvedSchema, registry: Registry | undefined): Promise<SchemaFinder> {
  if (facts.origin === 'path') return besideFile(facts.name, registry)
  const known = registry === undefined ? [] : await tablesOf(facts.name, registry)
  const beside = besideAddress(address ?? facts.name, facts, registry)
  const { resources = [] } = descriptor as { resources?: readonly unknown[] }
  const entries = pairTables(resources, known)
  return async (place, resource) => {
    const entry = entries.get(resource.name)
    if (entry === undefined) return beside(place, resource)
    const version = facts.version !== undefined && entry.allVersions.includes(facts.version) ? `@${facts.version}` : ''
    return resolveSchema(`${entry.name}${version}`, registry === undefined ? {} : { registry })
  }
}

/** The catalogue gives the tables of a package names of their own. */
async function tablesOf(name: string, registry: Registry): Promise<KnownSchema[]> {
  return [...(await knownSchemas(registry)).values()].filter((schema) => schema.package === name)
}

/** A file of the package's own folder, or a URL. */
function besideFile(path: string, registry: Registry | undefined): SchemaFinder {
  const folder = dirname(resolve(path))
  return async (place) => {
    if (/^https?:\/\//i.test(place)) return unnamed(await resolveSchema(place, registry === undefined ? {} : { registry }))
    const file = placeWithin(folder, place)
    if (file === undefined || (existsSync(file) && !isReallyWithin(folder, file))) {
      throw new ScdlError('outside-package', { ref: path, reference: place })
    }
    return { descriptor: (await resolveSchema(file)).descriptor }
  }
}

/** undefined: a path that leads, or may lead on another system, out of the folder. https://datapackage.org/standard/security/ */
export function placeWithin(folder: string, place: string): string | undefined {
  const leadsOut = isAbsolute(place) || /^[a-z][a-z0-9+.-]*:/i.test(place) || place.includes('\\') || place.startsWith('~')
  if (leadsOut || place.split('/').includes('..')) return undefined
  return join(folder, place)
}

/** Links are followed. */
function isReallyWithin(folder: string, file: string): boolean {
  return realpathSync(file).startsWith(realpathSync(folder).replace(/[/\\]$/, '') + sep)
}

/** A neighbour of the package on its server, or another URL. */
function besideAddress(address: string, { name: ref, origin }: SchemaFacts, registry: Registry | undefined): SchemaFinder {
  return async (place) => {
    const url = URL.canParse(place, address) ? new URL(place, address) : undefined
    const isWhole = /^https?:\/\//i.test(place)
    const isBeside = url?.origin === new URL(address).origin && url.href.startsWith(new URL('.', address).href)
    if (url === undefined || !(isWhole || isBeside)) throw new ScdlError('outside-package', { ref, reference: place })
    // What stands beside a version of the registry stays as it is.
    const copy = isBeside && origin !== 'url' ? await registry?.descriptorAtHand(url) : undefined
    if (copy !== undefined) return { descriptor: copy.value }
    return unnamed(await resolveSchema(url.href, registry === undefined ? {} : { registry }))
  }
}

/** A URL that stands for a schema of the registry has its name; of any other the name is that of the package's table. */
const unnamed = ({ descriptor, facts, aliases }: ResolvedSchema): PlacedSchema =>
  facts.origin === 'url' ? { descriptor } : { descriptor, facts, ...(aliases !== undefined && { aliases }) }
