// scdl schemas update: the catalogue, and the newest version of every schema that this computer holds.
import { ScdlError } from '../../../core/error.js'
import type { SchemaFacts } from '../../../core/reportTypes.js'
import { type KnownSchema, knownSchemas } from '../../../node/knownSchemas.js'
import type { Registry } from '../../../node/registry/registry.js'
import { resolveSchema } from '../../../node/resolveSchema.js'
import { chooseVersion } from '../../../node/schemaReference.js'
import type { Page } from './page.js'

/** 2 where nothing could be kept, which is said. Throws `ScdlError` where the registry cannot be asked. */
export async function updateSchemas(page: Page): Promise<number> {
  const { args, flags, words } = page
  if (flags.offline) throw new ScdlError('conflicting-options', { options: ['update', '--offline'] })
  // It was asked for: neither the day nor CI matters.
  const registry = page.registry.withAsking('now')
  const failure = await registry.refreshCatalogue()
  if (failure !== undefined) throw failure
  const known = await knownSchemas(registry)
  const catalogue = await registry.catalogueAtHand()
  await page.write([words.update.catalogue(catalogue?.size ?? 0, registry.hasNewCatalogue)])
  let same = 0
  for (const ref of await refsToUpdate(known, registry, args, flags.all === true)) {
    const facts = await update(ref, registry, page)
    if (facts?.origin === 'registry') await page.write([words.update.fetched(facts.name, facts.version ?? '')])
    else if (facts !== undefined) same++
  }
  await page.write([words.update.upToDate(same)])
  return registry.documents.cache.hasFailed ? 2 : 0
}

/** What one schema cannot give does not stop the others. */
async function update(ref: string, registry: Registry, page: Page): Promise<SchemaFacts | undefined> {
  try {
    const resolved = await resolveSchema(ref, { registry, kinds: ['tableschema', 'jsonschema', 'datapackage'] })
    if (resolved.kind === 'datapackage') {
      // Its tables' schemas are kept with it.
      const { loadPackage } = await import('../../../node/resolvePackage.js')
      for (const { fault } of (await loadPackage(resolved, registry)).tables) if (fault !== undefined) await page.run.complain(fault)
    }
    return resolved.facts
  } catch (error) {
    if (!(error instanceof ScdlError)) throw error
    await page.run.complain(error)
    return undefined
  }
}

/** Schemas of JSON and documents are fetched when they are asked for. */
const UPDATED: readonly string[] = ['tableschema', 'datapackage']

/** Whole names with their newest version: what is asked for, else what is shipped, kept, or all. */
async function refsToUpdate(
  known: ReadonlyMap<string, KnownSchema>,
  registry: Registry,
  args: readonly string[],
  all: boolean,
): Promise<string[]> {
  const refs = [...args]
  for (const schema of known.values()) {
    const version = chooseVersion(schema.versions, undefined)
    if (version === undefined || (!UPDATED.includes(schema.type) && schema.shipped.length === 0)) continue
    if (all || schema.shipped.length > 0 || (await registry.keeps(schema.name))) refs.push(`${schema.name}@${version}`)
  }
  return [...new Set(refs)]
}
