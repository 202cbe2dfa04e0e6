// The whole public registry, from its mirror beside the repository.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDescriptor } from '../../../src/index.js'
import { openRegistry } from '../../../src/node/registry/registry.js'
import { resolveSchema } from '../../../src/node/resolveSchema.js'
import { shippedCatalogue } from '../../../src/node/shippedStandards.js'
import { temporaryFolder } from '../temporaryFolder.js'
import { isMirrored, mirroredCatalogue, mirroredFile, startRegistry } from './registryServer.js'

describe.skipIf(!isMirrored)('the mirror of schema.data.gouv.fr (skipped where it is not at hand)', async () => {
  const folder = temporaryFolder()
  const entries = isMirrored ? mirroredCatalogue().schemas : []
  const server = await startRegistry(mirroredFile)
  const registry = (asking: 'daily' | 'offline' = 'daily') =>
    openRegistry({ address: server.address, cacheFolder: join(folder.path, 'cache'), asking })
  const tables = entries.filter(({ schema_type }) => schema_type === 'tableschema')

  test('has 60 table schemas', () => expect(tables).toHaveLength(60))

  test.each(tables.map(({ name }) => name))('%s resolves by its name', async (name) => {
    const { descriptor, facts } = await resolveSchema(name, { registry: registry() })
    const last = tables.find((entry) => entry.name === name)?.versions.at(-1)?.version_name
    expect(facts).toMatchObject({ name, version: last })
    expect(readDescriptor(descriptor, facts).schema.fields.length).toBeGreaterThan(0)
  })

  test('every version of every table schema resolves, then once more without a request', async () => {
    for (const { name, versions } of tables) {
      for (const { version_name: version } of versions) {
        const { facts } = await resolveSchema(`${name}@${version}`, { registry: registry() })
        expect(facts).toMatchObject({ name, version })
      }
    }
    server.requests.length = 0
    for (const { name, versions } of tables) {
      await resolveSchema(name, { registry: registry() })
      for (const { version_name: version } of versions) await resolveSchema(`${name}@${version}`, { registry: registry('offline') })
    }
    expect(server.requests).toEqual([])
  })

  test.each(entries.filter(({ schema_type }) => schema_type !== 'tableschema').map(({ name, schema_type }) => [name, schema_type]))(
    '%s is told to be of type %s, unless it is shipped as a table',
    async (name, type) => {
      if (name === 'etalab/schema-bal') return
      await expect(resolveSchema(name, { registry: registry() })).rejects.toMatchObject({
        code: 'schema-type',
        details: { ref: name, type, documentation: expect.stringMatching(/^https?:/) },
      })
    },
  )

  test('the shipped catalogue has the same schemas', () => {
    const shipped = [...shippedCatalogue().values()].map(({ name, title, type, versions }) => ({ name, title, type, versions }))
    const mirrored = entries.map(({ name, title, schema_type, versions }) => ({
      name,
      title: String(title).trim(),
      type: schema_type,
      versions: versions.map(({ version_name }) => version_name),
    }))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(shipped.sort(byName)).toEqual(mirrored.sort(byName))
  })
})
