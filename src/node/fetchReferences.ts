// The documents that a JSON Schema refers to: those of the registry, and no others.
import { ScdlError } from '../core/error.js'
import { type Reference, referencesOf } from '../jsonData/references.js'
import { type Descriptor, isDescriptor } from '../schema/descriptor.js'
import type { Registry } from './registry/registry.js'

const MOST_DOCUMENTS = 50

/**
 * By address, those that the schema needs beside itself, and that these need. `address`: where the schema was found.
 * A file or another server is never asked: `ScdlError('schema-reference')`. Throws also what the registry throws.
 */
export async function fetchReferences(
  schema: Descriptor,
  address: string | undefined,
  registry: Registry | undefined,
): Promise<Map<string, unknown>> {
  const documents = new Map<string, unknown>()
  const pending = placed(schema, address)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { uri, written, from } = next
    if (documents.has(uri)) continue
    if (documents.size === MOST_DOCUMENTS) throw new ScdlError('limit-exceeded', { limit: 'schemaDocuments', value: MOST_DOCUMENTS })
    const place = registry === undefined ? undefined : placeInRegistry(next, from, registry)
    if (registry === undefined || place === undefined) throw new ScdlError('schema-reference', { reference: written })
    const found = await documentAt(place, registry)
    documents.set(uri, found)
    pending.push(...placed(found, place.href))
  }
  return documents
}

interface Placed extends Reference {
  /** Where the document that refers was found. */
  from: string | undefined
}

const placed = (schema: Descriptor, from: string | undefined): Placed[] => referencesOf(schema, from).map((found) => ({ ...found, from }))

/** A schema that gives its home as its address may still have its neighbours beside it in the registry. */
function placeInRegistry({ uri, written }: Reference, from: string | undefined, registry: Registry): URL | undefined {
  const candidates = [uri, from !== undefined && URL.canParse(written, from) ? new URL(written, from).href : uri]
  for (const candidate of candidates) {
    const url = URL.canParse(candidate) ? registry.addressIn(candidate) : undefined
    if (url?.origin !== registry.address.origin) continue
    url.hash = ''
    return url
  }
  return undefined
}

async function documentAt(place: URL, registry: Registry): Promise<Descriptor> {
  const copy = await registry.descriptorAtHand(place)
  if (copy !== undefined && isDescriptor(copy.value)) return copy.value
  if (!registry.mayAsk) throw new ScdlError('schema-not-at-hand', { ref: place.href, why: registry.asking })
  const { value } = await registry.askDescriptor(place, 'long')
  return value as Descriptor
}
