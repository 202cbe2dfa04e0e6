// The documents that a JSON Schema refers to beside itself.
import { type Descriptor, isDescriptor, isText } from '../schema/descriptor.js'
import { geoJsonSchemas } from './geoJsonSchemas.js'
import { subschemasOf } from './keywords.js'

/** Of a schema that has no address. https://www.rfc-editor.org/rfc/rfc6761#section-6.4: nobody ever answers there. */
const NOWHERE = 'https://schema.invalid/schema.json'

/** What the schema calls itself, else where it was found. */
export function rootAddress(schema: Descriptor, address: string = NOWHERE): string {
  const own = schema.$id ?? schema.id
  return withoutFragment(isText(own) && URL.canParse(own, address) ? new URL(own, address).href : address)
}

export interface Reference {
  /** As the schema writes it. */
  written: string
  /** The address of the document, without fragment. */
  uri: string
}

/** Those that neither the schema itself nor what scdl ships answers. `address`: where the schema was found. */
export function referencesOf(schema: Descriptor, address?: string): Reference[] {
  const found = new Map<string, Reference>()
  const own = new Set<string>()
  function visit(value: unknown, base: string): void {
    if (!isDescriptor(value)) return
    const uri = isText(value.$id) && URL.canParse(value.$id, base) ? withoutFragment(new URL(value.$id, base).href) : base
    own.add(uri)
    for (const keyword of ['$ref', '$dynamicRef']) {
      const written = value[keyword]
      if (!isText(written)) continue
      const target = URL.canParse(written, uri) ? withoutFragment(new URL(written, uri).href) : written
      if (!geoJsonSchemas.has(target)) found.set(target, { written, uri: target })
    }
    for (const { schema: below } of subschemasOf(value)) visit(below, uri)
  }
  visit(schema, rootAddress(schema, address))
  return [...found.values()].filter(({ uri }) => !own.has(uri))
}

function withoutFragment(address: string): string {
  const at = address.indexOf('#')
  return at < 0 ? address : address.slice(0, at)
}
