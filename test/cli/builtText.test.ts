// The bundles hold texts and patterns beyond ASCII: where the launcher reads them itself, it reads them as UTF-8.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const root = new URL('../../', import.meta.url)
const folder = temporaryFolder()

test('a page is written with its arrows', async () => {
  const path = folder.write('page.html', '')
  const faulty = 'fixtures/readme/subventions-2024/data.csv'
  await scdl(['validate', faulty, '--schema', 'subventions', '--report', `html=${path}`, '--force'], { cwd: new URL('.', root).pathname })
  const page = readFileSync(path, 'utf8')
  expect(page).toContain('>→ </span>')
  expect(page).not.toMatch(/[\u0080-\u009f]/)
})

test('a module beyond ASCII is loaded as it is written', () => {
  const { load } = createRequire(import.meta.url)(new URL('bin/load.js', root).pathname) as { load(file: string): { text: RegExp } }
  expect(load(folder.write('module.cjs', 'exports.text = /^€ → é$/')).text.test('€ → é')).toBe(true)
  expect(readdirSync(new URL('dist/cli/', root)).length).toBeGreaterThan(5)
})
