// The JSON Schemas of the registry, by name from a local server, with the example files that stand beside them.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadAnySchema } from '../../src/cli/loadSchema.js'
import { nodePlatform } from '../../src/node/platform.js'
import { openRegistry, type Registry } from '../../src/node/registry/registry.js'
import { openSource } from '../../src/node/sources.js'
import { validateJson } from '../../src/validateJson.js'
import { isMirrored, mirror, mirroredCatalogue, mirroredFile, startRegistry } from '../node/registry/registryServer.js'
import { temporaryFolder } from '../node/temporaryFolder.js'

describe.skipIf(!isMirrored)('the JSON Schemas of the registry (where its mirror is at hand)', () => {
  const folder = temporaryFolder()
  let registry: Registry
  beforeAll(async () => {
    const { address } = await startRegistry(mirroredFile)
    registry = openRegistry({ address, cacheFolder: folder.path, asking: 'now' })
  })

  const entries = isMirrored ? mirroredCatalogue().schemas.filter(({ schema_type }) => schema_type === 'jsonschema') : []
  test('are eight', () => expect(entries).toHaveLength(8))

  test.each(entries.map(({ name }) => name))('%s', async (name) => {
    const { json } = await loadAnySchema(name, registry)
    expect(json?.facts).toMatchObject({ name, type: 'jsonschema', origin: 'registry' })
  })

  /** Their names say that they are right. */
  const examples = (isMirrored ? readdirSync(mirror, { recursive: true, encoding: 'utf8' }) : [])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.geojson$|\/exemple-valide[^/]*\.json$/.test(path) && !path.includes('/_') && !path.includes('/HEAD-'))
  test('there are examples', () => expect(examples.length).toBeGreaterThan(10))

  test.each(examples)('%s is valid', async (path) => {
    const folderUrl = new URL(path.slice(0, path.length - basename(path).length), mirror)
    const schemas = readdirSync(folderUrl).filter((file) => /schema[^/]*\.json$/.test(file))
    expect(schemas).toHaveLength(1)
    const { json } = await loadAnySchema(fileURLToPath(new URL(schemas[0]!, folderUrl)))
    const report = await validateJson(await openSource(fileURLToPath(new URL(path, mirror))), { schema: json!, platform: nodePlatform })
    expect(report.diagnostics).toEqual([])
    expect(report).toMatchObject({ valid: true, format: { name: 'geojson' } })
    expect(report.stats.rows).toBeGreaterThan(0)
  })
})
