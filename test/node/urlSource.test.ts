// Tables of the web, from a server on this machine.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openSource } from '../../src/node/sources.js'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function textOf(address: string): Promise<string> {
  const source = await openSource(address)
  const parts: Buffer[] = []
  for await (const chunk of source.open()) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts).toString()
}

const TABLE = `a;b\n${'1;2\n'.repeat(400_000)}`

describe('a web address', () => {
  test('is downloaded once, and read as often as asked', async () => {
    let asked = 0
    const address = await serve((_request, response) => {
      asked++
      response.end(TABLE)
    })
    const source = await openSource(`${address}/data.csv?version=1`)
    expect(source.name).toBe(`${address}/data.csv?version=1`)
    expect(source.size).toBe(TABLE.length)
    for (let reading = 0; reading < 2; reading++) {
      let size = 0
      for await (const chunk of source.open()) size += chunk.length
      expect(size).toBe(TABLE.length)
    }
    expect(Buffer.from(await source.slice!(2, 6)).toString()).toBe('b\n1;')
    expect(asked).toBe(1)
  })

  test('may lead to another one of the same server', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/r/1') response.writeHead(302, { location: '/files/data.csv' }).end()
      else response.end('a\n1\n')
    })
    expect(await textOf(`${address}/r/1`)).toBe('a\n1\n')
  })

  test('does not lead to another machine of the local network', async () => {
    const address = await serve((_request, response) => response.writeHead(302, { location: 'http://10.1.2.3/data.csv' }).end())
    await expect(openSource(`${address}/data.csv`)).rejects.toMatchObject({ code: 'private-address', details: { host: '10.1.2.3' } })
  })

  test.each([
    [
      'a file that is not there',
      (response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
      { reason: 'status', status: 404 },
    ],
    [
      'half a file',
      (response: Parameters<RequestListener>[1]) => {
        response.writeHead(200, { 'content-length': 1000 }).write('a;b\n')
        setTimeout(() => response.socket?.end(), 20)
      },
      { reason: 'cut' },
    ],
  ])('%s is no table', async (_name, answer, details) => {
    const address = await serve((_request, response) => void answer(response))
    await expect(openSource(`${address}/data.csv`)).rejects.toMatchObject({ code: 'download-failed', details })
  })

  test('of another kind is not read', async () => {
    await expect(openSource('ftp://exemple.fr/data.csv')).rejects.toMatchObject({ code: 'unsupported-source' })
  })
})
