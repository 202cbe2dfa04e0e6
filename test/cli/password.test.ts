// An address with `user:password@` opens what it should, and is never shown, reported or kept with it.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const folder = temporaryFolder()
const cache = join(folder.path, 'cache')
const SECRET = 'm0t-de-passe'
const SCHEMA = JSON.stringify({
  name: 'mesures',
  fields: [
    { name: 'nom', type: 'string' },
    { name: 'mesure', type: 'number' },
  ],
})

let server: Server
let host = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(`agent:${SECRET}`).toString('base64')}`
    if (!isKnown) response.writeHead(401).end()
    else if (request.url === '/schema.json') response.end(SCHEMA)
    else if (request.url === '/mesures.csv') response.end('nom,mesure\nBrest,x\n')
    else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const address = (path: string): string => `http://agent:${SECRET}@${host}/${path}`
const run = (...args: string[]) => scdl(args, { cwd: folder.path, env: { SCDL_CACHE_DIR: cache, SCDL_REGISTRY: address('') } })

describe('the password of an address', () => {
  test.each(['human', 'json', 'html', 'markdown', 'sarif', 'github', 'junit', 'csv', 'validata'])(
    'is sent, and is not in the %s report',
    async (report) => {
      const { code, stdout, stderr } = await run('validate', address('mesures.csv'), '--schema', address('schema.json'), '--report', report)
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).not.toContain(SECRET)
      if (report === 'json')
        expect(JSON.parse(stdout).files[0]).toMatchObject({
          source: `http://***@${host}/mesures.csv`,
          schema: { name: `http://***@${host}/schema.json` },
        })
    },
  )

  test('is not in what convert, inspect, schemas and config say', async () => {
    folder.write('scdl.config.json', JSON.stringify({ files: [{ match: '*.csv', schema: address('schema.json') }], registry: address('') }))
    for (const args of [
      ['convert', address('mesures.csv'), '--schema', address('schema.json'), '--force'],
      ['inspect', address('mesures.csv'), '--json'],
      ['schemas', 'show', address('schema.json')],
      ['schemas', 'lint', address('schema.json')],
      ['schemas', 'template', address('schema.json'), '--out', 'modele.csv', '--force'],
      ['config', 'a.csv'],
      ['config', 'a.csv', '--json'],
    ]) {
      const { code, stdout, stderr } = await run(...args)
      expect([args[0], code]).toEqual([args[0], args[0] === 'convert' ? 1 : 0])
      expect(stdout).toContain('***@')
      expect(stdout + stderr).not.toContain(SECRET)
    }
  })

  test('is not in the sentence of a failure, nor in the report of it', async () => {
    folder.write('a.csv', 'nom,mesure\nBrest,1\n')
    for (const args of [
      ['validate', 'a.csv', '--no-config', '--schema', address('absent.json')],
      ['validate', 'a.csv', address('absent.csv'), '--no-config', '--schema', address('schema.json'), '--report', 'json'],
      ['convert', address('absent.csv'), '--schema', address('schema.json')],
      ['validate', 'a.csv', '--no-config', '--schema', `http://agent:${SECRET}@nulle.part:1/schema.json`],
      ['validate', `ftp://agent:${SECRET}@ville.example/a.csv`, '--no-config', '--schema', address('schema.json')],
    ]) {
      const { code, stdout, stderr } = await run(...args)
      expect(code).toBe(2)
      expect(stderr).toContain('***@')
      expect(stdout + stderr).not.toContain(SECRET)
    }
  })

  test('is not kept with the copy, which serves without a network', async () => {
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(1)
    for (const name of files) expect(readFileSync(join(cache, name), 'utf8')).not.toContain(SECRET)
    const { code } = await run('validate', 'a.csv', '--no-config', '--schema', address('schema.json'), '--offline')
    expect(code).toBe(0)
  })
})
