import { chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listFiles } from '../../src/node/listFiles.js'
import { distinct, expandArgument, openSource } from '../../src/node/sources.js'
import { asNobody } from './asNobody.js'
import { temporaryFolder } from './temporaryFolder.js'

const root = temporaryFolder()
chmodSync(root.path, 0o755)

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(root.path, 'case-'))
  chmodSync(folder, 0o755)
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'a\n')
  }
  return folder
}

async function listed(folder: string) {
  const { paths, unread } = await listFiles({ folder, patterns: ['**/*.csv'] })
  return { paths, unread: unread.map(({ code, details }) => [code, details.path]) }
}

test('names that are alike to a reader have one order all the same', async () => {
  const names = ['f01.csv', 'f1.csv', 'f001.csv', 'f2.csv', 'a\u200bb.csv', 'ab.csv']
  const expected = (await listed(folderWith(...names))).paths
  expect((await listed(folderWith(...names.toReversed()))).paths).toEqual(expected)
  expect(expected).toEqual(['ab.csv', 'a\u200bb.csv', 'f001.csv', 'f01.csv', 'f1.csv', 'f2.csv'])
})

describe.skipIf(process.platform === 'win32')('links', () => {
  test('a folder that leads to one above it gives its files once', async () => {
    const folder = folderWith('a.csv', 'sous/b.csv')
    symlinkSync('..', join(folder, 'sous/ici'))
    symlinkSync('.', join(folder, 'boucle'))
    expect((await listed(folder)).paths).toEqual(['a.csv', 'sous/b.csv'])
  })

  test('a folder elsewhere is looked into; a file under another name is one of its own', async () => {
    const elsewhere = folderWith('x.csv')
    const folder = folderWith('2024.csv')
    symlinkSync(elsewhere, join(folder, 'lien'))
    symlinkSync('2024.csv', join(folder, 'dernier.csv'))
    expect((await listed(folder)).paths).toEqual(['2024.csv', 'dernier.csv', 'lien/x.csv'])
  })

  test('of several names of one file the first stays', () => {
    const folder = folderWith('a.csv')
    symlinkSync('.', join(folder, 'ici'))
    const [plain, dotted, linked] = [join(folder, 'a.csv'), `${folder}/./a.csv`, join(folder, 'ici/a.csv')]
    expect(distinct([dotted, plain, linked])).toEqual([dotted])
  })
})

test.skipIf(process.platform === 'win32')('a folder below that cannot be looked into is told', async () => {
  const folder = folderWith('a.csv', 'fermé/dedans/b.csv', 'ouvert/c.csv')
  chmodSync(join(folder, 'fermé'), 0)
  const { paths, unread } = await asNobody(() => listed(folder))
  expect(paths).toEqual(['a.csv', 'ouvert/c.csv'])
  expect(unread).toEqual([['no-permission', join(folder, 'fermé')]])
  await expect(asNobody(() => expandArgument(folder))).rejects.toMatchObject({ code: 'no-permission' })
  chmodSync(join(folder, 'fermé'), 0o755)
})

test.skipIf(process.platform !== 'linux')('a file whose name is no UTF-8 is told as such', async () => {
  const folder = folderWith()
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/bénéficiaires`, 'latin1'), Buffer.from('.csv')]), 'a\n')
  const [name = ''] = readdirSync(folder)
  await expect(openSource(join(folder, name))).rejects.toMatchObject({ code: 'read-failed', details: { reason: 'name-encoding' } })
})
