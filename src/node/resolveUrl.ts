// `--schema https://…`: asked for each time, since nothing says that it stays as it is; the last copy serves where it cannot be had.
import { ScdlError } from '../core/error.js'
import { withoutPassword } from '../core/withoutPassword.js'
import { type SchemaKind, schemaKindOf } from '../schema/schemaKind.js'
import type { Registry } from './registry/registry.js'
import type { ResolvedSchema } from './resolvedSchema.js'
import { resolveName } from './resolveName.js'

/** Throws `ScdlError`: `download-failed`, `private-address`, `limit-exceeded`, `schema-not-at-hand`. */
export async function resolveUrl(text: string, registry: Registry | undefined, kinds: readonly SchemaKind[]): Promise<ResolvedSchema> {
  const shown = withoutPassword(text)
  if (!URL.canParse(text)) throw new ScdlError('download-failed', { path: text, reason: 'no-network' })
  const url = new URL(text)
  url.hash = ''
  if (registry === undefined) throw new ScdlError('unsupported-source', { path: text })
  const named = await resolveRegistered(url, text, registry, kinds)
  if (named !== undefined) return named
  const resolved = (descriptor: unknown): ResolvedSchema => ({
    descriptor,
    kind: schemaKindOf(descriptor),
    address: url.href,
    facts: { name: shown, origin: 'url' },
  })
  const copy = await registry.descriptorAtHand(url)
  if (registry.asking === 'offline') {
    if (copy === undefined) throw new ScdlError('schema-not-at-hand', { ref: text, why: 'offline' })
    return resolved(copy.value)
  }
  try {
    return resolved((await registry.askDescriptor(url, copy === undefined ? 'long' : 'short')).value)
  } catch (error) {
    if (!(error instanceof ScdlError) || error.code !== 'download-failed' || copy === undefined) throw error
    registry.say({ code: 'copy-used', details: { ...error.details, path: shown, date: copy.fetched?.slice(0, 10) } })
    return resolved(copy.value)
  }
}

/** An address of the registry itself is a name and a version: it need not be asked for again, and may be shipped. */
async function resolveRegistered(
  url: URL,
  text: string,
  registry: Registry,
  kinds: readonly SchemaKind[],
): Promise<ResolvedSchema | undefined> {
  const [, owner, name, version] = /^\/schemas\/([^/]+)\/([^/]+)\/([^/]+)\/[^/]+\.json$/.exec(url.pathname) ?? []
  if (url.origin !== registry.address.origin || owner === undefined || name === undefined || version === undefined) return undefined
  try {
    return await resolveName({ owner, name, version }, text, registry, kinds)
  } catch (error) {
    // A schema that left the catalogue may still have its file.
    if (error instanceof ScdlError && error.code === 'unknown-schema') return undefined
    throw error
  }
}
