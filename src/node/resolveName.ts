// The name of a schema to its descriptor: shipped, else a copy of an earlier day, else the registry.

import type { Details } from '../core/diagnostic.js'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { isDescriptor } from '../schema/descriptor.js'
import { type SchemaKind, schemaKindOf } from '../schema/schemaKind.js'
import { type KnownSchema, knownSchemas } from './knownSchemas.js'
import type { Registry } from './registry/registry.js'
import type { ResolvedSchema } from './resolvedSchema.js'
import { chooseVersion, isWholeVersion, newerVersion } from './schemaReference.js'
import { readAliases, readStandard, shippedNames } from './shippedStandards.js'

export interface SchemaName {
  owner?: string
  name: string
  version?: string
}

/** Whether what comes is what the catalogue says that it is. */
const isOfType =
  (type: string) =>
  (value: unknown): boolean =>
    isDescriptor(value) && (type === 'jsonschema' || type === 'datapackage' ? schemaKindOf(value) === type : Array.isArray(value.fields))

/**
 * At equal version what is shipped wins, then the copy at hand. A whole version that is at hand asks nobody. Otherwise the registry is
 * asked as its `asking` says; where it fails, what is at hand serves, and one notice says so.
 */
export async function resolveName(
  asked: SchemaName,
  text: string,
  registry: Registry | undefined,
  kinds: readonly SchemaKind[],
): Promise<ResolvedSchema> {
  return new NameResolution(asked, text, registry, kinds).resolve()
}

class NameResolution {
  readonly #asked: SchemaName
  readonly #text: string
  readonly #registry: Registry | undefined
  readonly #kinds: readonly string[]
  /** Why the registry's catalogue is not of today. */
  #failure: ScdlError | undefined

  constructor(asked: SchemaName, text: string, registry: Registry | undefined, kinds: readonly SchemaKind[]) {
    this.#asked = asked
    this.#text = text
    this.#registry = registry
    this.#kinds = kinds
  }

  async resolve(): Promise<ResolvedSchema> {
    const registry = this.#registry
    if (registry?.asking !== 'now' && isWholeVersion(this.#asked.version ?? '')) {
      const pinned = await this.#pinnedAtHand()
      if (pinned !== undefined) return pinned
    }
    this.#failure = await registry?.refreshCatalogue()
    let found: ResolvedSchema
    try {
      const known = await this.#find()
      found = await this.#obtain(known).catch((error: unknown) => this.#composed(known, error))
    } catch (error) {
      this.#sayNotReached({})
      throw error
    }
    this.#sayNotReached({ name: found.facts.name, version: found.facts.version })
    return found
  }

  #sayNotReached(used: Details): void {
    if (this.#failure === undefined) return
    const { reason, status } = this.#failure.details
    this.#registry?.say({ code: 'registry-not-reached', details: { host: this.#registry.address.host, reason, status, ...used } })
  }

  async #pinnedAtHand(): Promise<ResolvedSchema | undefined> {
    const candidates = this.#candidates(await knownSchemas(this.#registry))
    const [known] = candidates
    if (candidates.length > 1) return undefined
    const version = chooseVersion(known?.versions ?? [], this.#asked.version)
    return known === undefined || version === undefined ? this.#withdrawnAtHand(known) : this.#atHand(known, version)
  }

  async #withdrawnAtHand(known: KnownSchema | undefined): Promise<ResolvedSchema | undefined> {
    const { owner, name, version = '' } = this.#asked
    const whole = known?.name ?? (owner === undefined ? undefined : `${owner}/${name}`)
    if (whole === undefined) return undefined
    const copy = await this.#registry?.withdrawnAtHand(whole, version)
    const kind = schemaKindOf(copy?.value)
    return copy && this.#kinds.includes(kind)
      ? { descriptor: copy.value, kind, facts: { name: whole, version, origin: 'cache' } }
      : undefined
  }

  /** With the owner the name itself; without, all names that end so, else those with `schema-` before it, as most have it. */
  #candidates(known: ReadonlyMap<string, KnownSchema>): KnownSchema[] {
    const { owner, name } = this.#asked
    if (owner !== undefined) return [known.get(`${owner}/${name}`) ?? []].flat()
    const ending = (end: string): KnownSchema[] => [...known.values()].filter((schema) => schema.name.endsWith(end))
    const exact = ending(`/${name}`)
    return exact.length > 0 ? exact : ending(`/schema-${name}`)
  }

  async #find(): Promise<KnownSchema> {
    const known = await knownSchemas(this.#registry)
    const candidates = this.#candidates(known)
    const [found] = candidates
    const ref = this.#text
    if (candidates.length > 1) throw new ScdlError('ambiguous-schema', { ref, candidates: candidates.map(({ name }) => name) })
    if (found === undefined) throw new ScdlError('unknown-schema', { ref, known: shippedNames(), nearest: this.#nearest(known) })
    return this.#usable(found, known)
  }

  /** Of a kind that is wanted, or the only table of a data package. */
  #usable(found: KnownSchema, known: ReadonlyMap<string, KnownSchema>): KnownSchema {
    if (this.#kinds.includes(found.type) || found.shipped.length > 0) return found
    const tables = [...known.values()].filter((schema) => schema.package === found.name)
    const [only] = tables
    if (found.type === 'datapackage' && only !== undefined && tables.length === 1) return only
    const { type, title, documentation } = found
    throw new ScdlError('schema-type', { ref: found.name, type, title, documentation, tables: tables.map(({ name }) => name) })
  }

  #nearest(known: ReadonlyMap<string, KnownSchema>): string | undefined {
    const { owner, name } = this.#asked
    const wholeName = new Map<string, string>()
    for (const schema of known.values()) {
      const short = schema.name.slice(schema.name.indexOf('/') + 1)
      for (const spelling of [schema.name, short, short.replace(/^schema[-_]/, '')]) wholeName.set(spelling, schema.name)
    }
    const found = nearest(owner === undefined ? name : `${owner}/${name}`, wholeName.keys())
    return found === undefined ? undefined : wholeName.get(found)
  }

  async #obtain(known: KnownSchema): Promise<ResolvedSchema> {
    const version = chooseVersion(known.versions, this.#asked.version)
    if (version === undefined) throw new ScdlError('unknown-schema', { ref: this.#text, name: known.name, versions: [...known.versions] })
    const isFixed = version !== 'latest'
    const atHand = await this.#atHand(known, version)
    if (atHand !== undefined && isFixed && (atHand.facts.origin === 'shipped' || this.#registry?.asking !== 'now')) return atHand
    const standIn = atHand ?? (await this.#earlierAtHand(known))
    return standIn === undefined ? this.#ask(known, version, 'long') : this.#askIfDue(known, version, standIn)
  }

  /** A package is known by the tables that the catalogue lists, each of which may be at hand, where its own descriptor cannot be had. */
  async #composed(known: KnownSchema, error: unknown): Promise<ResolvedSchema> {
    const isAbsent = error instanceof ScdlError && (error.code === 'schema-not-at-hand' || error.code === 'download-failed')
    const tables = [...(await knownSchemas(this.#registry)).values()].filter((schema) => schema.package === known.name)
    if (known.type !== 'datapackage' || !isAbsent || tables.length === 0) throw error
    const resources = tables.map(({ name, title }) => ({ name: name.slice(name.indexOf('/') + 1), title, schema: name }))
    return this.#resolved(known, chooseVersion(known.versions, this.#asked.version) ?? 'latest', { title: known.title, resources }, 'cache')
  }

  /** What serves in place of a version that cannot be had; a whole version has nothing that does. */
  async #earlierAtHand(known: KnownSchema): Promise<ResolvedSchema | undefined> {
    if (isWholeVersion(this.#asked.version ?? '')) return undefined
    let left = known.versions
    for (;;) {
      const version = chooseVersion(left, this.#asked.version)
      if (version === undefined) return undefined
      const found = await this.#atHand(known, version)
      if (found !== undefined) return found
      left = left.filter((other) => other !== version)
    }
  }

  async #askIfDue(known: KnownSchema, version: string, standIn: ResolvedSchema): Promise<ResolvedSchema> {
    const registry = this.#registry
    const address = registry?.addressOf(await this.#addressed(known), version)
    if (registry?.mayAsk !== true || address === undefined) return standIn
    const isAtHand = standIn.facts.version === version
    if (registry.asking === 'daily' && !(await registry.documents.isDue(address, isAtHand))) return standIn
    try {
      return await this.#ask(known, version, registry.asking === 'now' ? 'long' : 'short')
    } catch (error) {
      if (!(error instanceof ScdlError) || error.code !== 'download-failed') throw error
      const used = standIn.facts.version
      const { name } = known
      const { reason } = error.details
      if (used !== version) registry.say({ code: 'version-not-reached', details: { name, wanted: version, version: used, reason } })
      else this.#failure ??= error
      return standIn
    }
  }

  async #ask(known: KnownSchema, version: string, patience: 'short' | 'long'): Promise<ResolvedSchema> {
    const registry = this.#registry
    if (registry?.mayAsk !== true) {
      throw new ScdlError('schema-not-at-hand', { ref: `${known.name}@${version}`, why: registry?.asking ?? 'offline' })
    }
    const address = registry.addressOf(await this.#addressed(known), version)
    if (address === undefined) {
      const { path, ...details } = this.#failure?.details ?? { reason: 'not-it' }
      this.#failure = undefined
      throw new ScdlError('download-failed', { path: path ?? registry.address.href, ...details })
    }
    const { value, origin } = await registry.askDescriptor(address, patience, isOfType(known.type))
    return this.#resolved(known, version, value, origin)
  }

  /** The shipped catalogue has no addresses: the registry's is then needed, whatever the day. */
  async #addressed(known: KnownSchema): Promise<KnownSchema> {
    const registry = this.#registry
    if (Object.keys(known.addresses).length > 0 || registry === undefined) return known
    this.#failure ??= await registry.refreshCatalogue(true)
    return (await knownSchemas(registry)).get(known.name) ?? known
  }

  async #atHand(known: KnownSchema, version: string): Promise<ResolvedSchema | undefined> {
    if (known.shipped.includes(version)) return this.#resolved(known, version, readStandard(known.name, version), 'shipped')
    const address = this.#registry?.addressOf(known, version)
    const copy = address && (await this.#registry?.descriptorAtHand(address))
    return copy && this.#resolved(known, version, copy.value, 'cache')
  }

  #resolved(known: KnownSchema, version: string, descriptor: unknown, origin: 'shipped' | 'cache' | 'registry'): ResolvedSchema {
    const newer = newerVersion(known.allVersions, version)
    const aliases = known.shipped.length > 0 ? readAliases(known.name) : undefined
    const facts = { name: known.name, origin, ...(version !== 'latest' && { version }), ...(newer !== undefined && { newer }) }
    const address = this.#registry?.addressOf(known, version)?.href
    return {
      descriptor,
      kind: schemaKindOf(descriptor),
      facts,
      ...(address !== undefined && { address }),
      ...(aliases !== undefined && { aliases }),
    }
  }
}
