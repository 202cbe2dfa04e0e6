// Every schema that can be named: the package's own and the catalogue's, the newest that is at hand.
import type { CatalogueEntry } from './registry/readCatalogue.js'
import type { Registry } from './registry/registry.js'
import { shippedCatalogue, shippedStandards } from './shippedStandards.js'

export interface KnownSchema extends CatalogueEntry {
  /** The versions that the package holds. */
  shipped: readonly string[]
  /** Those that can be had as a table: of an entry of another type, the shipped ones. `allVersions`: whatever they are. */
  versions: readonly string[]
  allVersions: readonly string[]
}

/** By `owner/name`. Asks nobody. */
export async function knownSchemas(registry: Registry | undefined): Promise<ReadonlyMap<string, KnownSchema>> {
  const catalogue = (await registry?.catalogueAtHand()) ?? shippedCatalogue()
  const standards = shippedStandards()
  const known = new Map<string, KnownSchema>()
  for (const name of new Set([...catalogue.keys(), ...standards.keys()])) {
    const entry = catalogue.get(name) ?? { name, title: name, type: 'tableschema', versions: [], addresses: {} }
    const standard = standards.get(name)
    const shipped = standard?.versions ?? []
    const allVersions = [...new Set([...entry.versions, ...shipped])]
    const isOther = entry.type !== 'tableschema' && shipped.length > 0
    known.set(name, { ...entry, title: standard?.title ?? entry.title, shipped, allVersions, versions: isOther ? shipped : allVersions })
  }
  return known
}
