// Names, with a registry that answers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Notice } from '../../../src/core/notice.js'
import { openRegistry, type RegistryOptions } from '../../../src/node/registry/registry.js'
import { resolveSchema } from '../../../src/node/resolveSchema.js'
import { temporaryFolder } from '../temporaryFolder.js'
import { smallRegistry, startRegistry } from './registryServer.js'

const folder = temporaryFolder()
const server = await startRegistry(smallRegistry())
const DAY = 24 * 60 * 60 * 1000

let cacheFolder = ''
let said: Notice[] = []
let today = Date.parse('2026-11-21T08:00:00Z')
beforeEach(() => {
  cacheFolder = join(folder.path, crypto.randomUUID())
  said = []
  today = Date.parse('2026-11-21T08:00:00Z')
  server.requests.length = 0
  server.answer = () => false
})

const resolve = (ref: string, options: RegistryOptions = {}) =>
  resolveSchema(ref, {
    registry: openRegistry({
      address: server.address,
      cacheFolder,
      asking: 'daily',
      now: () => today,
      say: (notice) => said.push(notice),
      ...options,
    }),
  })
const catalogueFile = () => join(cacheFolder, new URL(server.address).host.replace(':', '_'), 'schemas.json')

describe('a name of the registry', () => {
  test.each([
    ['piscines', '1.1.0'],
    ['ville/piscines', '1.1.0'],
    ['ville/piscines@latest', '1.1.0'],
    ['ville/piscines@1', '1.1.0'],
    ['piscines@1.0.0', '1.0.0'],
    ['piscines@v1.0.0', '1.0.0'],
  ])('%s is fetched from where the catalogue says', async (ref, version) => {
    const { facts, descriptor } = await resolve(ref)
    expect(facts).toMatchObject({ name: 'ville/piscines', version, origin: 'registry' })
    expect(descriptor).toMatchObject({ version })
    expect(server.requests).toEqual(['/schemas.json', `/schemas/ville/piscines/${version}/schema-piscines.json`])
    expect(said).toEqual([])
  })

  test('its short form may leave "schema-" out', async () => {
    expect((await resolve('bancs')).facts.name).toBe('ville/schema-bancs')
  })

  test('a version that is older than another is told', async () => {
    expect((await resolve('piscines@1.0.0')).facts.newer).toBe('1.1.0')
    expect((await resolve('piscines@1.1.0')).facts).not.toHaveProperty('newer')
  })

  test('an entry without versions has the one that stands', async () => {
    const { facts } = await resolve('sans-version')
    expect(facts).toEqual({ name: 'ville/sans-version', origin: 'registry' })
  })

  test('several owners: the candidates', async () => {
    await expect(resolve('parcs')).rejects.toMatchObject({
      code: 'ambiguous-schema',
      details: { candidates: ['ville/parcs', 'agglo/parcs'] },
    })
    expect((await resolve('ville/parcs')).facts.name).toBe('ville/parcs')
  })

  test('unknown: the nearest of the registry', async () => {
    await expect(resolve('pisines')).rejects.toMatchObject({ code: 'unknown-schema', details: { nearest: 'ville/piscines' } })
    await expect(resolve('piscines@3')).rejects.toMatchObject({
      code: 'unknown-schema',
      details: { name: 'ville/piscines', versions: ['1.0.0', '1.1.0', '2.0.0-beta'] },
    })
  })

  test.each([
    ['plan', 'other', []],
    ['zones', 'jsonschema', []],
    ['coffret', 'datapackage', ['ville/coffret-a', 'ville/coffret-b']],
    ['nouveau', 'hologramme', []],
  ])('%s is of another type: what it is and where it is explained', async (name, type, tables) => {
    const details = { type, tables, title: `Titre de ville/${name}`, documentation: `https://exemple.fr/ville/${name}` }
    await expect(resolve(name)).rejects.toMatchObject({ code: 'schema-type', details })
  })

  test('a data package of one table is that table', async () => {
    expect((await resolve('lot')).facts.name).toBe('ville/lot-table')
  })
})

describe('shipped and registered', () => {
  test('at equal version the shipped one wins, and a newer one is told', async () => {
    const { facts, aliases } = await resolve('subventions@2.1.1')
    expect(facts).toMatchObject({ version: '2.1.1', origin: 'shipped' })
    expect(aliases).toHaveProperty('nomAttribuant')
    expect(server.requests).toEqual([])
    await resolve('piscines')
    expect((await resolve('subventions@2.1.1')).facts.newer).toBe('2.2.0')
  })

  test('an unpinned name takes the newer one of the registry, with the labels known for it', async () => {
    const { facts, aliases } = await resolve('subventions')
    expect(facts).toMatchObject({ version: '2.2.0', origin: 'registry' })
    expect(aliases).toHaveProperty('nomAttribuant')
  })

  test('the registry may list what is shipped as something else', async () => {
    expect((await resolve('etalab/schema-bal')).facts).toMatchObject({ origin: 'shipped' })
  })
})

describe('once a day', () => {
  test('a warm cache asks nothing', async () => {
    await resolve('piscines')
    server.requests.length = 0
    today += DAY - 1000
    const { facts } = await resolve('piscines')
    expect(facts).toMatchObject({ version: '1.1.0', origin: 'cache' })
    await resolve('piscines@1.1.0')
    expect(server.requests).toEqual([])
  })

  test('the next day the catalogue is asked whether it changed, a version never', async () => {
    await resolve('piscines')
    server.requests.length = 0
    today += DAY + 1000
    expect((await resolve('piscines')).facts.origin).toBe('cache')
    expect(server.requests).toEqual(['304 /schemas.json'])
    await resolve('piscines')
    expect(server.requests).toHaveLength(1)
  })

  test('a clock that was wrong does not stop the questions', async () => {
    today += 400 * DAY
    await resolve('piscines')
    today -= 400 * DAY
    server.requests.length = 0
    await resolve('piscines')
    expect(server.requests).toEqual(['304 /schemas.json'])
  })

  test('a pinned version that is at hand is never asked for, whatever the day', async () => {
    await resolve('piscines@1.0.0')
    server.requests.length = 0
    today += 30 * DAY
    expect((await resolve('ville/piscines@1.0.0')).facts.origin).toBe('cache')
    expect(server.requests).toEqual([])
  })

  test('a pinned version that left the catalogue is still at hand', async () => {
    await resolve('ville/piscines@1.0.0')
    writeFileSync(catalogueFile(), '{"schemas": []}')
    expect((await resolve('ville/piscines@1.0.0')).facts).toEqual({ name: 'ville/piscines', version: '1.0.0', origin: 'cache' })
  })

  test('--refresh asks, of the catalogue and of the version', async () => {
    await resolve('piscines')
    server.requests.length = 0
    await resolve('piscines', { asking: 'now' })
    expect(server.requests).toEqual(['304 /schemas.json', '304 /schemas/ville/piscines/1.1.0/schema-piscines.json'])
  })

  test.each(['offline', 'ci'] as const)('%s asks nothing', async (asking) => {
    await expect(resolve('etalab/schema-sdirve', { asking })).rejects.toMatchObject({
      code: 'schema-not-at-hand',
      details: { why: asking },
    })
    await expect(resolve('piscines', { asking })).rejects.toMatchObject({ code: 'unknown-schema' })
    expect((await resolve('subventions', { asking })).facts).toMatchObject({ version: '2.1.1', origin: 'shipped' })
    expect(server.requests).toEqual([])
    expect(said).toEqual([])
    await resolve('piscines@1.0.0')
    await resolve('subventions')
    server.requests.length = 0
    expect((await resolve('piscines', { asking })).facts).toMatchObject({ version: '1.0.0', newer: '1.1.0', origin: 'cache' })
    expect((await resolve('subventions', { asking })).facts).toMatchObject({ version: '2.2.0', origin: 'cache' })
    expect(server.requests).toEqual([])
  })
})

describe('the cache', () => {
  test('is files that a person can read', async () => {
    await resolve('piscines')
    expect(JSON.parse(readFileSync(catalogueFile(), 'utf8'))).toHaveProperty('schemas')
    expect(JSON.parse(readFileSync(`${catalogueFile()}.meta.json`, 'utf8'))).toMatchObject({
      url: `${server.address}/schemas.json`,
      etag: expect.stringMatching(/^"/),
      fetched: '2026-11-21T08:00:00.000Z',
      asked: '2026-11-21T08:00:00.000Z',
    })
  })

  test.each(['', '{"schemas": [', '[]', 'null', '{"schemas": 3}', '<html>'])('a damaged catalogue is fetched again: %j', async (damage) => {
    await resolve('piscines')
    writeFileSync(catalogueFile(), damage)
    server.requests.length = 0
    expect((await resolve('piscines')).facts).toMatchObject({ version: '1.1.0' })
    expect(server.requests).toEqual(['/schemas.json'])
  })

  test('a damaged descriptor is fetched again', async () => {
    await resolve('piscines')
    writeFileSync(join(catalogueFile(), '../schemas/ville/piscines/1.1.0/schema-piscines.json'), '{"fie')
    server.requests.length = 0
    expect((await resolve('piscines')).facts).toMatchObject({ version: '1.1.0', origin: 'registry' })
    expect(server.requests).toEqual(['/schemas/ville/piscines/1.1.0/schema-piscines.json'])
  })

  test.each(['', '[]', '{"url": 3}', 'null', '{"url": "http://autre/"}'])('damaged facts are as if there were none: %j', async (damage) => {
    await resolve('piscines')
    writeFileSync(`${catalogueFile()}.meta.json`, damage)
    server.requests.length = 0
    await resolve('piscines')
    expect(server.requests).toEqual(['/schemas.json'])
  })

  test('a document that is not the one its facts describe is used, and asked for without its ETag', async () => {
    await resolve('piscines')
    writeFileSync(catalogueFile(), '{"schemas": []}')
    await expect(resolve('piscines')).rejects.toMatchObject({ code: 'unknown-schema' })
    today += 2 * DAY
    server.requests.length = 0
    await resolve('piscines')
    expect(server.requests[0]).toBe('/schemas.json')
  })

  test('a folder that cannot be written to: one notice, the work goes on', async () => {
    mkdirSync(folder.path, { recursive: true })
    const file = folder.write('fichier', '')
    const { facts } = await resolve('piscines', { cacheFolder: join(file, 'cache') })
    expect(facts).toMatchObject({ version: '1.1.0', origin: 'registry' })
    expect(said).toEqual([{ code: 'cache-not-written', details: { folder: join(file, 'cache'), reason: 'not-folder' } }])
  })
})
