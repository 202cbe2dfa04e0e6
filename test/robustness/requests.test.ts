// Requests that cannot be carried out, beyond the plain ones of test/cli: each is one sentence that says what to do, and exit code 2.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { expectRefusal } from './expectations.js'

const folder = temporaryFolder()
const schema = folder.write('schema.json', '{"fields": [{"name": "nom", "type": "string"}]}')
const table = folder.write('table.csv', 'nom\nBrest\n')
const at = (name: string): string => join(folder.path, name)
const validate = (...args: string[]) => scdl(['validate', ...args, '--schema', schema])
const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'

describe('sources', () => {
  test.each([
    ['an empty name', '', 'fichier'],
    ['a name that is too long', 'a'.repeat(5000), 'n’existe pas'],
    ['a file below a file', join(table, 'x.csv'), 'x.csv'],
    ['a web address', 'https://exemple.invalid/table.csv', 'exemple.invalid'],
  ])('%s', async (_, name, said) => {
    const outcome = await validate(name)
    expectRefusal({ ...outcome, stderr: outcome.stderr.replaceAll("'", '’') }, said)
  })

  test('all are looked at, and the code is the highest', async () => {
    const { code, stdout, stderr } = await validate(at('absent.csv'), table, at('absente.csv'), '--quiet')
    expect(stderr.split('\n')).toHaveLength(3)
    expect(stdout).toContain('table.csv')
    expect(code).toBe(2)
  })

  test.skipIf(isWindows)('a link that leads nowhere is not proposed instead of itself', async () => {
    symlinkSync(at('disparu.csv'), at('lien.csv'))
    const outcome = await validate(at('lien.csv'))
    expectRefusal(outcome, 'lien.csv')
    expect(outcome.stderr.match(/lien\.csv/g)).toHaveLength(1)
  })

  test.skipIf(isWindows)('a link that leads to itself', async () => {
    symlinkSync(at('boucle.csv'), at('boucle.csv'))
    expectRefusal(await validate(at('boucle.csv')), 'boucle.csv')
  })

  test.skipIf(isWindows)('a socket', async () => {
    const server = createServer().listen(at('prise'))
    await new Promise((listening) => server.on('listening', listening))
    expectRefusal(await validate(at('prise')), 'prise')
    await new Promise((closed) => server.close(closed))
  })
})

describe.skipIf(isRoot || isWindows)('without the right to read (not told to root)', () => {
  const secret = (name: string) => {
    const path = folder.write(name, 'nom\n')
    chmodSync(path, 0)
    return path
  }

  test('a file', async () => expectRefusal(await validate(secret('secret.csv')), 'droit'))
  test('a schema', async () => expectRefusal(await scdl(['validate', table, '--schema', secret('secret.json')]), 'droit'))

  test('a folder', async () => {
    mkdirSync(at('ferme'))
    chmodSync(at('ferme'), 0)
    expectRefusal(await validate(at('ferme')), 'droit')
    chmodSync(at('ferme'), 0o755)
  })

  test('a pipe', async () => {
    execFileSync('mkfifo', [at('tuyau')])
    chmodSync(at('tuyau'), 0)
    expectRefusal(await validate(at('tuyau')), 'droit')
  })

  test('a folder to write a report to', async () => {
    mkdirSync(at('lecture'), { mode: 0o555 })
    expectRefusal(await validate(table, '--report', `json=${at('lecture/r.json')}`), 'droit')
  })
})

describe('where a report cannot go', () => {
  test.each([
    ['a folder', () => folder.path, 'dossier'],
    ['below a file', () => join(table, 'r.json'), 'table.csv'],
  ])('%s', async (_, path, said) => {
    expectRefusal(await validate(table, '--report', `json=${path()}`), said)
  })

  test.skipIf(process.platform !== 'linux')('a full disk', async () => {
    expectRefusal(await validate(table, '--report', 'json=/dev/full'), 'place')
  })

  test('the page is given all the same', async () => {
    const { stdout } = await validate(table, '--report', `json=${folder.path}`)
    expect(stdout).toContain('est conforme')
  })
})
