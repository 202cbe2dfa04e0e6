// The schemas that a table can be recognised as without asking anybody: those of the package, and those kept from earlier days.
import { readDescriptor } from '../readDescriptor.js'
import { isDescriptor } from '../schema/descriptor.js'
import type { LoadedSchema } from '../validateOptions.js'
import { knownSchemas } from './knownSchemas.js'
import type { Registry } from './registry/registry.js'
import { chooseVersion, compareVersions } from './schemaReference.js'
import { readAliases, readStandard, shippedStandards } from './shippedStandards.js'

/** Of each schema the newest version at hand, named as `--schema` takes it. */
export async function schemaCandidates(registry?: Registry): Promise<LoadedSchema[]> {
  const candidates: LoadedSchema[] = []
  const add = (name: string, version: string, descriptor: unknown, origin: 'shipped' | 'cache'): void => {
    if (!isDescriptor(descriptor) || !Array.isArray(descriptor.fields)) return
    const facts = { name, origin, ...(version !== 'latest' && { version }) }
    candidates.push(readDescriptor(descriptor, facts, readAliases(name)))
  }
  for (const [name, { versions }] of shippedStandards()) {
    const version = chooseVersion(versions, undefined)
    if (version !== undefined) add(name, version, readStandard(name, version), 'shipped')
  }
  if (registry === undefined) return candidates
  const known = await knownSchemas(registry)
  await Promise.all(
    [...known.values()].map(async (schema) => {
      if (schema.shipped.length > 0 || !(await registry.keeps(schema.name))) return
      for (const version of schema.versions.toSorted(compareVersions).reverse()) {
        const address = registry.addressOf(schema, version)
        const copy = address && (await registry.descriptorAtHand(address))
        if (copy === undefined) continue
        add(schema.name, version, copy.value, 'cache')
        return
      }
    }),
  )
  return candidates
}
