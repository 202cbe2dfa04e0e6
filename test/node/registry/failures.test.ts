// What a registry, or a network, may do in place of answering.
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Notice } from '../../../src/core/notice.js'
import { openRegistry, type RegistryOptions } from '../../../src/node/registry/registry.js'
import { resolveSchema } from '../../../src/node/resolveSchema.js'
import { temporaryFolder } from '../temporaryFolder.js'
import { smallRegistry, startRegistry } from './registryServer.js'

const folder = temporaryFolder()
const server = await startRegistry(smallRegistry())
const elsewhere = await startRegistry(smallRegistry())

let cacheFolder = ''
let said: Notice[] = []
beforeEach(() => {
  cacheFolder = join(folder.path, crypto.randomUUID())
  said = []
  server.requests.length = 0
  server.answer = () => false
})

const resolve = (ref: string, options: RegistryOptions = {}) =>
  resolveSchema(ref, {
    registry: openRegistry({ address: server.address, cacheFolder, asking: 'daily', say: (notice) => said.push(notice), ...options }),
  })

function answerWith(answer: (response: ServerResponse, path: string) => void): void {
  server.answer = (request, response) => {
    answer(response, request.url ?? '')
    return true
  }
}

const failures: [string, (response: ServerResponse) => void, object][] = [
  ['404', (response) => response.writeHead(404).end(), { reason: 'status', status: 404 }],
  ['500', (response) => response.writeHead(500).end('oups'), { reason: 'status', status: 500 }],
  ['a page', (response) => response.end('<!DOCTYPE html><html></html>'), { reason: 'not-it' }],
  ['nothing', (response) => response.end(), { reason: 'not-it' }],
  ['JSON that is no catalogue', (response) => response.end('{"detail": "maintenance"}'), { reason: 'not-it' }],
  [
    'half a body',
    (response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('{"schemas": [')
      response.socket?.end()
    },
    { reason: 'cut' },
  ],
  ['a connection that is cut', (response) => response.destroy(), { reason: 'cut' }],
  ['redirects without end', (response) => response.writeHead(302, { location: '/ailleurs' }).end(), { reason: 'redirects' }],
  ['a redirect to a file', (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), { reason: 'redirects' }],
  [
    'more than any catalogue',
    (response) => {
      const piece = Buffer.alloc(1 << 20, ' ')
      for (let i = 0; i < 12; i++) response.write(piece)
      response.end()
    },
    { reason: 'too-large' },
  ],
]

describe.each(failures)('the registry answers with %s', (_, answer, reason) => {
  test('what is shipped serves, and one notice says so, once', async () => {
    answerWith(answer)
    expect((await resolve('subventions')).facts).toMatchObject({ version: '2.1.1', origin: 'shipped' })
    const host = new URL(server.address).host
    expect(said).toEqual([{ code: 'registry-not-reached', details: { host, name: 'scdl/subventions', version: '2.1.1', ...reason } }])
    const asked = server.requests.length
    expect((await resolve('subventions')).facts.origin).toBe('shipped')
    expect({ notices: said.length, requests: server.requests.length }).toEqual({ notices: 1, requests: asked })
  })

  test('the copy of an earlier day serves', async () => {
    await resolve('piscines')
    answerWith(answer)
    expect((await resolve('piscines', { asking: 'now' })).facts).toMatchObject({ version: '1.1.0', origin: 'cache' })
    expect(said).toMatchObject([{ code: 'registry-not-reached', details: reason }])
    server.answer = () => false
    expect((await resolve('piscines', { asking: 'now' })).facts).toMatchObject({ version: '1.1.0', origin: 'cache' })
  })

  test('without a copy it is an error, which the next try may not have', async () => {
    await expect(Promise.resolve().then(() => answerWith(answer) ?? resolve('etalab/schema-sdirve'))).rejects.toMatchObject({
      code: 'download-failed',
      details: reason,
    })
    expect(said).toEqual([])
    server.answer = () => false
    server.files = (path) => (path === '/schemas.json' ? sdirve : '{"fields": []}')
    expect((await resolve('etalab/schema-sdirve')).facts.origin).toBe('registry')
    server.files = (path) => smallRegistry()[path]
  })
})

const sdirve = JSON.stringify({
  schemas: [
    { name: 'etalab/schema-sdirve', schema_type: 'tableschema', versions: [{ version_name: '0.1.0', schema_url: '/x/schema.json' }] },
  ],
})

test('a new version that cannot be had: the one at hand, which is told, once a day', async () => {
  await resolve('piscines@1.0.0')
  server.requests.length = 0
  server.answer = (request, response) => {
    const isNew = request.url?.includes('1.1.0') === true
    if (isNew) response.writeHead(404).end()
    return isNew
  }
  expect((await resolve('piscines')).facts).toMatchObject({ version: '1.0.0', newer: '1.1.0', origin: 'cache' })
  expect(said).toEqual([
    { code: 'version-not-reached', details: { name: 'ville/piscines', wanted: '1.1.0', version: '1.0.0', reason: 'status' } },
  ])
  await resolve('piscines')
  expect(server.requests).toHaveLength(1)
  expect(said).toHaveLength(1)
})

test.each([429, 500, 502, 503, 504])('%i is asked again', async (status) => {
  let refusals = 2
  server.answer = (_, response) => {
    if (refusals-- <= 0) return false
    response.writeHead(status, { 'retry-after': '0' }).end()
    return true
  }
  expect((await resolve('piscines')).facts.version).toBe('1.1.0')
  expect(said).toEqual([])
})

test('a server that asks to wait longer than we can is left alone', async () => {
  answerWith((response) => response.writeHead(503, { 'retry-after': '3600' }).end())
  await resolve('subventions')
  expect(server.requests).toHaveLength(1)
})

test.each([
  ['never', () => {}],
  ['too slowly', (response: ServerResponse) => void setInterval(() => response.write(' '), 200).unref()],
])('a server that answers %s is given up, once', async (_, answer) => {
  answerWith(answer)
  await resolve('subventions')
  await resolve('subventions')
  expect(said).toMatchObject([{ details: { reason: 'timeout' } }])
  expect(server.requests).toHaveLength(1)
})

test('a slow answer is an answer', async () => {
  server.answer = (request, response) => {
    setTimeout(() => response.end(smallRegistry()[request.url ?? '']), 300)
    return true
  }
  expect((await resolve('piscines')).facts.version).toBe('1.1.0')
})

test('nobody listens', async () => {
  const gone = await freePort()
  await resolve('subventions', { address: `http://127.0.0.1:${gone}` })
  expect(said).toMatchObject([{ details: { host: `127.0.0.1:${gone}`, reason: 'refused' } }])
})

test('"nothing has changed" to who has nothing', async () => {
  answerWith((response) => response.writeHead(304).end())
  await resolve('subventions')
  expect(said).toMatchObject([{ details: { reason: 'status', status: 304 } }])
})

/** A port that nothing listens to. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const listener = createServer()
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const { port } = listener.address() as { port: number }
  await new Promise((closed) => listener.close(closed))
  return port
}

describe('private addresses', () => {
  test.each([
    ...['http://127.0.0.1:9/s.json', 'http://localhost/s.json', 'http://[::1]/s.json', 'http://10.1.2.3/s.json', 'http://192.168.1.1/s'],
    ...[
      'http://169.254.169.254/latest/meta-data',
      'http://[::ffff:10.0.0.1]/s',
      'http://0x7f.1/s',
      'http://intranet/s',
      'http://nas.local/s',
    ],
    ...['http://[fd00::1]/s', 'http://2130706433/s', 'http://0/s', 'https://100.64.1.1/s'],
  ])('%s is not asked', async (url) => {
    await expect(resolve(url)).rejects.toMatchObject({ code: 'private-address' })
  })

  test('the registry is, wherever it stands', async () => {
    expect((await resolve(`${server.address}/schemas/ville/parcs/0.1.0/schema.json`)).facts.name).toBe('ville/parcs')
  })

  test('a catalogue and a redirect lead to no other', async () => {
    const address = `${elsewhere.address}/schemas/ville/parcs/0.1.0/schema.json`
    const versions = [{ version_name: '1.0.0', schema_url: address }]
    server.files = () => JSON.stringify({ schemas: [{ name: 'ville/x', schema_type: 'tableschema', versions }] })
    await expect(resolve('ville/x')).rejects.toMatchObject({ code: 'private-address' })
    server.files = (path) => smallRegistry()[path]
    answerWith((response) => response.writeHead(302, { location: address }).end())
    await expect(resolve(`${server.address}/x.json`)).rejects.toMatchObject({ code: 'private-address' })
    expect(elsewhere.requests).toEqual([])
  })
})

describe('a URL', () => {
  const url = () => `${server.address}/libre/schema.json?v=1`
  beforeEach(() => {
    server.files = (path) => (path.startsWith('/libre/') ? '{"fields": [{"name": "a"}]}' : smallRegistry()[path])
  })

  test('is asked for each time, and its copy serves where it cannot be had', async () => {
    expect((await resolve(url())).facts).toEqual({ name: url(), origin: 'url' })
    await resolve(url())
    expect(server.requests).toEqual(['/libre/schema.json?v=1', '304 /libre/schema.json?v=1'])
    answerWith((response) => response.writeHead(404).end())
    expect((await resolve(url())).descriptor).toEqual({ fields: [{ name: 'a' }] })
    expect(said).toMatchObject([{ code: 'copy-used', details: { path: url(), status: 404 } }])
  })

  test('is not asked for offline', async () => {
    await expect(resolve(url(), { asking: 'offline' })).rejects.toMatchObject({ code: 'schema-not-at-hand' })
    await resolve(url())
    expect((await resolve(url(), { asking: 'offline' })).facts.origin).toBe('url')
    expect(server.requests).toHaveLength(1)
  })

  test('that leads to a page, or nowhere, is an error', async () => {
    answerWith((response) => response.end('<html>'))
    await expect(resolve(url())).rejects.toMatchObject({ code: 'download-failed', details: { reason: 'not-it' } })
    await expect(resolve('https://[x')).rejects.toMatchObject({ code: 'download-failed' })
  })

  test('of the registry is the name and the version that it stands for', async () => {
    const { facts } = await resolve(`${server.address}/schemas/scdl/subventions/2.1.1/schema.json`)
    expect(facts).toMatchObject({ name: 'scdl/subventions', version: '2.1.1', origin: 'shipped' })
    expect(server.requests).toEqual([])
  })
})

test('a proxy of the environment is asked in place of the server', async () => {
  const { createServer } = await import('node:http')
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const { port } = new URL(server.address)
    const through = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      through.pipe(socket).pipe(through)
    })
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  const { port } = proxy.address() as { port: number }
  const { vi } = await import('vitest')
  vi.stubEnv('http_proxy', `127.0.0.1:${port}`)
  vi.resetModules()
  const fresh = await import('../../../src/node/registry/registry.js')
  const registry = fresh.openRegistry({ address: 'http://registre.exemple', cacheFolder, asking: 'daily' })
  await registry.refreshCatalogue()
  vi.unstubAllEnvs()
  proxy.closeAllConnections()
  proxy.close()
  expect(asked).toEqual(['registre.exemple:80'])
  expect((await registry.catalogueAtHand())?.has('ville/piscines')).toBe(true)
})
