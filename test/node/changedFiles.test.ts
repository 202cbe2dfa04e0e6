import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { changedSince } from '../../src/node/changedFiles.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const repository = join(folder.path, 'dépôt')
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: repository,
    encoding: 'utf8',
  })
const write = (name: string, text = 'a\n1\n'): string => folder.write(`dépôt/${name}`, text)
const NAMES = ['même.csv', 'modifié.csv', 'ancien nom.csv', 'supprimé.csv', 'à indexer.csv', 'sous dossier/é\n"ç".csv', 'écrit.csv']

const hasGit = (() => {
  try {
    execFileSync('git', ['--version'])
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!hasGit || process.platform === 'win32')('changedSince (needs git)', () => {
  beforeAll(() => {
    for (const name of NAMES) write(name)
    write('.gitignore', 'ignoré.csv\n')
    git('init', '--quiet', '--initial-branch=main')
    git('add', '-A')
    git('commit', '--quiet', '-m', 'one')
    git('tag', 'début')
    git('checkout', '--quiet', '-b', 'branche')
    write('modifié.csv', 'a\n2\n')
    git('commit', '--quiet', '-am', 'two')
    git('checkout', '--quiet', 'main')
    write('écrit.csv', 'a\n3\n')
    git('commit', '--quiet', '-am', 'three')
    git('checkout', '--quiet', 'branche')
    renameSync(join(repository, 'ancien nom.csv'), join(repository, 'nouveau nom.csv'))
    rmSync(join(repository, 'supprimé.csv'))
    write('à indexer.csv', 'a\n4\n')
    git('add', 'à indexer.csv')
    write('sous dossier/é\n"ç".csv', 'a\n5\n')
    write('sous dossier/pas suivi.csv')
    write('ignoré.csv')
    folder.write('ailleurs.csv', 'a\n')
    symlinkSync('modifié.csv', join(repository, 'lien.csv'))
  })

  const all = [...NAMES, 'nouveau nom.csv', 'sous dossier/pas suivi.csv', 'ignoré.csv', 'lien.csv', '../ailleurs.csv']
  async function changed(ref: string, from = repository): Promise<string[]> {
    const isChanged = await changedSince(ref, from)
    return all.filter((name) => isChanged(join(repository, name)))
  }

  test('edited, staged, renamed and new files, whatever their names; not the deleted, the ignored, the untouched', async () => {
    const expected = [
      'à indexer.csv',
      'sous dossier/é\n"ç".csv',
      'nouveau nom.csv',
      'sous dossier/pas suivi.csv',
      'lien.csv',
      '../ailleurs.csv',
    ]
    expect(await changed('HEAD')).toEqual([
      'à indexer.csv',
      'sous dossier/é\n"ç".csv',
      'nouveau nom.csv',
      'sous dossier/pas suivi.csv',
      'lien.csv',
      '../ailleurs.csv',
    ])
    expect(await changed('début')).toEqual(['modifié.csv', ...expected])
  })

  test('what another branch changed since is not a change of this one', async () => {
    expect(await changed('main')).toEqual(await changed('début'))
  })

  test('from a folder of the repository, and through a link to it', async () => {
    expect(await changed('HEAD', join(repository, 'sous dossier'))).toEqual(await changed('HEAD'))
    symlinkSync(repository, join(folder.path, 'lien'))
    const isChanged = await changedSince('HEAD', join(folder.path, 'lien'))
    expect(isChanged(join(folder.path, 'lien/à indexer.csv'))).toBe(true)
    expect(isChanged(join(folder.path, 'lien/même.csv'))).toBe(false)
  })

  test.each(['inconnu', '--output=/tmp/x', '-h', '$(id)', 'HEAD; id', ''])('%j is not a state that git knows', async (ref) => {
    await expect(changedSince(ref, repository)).rejects.toMatchObject({ code: 'unknown-ref', details: { ref } })
  })

  test('outside a repository', async () => {
    await expect(changedSince('HEAD', folder.path)).rejects.toMatchObject({ code: 'not-a-repository' })
  })
})
