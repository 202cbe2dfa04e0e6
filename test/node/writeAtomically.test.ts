import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeAtomically } from '../../src/node/writeAtomically.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()

async function* parts(): AsyncGenerator<string> {
  yield 'un\n'
  yield 'deux\n'
}

describe('writeAtomically', () => {
  test('a new file, whole, in parts, and one that is replaced', async () => {
    const path = join(folder.path, 'rapport.json')
    await writeAtomically(path, '{}')
    expect(readFileSync(path, 'utf8')).toBe('{}')
    await writeAtomically(path, parts())
    expect(readFileSync(path, 'utf8')).toBe('un\ndeux\n')
  })

  test('a failure leaves what was there, and nothing beside it', async () => {
    const path = folder.write('échec/rapport.json', 'ancien')
    async function* failing(): AsyncGenerator<string> {
      yield 'nouveau'
      throw new Error('defect')
    }
    await expect(writeAtomically(path, failing())).rejects.toThrow('defect')
    expect(readFileSync(path, 'utf8')).toBe('ancien')
    expect(readdirSync(join(folder.path, 'échec'))).toEqual(['rapport.json'])
  })

  test.skipIf(process.platform === 'win32')('a link stays a link', async () => {
    const target = folder.write('cible.json', '')
    const link = join(folder.path, 'lien.json')
    symlinkSync(target, link)
    await writeAtomically(link, 'x')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('x')
  })

  test.skipIf(process.platform === 'win32')('a device is written to, not replaced', async () => {
    await writeAtomically('/dev/null', 'x')
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('why it could not be written', async () => {
    mkdirSync(join(folder.path, 'dossier'))
    await expect(writeAtomically(join(folder.path, 'dossier'), '')).rejects.toMatchObject({
      code: 'write-failed',
      details: { reason: 'is-folder' },
    })
    await expect(writeAtomically(join(folder.path, 'absent', 'r.json'), '')).rejects.toMatchObject({
      details: { reason: 'no-such-folder' },
    })
  })

  test.skipIf(process.platform !== 'linux')('a full disk', async () => {
    await expect(writeAtomically('/dev/full', 'x')).rejects.toMatchObject({ details: { path: '/dev/full', reason: 'no-space' } })
  })
})
