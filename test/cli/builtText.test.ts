// The bundles hold texts and patterns beyond ASCII, in a form that loses nothing where the launcher reads them itself.
import { readdirSync, readFileSync } from 'node:fs'
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

test('the files that the launcher reads byte by byte are ASCII', () => {
  const files = readdirSync(new URL('dist/cli/', root)).filter((name) => name.endsWith('.cjs'))
  expect(files.length).toBeGreaterThan(5)
  for (const name of files) expect(readFileSync(new URL(`dist/cli/${name}`, root)).every((byte) => byte < 0x80)).toBe(true)
})
