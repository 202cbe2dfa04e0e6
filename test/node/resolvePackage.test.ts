import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pairTables } from '../../src/node/pairTables.js'
import { openRegistry } from '../../src/node/registry/registry.js'
import { placeWithin, resolvePackage } from '../../src/node/resolvePackage.js'
import { splitResource } from '../../src/node/schemaReference.js'
import { smallRegistry, startRegistry } from './registry/registryServer.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const table = (...names: string[]) => JSON.stringify({ fields: names.map((name) => ({ name, type: 'string' })) })
const resources = (...schemas: string[]) => JSON.stringify({ resources: schemas.map((schema, i) => ({ name: `t${i}`, schema })) })

const base = '/schemas/ville/coffret/1.0.0'
const server = await startRegistry({
  ...smallRegistry(),
  [`${base}/datapackage.json`]: JSON.stringify({
    title: 'Coffret',
    resources: [
      { name: 'a', schema: 'a/schema.json' },
      { name: 'b', schema: 'b/schema.json' },
      { name: 'z', schema: 'z/schema.json' },
    ],
  }),
  [`${base}/z/schema.json`]: table('z'),
  '/schemas/ville/coffret-a/1.0.0/schema.json': table('a'),
  '/schemas/ville/coffret-b/1.0.0/schema.json': table('b'),
  '/lots/lot.json': resources(
    'beside.json',
    '../outside.json',
    '/outside.json',
    'file:///etc/passwd',
    'http://192.168.0.1/s.json',
    'absent.json',
  ),
  '/lots/beside.json': table('x'),
  '/outside.json': table('x'),
})
const registry = (asking: 'daily' | 'offline' = 'daily') =>
  openRegistry({ address: server.address, cacheFolder: join(folder.path, 'cache'), asking })

const told = ({ tables }: Awaited<ReturnType<typeof resolvePackage>>) =>
  tables.map(({ schema, fault }) => schema?.schema.fields[0]?.name ?? fault?.code)

describe('a package that is a file', () => {
  folder.write('secret.json', table('secret'))
  folder.write('lot/ici.json', table('ici'))
  folder.write('lot/sous/plus.json', table('plus'))
  mkdirSync(join(folder.path, 'lot'), { recursive: true })
  symlinkSync(join(folder.path, 'secret.json'), join(folder.path, 'lot/lien.json'))
  const places = [
    'ici.json',
    './sous/plus.json',
    '../secret.json',
    'sous/../../secret.json',
    join(folder.path, 'secret.json'),
    'C:\\secret.json',
  ]
  const file = folder.write(
    'lot/lot.json',
    resources(...places, 'lien.json', 'absent.json', 'file:///etc/passwd', 'https://exemple.fr/s.json'),
  )

  test('finds the schemas of its folder, and goes nowhere else', async () => {
    const out = 'outside-package'
    expect(told(await resolvePackage(file))).toEqual(['ici', 'plus', out, out, out, out, out, 'no-such-file', out, 'unsupported-source'])
  })

  test('asks the web for an address, through the registry', async () => {
    const other = folder.write('lot/web.json', resources(`${server.address}/outside.json`, 'http://10.0.0.1/s.json'))
    expect(told(await resolvePackage(other, { registry: registry() }))).toEqual(['x', 'private-address'])
  })
})

describe('a package of the web', () => {
  test('has the schemas beside it, and those of public addresses', async () => {
    const found = await resolvePackage(`${server.address}/lots/lot.json`, { registry: registry() })
    const out = 'outside-package'
    expect(told(found)).toEqual(['x', out, out, out, 'private-address', 'download-failed'])
    expect(found.tables[0]?.schema?.facts).toMatchObject({ name: `${server.address}/lots/lot.json#t0`, origin: 'url', resource: 't0' })
  })
})

describe('a package of the registry', () => {
  test('has the schemas that the catalogue lists for it, else those beside it; then without a request', async () => {
    const found = await resolvePackage('coffret', { registry: registry() })
    expect(told(found)).toEqual(['a', 'b', 'z'])
    expect(found.tables.map(({ schema }) => schema?.facts.name)).toEqual(['ville/coffret-a', 'ville/coffret-b', 'ville/coffret#z'])
    expect(found.tables[0]?.schema?.facts).toMatchObject({ version: '1.0.0', package: 'ville/coffret', resource: 'a' })
    server.requests.length = 0
    expect(told(await resolvePackage('coffret@1.0.0', { registry: registry('offline') }))).toEqual(['a', 'b', 'z'])
    expect(told(await resolvePackage('coffret', { registry: registry() }))).toEqual(['a', 'b', 'z'])
    expect(server.requests).toEqual([])
  })

  test('is known by its tables where its own descriptor cannot be had', async () => {
    const found = await resolvePackage('ville/lot', { registry: registry() })
    expect(found.tables.map(({ name, schema }) => [name, schema?.facts.name])).toEqual([['lot-table', 'ville/lot-table']])
  })

  test('that is shipped in part, offline', async () => {
    const offline = openRegistry({ address: server.address, cacheFolder: join(folder.path, 'empty'), asking: 'offline' })
    const { tables } = await resolvePackage('etalab/schema-irve', { registry: offline })
    expect(tables.map(({ schema }) => schema?.facts.origin)).toEqual(['shipped', 'shipped'])
  })
})

test.each([
  ['a/b.json', true],
  ['./b.json', true],
  ['..b/c.json', true],
  ['a/../b.json', false],
  ['~/b.json', false],
  ['\\\\serveur\\b.json', false],
  ['c:b.json', false],
])('placeWithin %s', (place, isWithin) => expect(placeWithin('/lot', place) !== undefined).toBe(isWithin))

test.each([
  ['lot.json#horaires', 'lot.json', 'horaires'],
  ['./lot.json#heures de fête', './lot.json', 'heures de fête'],
  ['etalab/schema-irve@2.3.1#irve-statique', 'etalab/schema-irve@2.3.1', 'irve-statique'],
  ['https://exemple.fr/lot.json#a', 'https://exemple.fr/lot.json', 'a'],
  ['https://exemple.fr/schema.json#/definitions/a', 'https://exemple.fr/schema.json#/definitions/a', undefined],
  ['schéma#2.json', 'schéma#2.json', undefined],
  ['subventions', 'subventions', undefined],
])('splitResource %s', (text, ref, resource) => expect(splitResource(text)).toEqual(resource === undefined ? { ref } : { ref, resource }))

test('pairTables: the names that have most in common', () => {
  const names = ['site', 'sousunite-paysagere', 'unite-paysagere', 'schema-x-channel', 'aide', 'aide-pro'].map((name) => `x/${name}`)
  const entries = names.map((name) => ({ name })) as never
  const pairs = pairTables(
    ['schema-site', 'classe-unitepaysagere', 'classe-sousunitepaysagere', 'channel', 'aide-pro', 'aide', 'autre'].map((name) => ({ name })),
    entries,
  )
  expect([...pairs].map(([resource, { name }]) => `${resource} ${name}`).sort()).toEqual([
    'aide x/aide',
    'aide-pro x/aide-pro',
    'channel x/schema-x-channel',
    'classe-sousunitepaysagere x/sousunite-paysagere',
    'classe-unitepaysagere x/unite-paysagere',
    'schema-site x/site',
  ])
})
