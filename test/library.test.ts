// docs/library.md is run: its examples in Node as they stand, the one for browsers in Chromium with the built package.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { hasChromium, launchChromium } from './chromium.js'
import { temporaryFolder } from './node/temporaryFolder.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const guide = readFileSync(join(root, 'docs/library.md'), 'utf8')
const blocks = [...guide.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

const folder = temporaryFolder()
symlinkSync(join(root, 'fixtures'), join(folder.path, 'fixtures'), 'junction')
mkdirSync(join(folder.path, 'node_modules'))
symlinkSync(root, join(folder.path, 'node_modules/scdl-cli'), 'junction')

describe('in Node', () => {
  const examples = blocks.flatMap(({ language, text }, i) => (language === 'js node' ? [[text, blocks[i + 1]?.text ?? ''] as const] : []))

  test('every function has its example', () => {
    for (const name of ['validate', 'convert', 'inspect']) expect(examples.some(([text]) => text.includes(` ${name}(`))).toBe(true)
  })

  test.each(examples)('%s', (example, shown) => {
    const { stdout, stderr } = spawnSync(process.execPath, [folder.write('example.mjs', example)], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, CI: 'true' },
    })
    expect({ stdout: plain(stdout), stderr }).toEqual({ stdout: plain(shown), stderr: '' })
  })
})

/** What a bundler would take for a browser. */
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: { '.': { browser: { default: string } } } }
const entry = exports['.'].browser.default.slice(1)

const PAGE = `<!doctype html><meta charset="utf-8"><title>Vérifier</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "scdl-cli": "${entry}" } }</script>
<input type="file" aria-label="Fichier"><output></output>
<script type="module">
  import { verifier } from './verifier.js'
  const descriptor = { fields: [{ name: 'nom', constraints: { required: true } }, { name: 'ouverture', type: 'date' }] }
  document.querySelector('input').addEventListener('change', async ({ target }) => {
    const output = document.querySelector('output')
    output.textContent = ''
    output.textContent = JSON.stringify(await verifier(target.files[0], descriptor))
  })
</script>`

describe.skipIf(!hasChromium)('in a browser (skipped where Chromium is not installed)', () => {
  let server: Server
  let browser: Browser
  let origin = ''
  const verifier = blocks.find(({ language }) => language === 'js browser')?.text ?? ''

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body)
      if (url === '/') return send('text/html', PAGE)
      if (url === '/verifier.js') return send('text/javascript', verifier)
      const file = join(root, url)
      if (/^\/dist\/[\w./-]+\.js$/.test(url) && existsSync(file)) return send('text/javascript', readFileSync(file))
      response.statusCode = 404
      return response.end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const TABLE = [
    ['nom', 'ouverture'],
    ['Piscine', '2024-05-01'],
    ['', '01/06/2024'],
  ]
  const csv = Buffer.from(TABLE.map((row) => row.join(';')).join('\n'))
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([...TABLE, ...Array.from({ length: 5000 }, () => ['Stade', '2024-05-01'])]))
  const book = (bookType: 'xlsx' | 'ods' | 'xls') => write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer
  const PHRASES = [/^Cette cellule est vide/, /^« 01\/06\/2024 » n'est pas une date/]

  test.each([
    ['a.csv', csv, 2],
    ['a.csv en windows-1252', Buffer.from('nom;ouverture\nMédiathèque;2024-05-01\n;01/06/2024\n', 'latin1'), 2],
    ['a.xlsx', book('xlsx'), 5002],
    ['a.ods', book('ods'), 5002],
    ['a.xls', book('xls'), 5002],
  ])('%s', async (name, buffer, rows) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const amiss: string[] = []
    page.on('console', (message) => amiss.push(message.text()))
    page.on('pageerror', (error) => amiss.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) amiss.push(request.url())
    })
    await page.goto(origin)
    await page.getByLabel('Fichier').setInputFiles({ name: name.split(' ')[0] ?? '', mimeType: '', buffer })
    const output = page.locator('output')
    await expect.poll(() => output.textContent(), { timeout: 30_000 }).not.toBe('')
    const found = JSON.parse(plain((await output.textContent()) ?? '')) as { verdict: string; lignes: number; phrases: string[] }
    expect(found.lignes).toBe(rows)
    for (const phrase of PHRASES) expect(found.phrases.filter((said) => phrase.test(said))).toHaveLength(1)
    expect(amiss).toEqual([])
    await context.close()
  })
})
