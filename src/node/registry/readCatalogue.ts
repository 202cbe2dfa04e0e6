// The registry's list of schemas, `/schemas.json`: what can be understood of it. https://schema.data.gouv.fr
import type { Descriptor } from '../../schema/descriptor.js'
import { isDescriptor, isText } from '../../schema/descriptor.js'

export interface CatalogueEntry {
  /** `owner/name`. */
  name: string
  title: string
  description?: string
  /** `tableschema`, `jsonschema`, `datapackage`, `other`, or a word that this program does not know. */
  type: string
  versions: readonly string[]
  /** Where it is explained to people. */
  documentation?: string
  /** The data package that it is a table of. */
  package?: string
  /** By version, where its descriptor stands, as the catalogue writes it. */
  addresses: Readonly<Record<string, string>>
}

/** By name. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>

/** undefined: not a catalogue. An entry without a name is left out. */
export function readCatalogue(value: unknown): Catalogue | undefined {
  if (!isDescriptor(value) || !Array.isArray(value.schemas)) return undefined
  const entries = value.schemas.flatMap((item: unknown) => (isDescriptor(item) ? readEntry(item) : []))
  return new Map(entries.map((entry) => [entry.name, entry]))
}

const NAME = /^[^\s/@]+\/[^\s/@]+$/

function readEntry(item: Descriptor): CatalogueEntry[] {
  if (!isText(item.name) || !NAME.test(item.name)) return []
  const addresses: Record<string, string> = Object.create(null)
  for (const version of Array.isArray(item.versions) ? item.versions : []) {
    if (isDescriptor(version) && isText(version.version_name) && isText(version.schema_url)) {
      addresses[version.version_name] = version.schema_url
    }
  }
  // Without versions there is one all the same: the one that stands.
  if (Object.keys(addresses).length === 0 && isText(item.schema_url)) addresses.latest = item.schema_url
  const documentation = [item.external_doc, item.homepage].find(isText)?.replace(/\.git$/, '')
  return [
    {
      name: item.name,
      title: isText(item.title) ? item.title.trim() : item.name,
      type: isText(item.schema_type) ? item.schema_type : 'tableschema',
      versions: Object.keys(addresses),
      addresses,
      ...(isText(item.description) && { description: item.description }),
      ...(documentation !== undefined && { documentation }),
      ...(isText(item.datapackage_name) && { package: item.datapackage_name }),
    },
  ]
}
