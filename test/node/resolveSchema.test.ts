import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const catalogue: Record<string, { versions: string[] }> = JSON.parse(
  readFileSync(new URL('../../standards/index.json', import.meta.url), 'utf8'),
)

describe('resolveSchema', () => {
  test.each(['subventions', 'scdl/subventions', 'subventions@2.1.1', 'scdl/subventions@2', 'subventions@latest'])(
    '%s is shipped',
    async (ref) => {
      const { facts, descriptor, aliases } = await resolveSchema(ref)
      expect(facts).toEqual({ name: 'scdl/subventions', version: '2.1.1', origin: 'shipped' })
      expect(descriptor).toHaveProperty('fields')
      expect(aliases).toHaveProperty('nomAttribuant')
    },
  )

  test.each(Object.entries(catalogue).flatMap(([name, { versions }]) => versions.map((version) => [`${name}@${version}`, version])))(
    '%s of the catalogue is there',
    async (ref, version) => {
      expect((await resolveSchema(ref)).descriptor).toMatchObject({ version })
    },
  )

  test('a path, with a byte-order mark', async () => {
    const path = folder.write('schema.json', '\uFEFF{"fields": []}')
    expect(await resolveSchema(path)).toEqual({ descriptor: { fields: [] }, kind: 'tableschema', facts: { name: path, origin: 'path' } })
  })

  test('an unknown name is told with the nearest', async () => {
    await expect(resolveSchema('subvention')).rejects.toMatchObject({ code: 'unknown-schema', details: { nearest: 'scdl/subventions' } })
    await expect(resolveSchema('sdcl/subventions')).rejects.toMatchObject({
      code: 'unknown-schema',
      details: { nearest: 'scdl/subventions' },
    })
    await expect(resolveSchema('constructor')).rejects.toMatchObject({
      code: 'unknown-schema',
      details: { known: expect.arrayContaining(['scdl/subventions']) },
    })
  })

  test('an unknown version is told with those that exist', async () => {
    const details = { name: 'scdl/subventions', versions: expect.arrayContaining(['2.0.2', '2.1.1']) }
    await expect(resolveSchema('subventions@3')).rejects.toMatchObject({ code: 'unknown-schema', details })
  })

  test('a path that leads nowhere', async () => {
    await expect(resolveSchema('./absent.json')).rejects.toMatchObject({ code: 'no-such-file', details: { path: './absent.json' } })
    await expect(resolveSchema(folder.path)).rejects.toMatchObject({ code: 'read-failed' })
  })

  test('a schema that is not JSON is told with its line', async () => {
    const path = folder.write('faux.json', '{\n"fields": [,]\n}')
    await expect(resolveSchema(path)).rejects.toMatchObject({ code: 'schema-not-json', details: { path, line: 2 } })
  })

  test('a schema that is too large is not read', async () => {
    const path = folder.write('grand.json', Buffer.alloc(11 * 1024 * 1024, ' '))
    await expect(resolveSchema(path)).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'schemaBytes' } })
  })

  test('a schema that is nested too deep is not read', async () => {
    const path = folder.write('profond.json', `{"fields": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
    await expect(resolveSchema(path)).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'schemaDepth' } })
  })

  test('without a registry, only what is at hand', async () => {
    await expect(resolveSchema('subventions@2.0.2')).rejects.toMatchObject({ code: 'schema-not-at-hand' })
    await expect(resolveSchema('etalab/schema-sdirve')).rejects.toMatchObject({ code: 'schema-not-at-hand' })
    await expect(resolveSchema('https://exemple.fr/schema.json')).rejects.toMatchObject({ code: 'unsupported-source' })
  })

  test.each([
    ['etalab/schema-zfe', 'jsonschema'],
    ['irve', 'datapackage'],
    ['cnigfr/schema-grace-thd', 'other'],
  ])('%s is no table', async (ref, type) => {
    await expect(resolveSchema(ref)).rejects.toMatchObject({
      code: 'schema-type',
      details: { type, documentation: expect.stringMatching(/^https/) },
    })
  })
})
