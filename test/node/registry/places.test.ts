// Where things stand: the cache folder, a document in it, the registry, private addresses.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cacheFolder } from '../../../src/node/registry/cacheFolder.js'
import { cachePath } from '../../../src/node/registry/cachePath.js'
import { isPrivateAddress, isPrivateHost } from '../../../src/node/registry/privateAddress.js'
import { addressIn, registryAddress } from '../../../src/node/registry/registryAddress.js'

describe('cacheFolder', () => {
  test.each([
    [{ SCDL_CACHE_DIR: '/x' }, 'linux', '/x'],
    [{}, 'linux', join(homedir(), '.cache', 'scdl')],
    [{ XDG_CACHE_HOME: '/xdg' }, 'linux', join('/xdg', 'scdl')],
    [{}, 'darwin', join(homedir(), 'Library', 'Caches', 'scdl')],
    [{ LOCALAPPDATA: '/local' }, 'win32', join('/local', 'scdl', 'Cache')],
    [{ SCDL_CACHE_DIR: '' }, 'win32', join(homedir(), 'AppData', 'Local', 'scdl', 'Cache')],
  ] as const)('%j on %s', (env, platform, folder) => expect(cacheFolder(env, platform)).toBe(folder))
})

describe('cachePath', () => {
  test.each([
    ['https://schema.data.gouv.fr/schemas.json', 'schema.data.gouv.fr/schemas.json'],
    ['http://127.0.0.1:8080/a/b/schema.json', '127.0.0.1_8080/a/b/schema.json'],
    ['http://[::1]:8080/s.json', '___1__8080/s.json'],
    ['https://x.fr/', 'x.fr/index.json'],
    ['https://x.fr/a/../../b', 'x.fr/b.json'],
    ['https://x.fr/%2e%2e/b', 'x.fr/b.json'],
    ['https://x.fr/..%2f..%2fb', 'x.fr/_%2f..%2fb.json'],
    ['https://x.fr/a b/é.json', 'x.fr/a%20b/%C3%A9.json'],
    ['https://x.fr/con/aux.json', 'x.fr/_con/_aux.json'],
  ])('%s', (url, path) => expect(cachePath('/cache', new URL(url))).toBe(join('/cache', path)))

  test('queries and long names are told apart', () => {
    const paths = ['?a=1', '?a=2', ''].map((query) => cachePath('/cache', new URL(`https://x.fr/s.json${query}`)))
    expect(new Set(paths).size).toBe(3)
    const long = ['a', 'b'].map((end) => cachePath('/cache', new URL(`https://x.fr/${'é'.repeat(300)}${end}`)))
    expect(new Set(long).size).toBe(2)
    for (const path of long) expect(path.length).toBeLessThan(200)
  })
})

describe('the registry', () => {
  test.each([
    [undefined, {}, 'https://schema.data.gouv.fr/'],
    [undefined, { SCDL_REGISTRY: 'http://x.fr/miroir' }, 'http://x.fr/miroir/'],
    ['http://y.fr?a#b', { SCDL_REGISTRY: 'http://x.fr' }, 'http://y.fr/'],
  ])('%s %j', (given, env, address) => expect(registryAddress(given, env).href).toBe(address))

  test.each(['schema.data.gouv.fr', 'file:///etc', '', 'ftp://x.fr'])('%j is none', (given) => {
    expect(() => registryAddress(given, {})).toThrow(expect.objectContaining({ code: 'bad-option-value' }))
  })

  test.each([
    ['https://schema.data.gouv.fr/schemas/a/b/1.0.0/s.json', 'http://x.fr/miroir/schemas/a/b/1.0.0/s.json'],
    ['https://ailleurs.fr/s.json', 'https://ailleurs.fr/s.json'],
    ['schemas/s.json', 'http://x.fr/miroir/schemas/s.json'],
    ['http://[', undefined],
  ])('an address of its catalogue: %s', (written, address) => {
    expect(addressIn(new URL('http://x.fr/miroir/'), written)?.href).toBe(address)
  })
})

describe('private addresses', () => {
  test.each([
    '10.0.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '127.0.0.53',
    '169.254.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
  ])('%s is', (address) => expect(isPrivateAddress(address)).toBe(true))
  test.each(['::ffff:192.168.1.1', 'fd12::1', '64:ff9b::a00:1', '2002:a00:1::1'])('%s is', (address) =>
    expect(isPrivateAddress(address)).toBe(true),
  )
  test.each(['8.8.8.8', '172.32.0.1', '193.168.0.1', '2a01:4f8::1', 'x'])('%s is not', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
  test.each(['localhost', 'a.localhost', 'intranet', 'nas.local', 'x.lan', '[::1]', '127.0.0.1', 'NAS.LOCAL.'])('%s is', (host) =>
    expect(isPrivateHost(host)).toBe(true),
  )
  test.each(['schema.data.gouv.fr', 'local.fr', 'x.localized.fr', '[2a01::1]'])('%s is not', (host) =>
    expect(isPrivateHost(host)).toBe(false),
  )
})
