import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Source } from '../../src/core/source.js'
import { expandArgument, expandSources, openSource } from '../../src/node/sources.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
for (const name of [
  'f10.csv',
  'f2.CSV',
  'sous/dossier/f1.xlsx',
  'schema.json',
  'lisez-moi.md',
  '~$f1.xlsx',
  '.~lock.f10.csv#',
  'node_modules/x/t.csv',
]) {
  folder.write(`data/${name}`, 'a;b\n1;2\n')
}
folder.write('data/[2024] aides.csv', 'a\n')
const data = join(folder.path, 'data')
const below = async (argument: string): Promise<string[]> =>
  (await expandArgument(argument)).map((name) => relative(data, name).replaceAll('\\', '/'))

async function textOf(source: Source): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of source.open()) text += decoder.decode(chunk, { stream: true })
  return text
}

describe('expandArgument', () => {
  test('a folder gives its tables, in the order of a reader, without what spreadsheets leave behind', async () => {
    expect(await below(data)).toEqual(['[2024] aides.csv', 'f2.CSV', 'f10.csv', 'sous/dossier/f1.xlsx'])
  })

  test('a pattern gives the files like it', async () => {
    expect(await below(join(data, '**/*.{csv,xlsx}'))).toEqual(['[2024] aides.csv', 'f10.csv', 'sous/dossier/f1.xlsx'])
  })

  test('a file whose name holds glob characters is itself', async () => {
    expect(await below(join(data, '[2024] aides.csv'))).toEqual(['[2024] aides.csv'])
  })

  test('standard input, URLs and paths stay as they are', async () => {
    for (const name of ['-', 'https://exemple.fr/data?id[]=1', 'absent.csv']) expect(await expandArgument(name)).toEqual([name])
  })

  test.each([
    ['a folder without tables', 'vide', { kind: 'folder' }],
    ['a pattern that fits no file', 'data/*.ods', { kind: 'pattern' }],
  ])('%s is a fault of the request', async (_, name, details) => {
    mkdirSync(join(folder.path, 'vide'), { recursive: true })
    await expect(expandArgument(join(folder.path, name))).rejects.toMatchObject({ code: 'nothing-to-check', details })
  })
})

describe('openSource', () => {
  test('a file can be read again, and in part', async () => {
    const [source] = await expandSources([join(data, 'f10.csv')])
    expect(source).toMatchObject({ size: 8 })
    expect(await textOf(source!)).toBe('a;b\n1;2\n')
    expect(await textOf(source!)).toBe('a;b\n1;2\n')
    expect(new TextDecoder().decode(await source!.slice!(4, 7))).toBe('1;2')
    expect(await source!.slice!(7, 20)).toHaveLength(1)
  })

  test('a file larger than a chunk comes whole', async () => {
    const text = '0123456789\n'.repeat(300_000)
    expect(await textOf(await openSource(folder.write('grand.csv', text)))).toBe(text)
  })

  test('an empty file gives nothing', async () => {
    expect(await textOf(await openSource(folder.write('vide.csv', '')))).toBe('')
  })

  test('the same file under two names is read once', async () => {
    const sources = await expandSources([join(data, 'f10.csv'), data, join(data, '*.csv')])
    expect(sources).toHaveLength(4)
  })

  test('an absent file names the nearest of its folder', async () => {
    const path = join(data, 'f01.csv')
    await expect(openSource(path)).rejects.toMatchObject({ code: 'no-such-file', details: { path, nearest: join(data, 'f10.csv') } })
    await expect(openSource(join(data, 'tout-autre-chose'))).rejects.toMatchObject({ code: 'no-such-file' })
    await expect(openSource(join(data, 'f10.csv', 'x'))).rejects.toMatchObject({ code: 'no-such-file' })
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file without permission (skipped for root)', async () => {
    const path = folder.write('secret.csv', 'a\n')
    chmodSync(path, 0)
    await expect(openSource(path)).rejects.toMatchObject({ code: 'no-permission' })
  })

  test('a folder is not a file', async () => {
    await expect(openSource(data)).rejects.toMatchObject({ code: 'read-failed', details: { reason: 'EISDIR' } })
  })

  test.skipIf(process.platform === 'win32')('a pipe that somebody writes to later, piece by piece', async () => {
    const pipe = join(folder.path, 'lent')
    execFileSync('mkfifo', [pipe])
    const opening = openSource(pipe)
    execFileSync('sh', ['-c', '(sleep 0.1; exec > "$0"; echo a; sleep 0.2; seq 100000) &', pipe], { stdio: 'ignore' })
    expect(await textOf(await opening)).toBe(`a\n${Array.from({ length: 100_000 }, (_, i) => `${i + 1}\n`).join('')}`)
  })

  test.skipIf(process.platform === 'win32')('a pipe is put aside, and can be read again', async () => {
    const pipe = join(folder.path, 'tube')
    execFileSync('mkfifo', [pipe])
    execFileSync('sh', ['-c', 'printf "a\\n1\\n" > "$0" &', pipe], { stdio: 'ignore' })
    const source = await openSource(pipe)
    expect(source.size).toBe(4)
    expect(await textOf(source)).toBe('a\n1\n')
    expect(await textOf(source)).toBe('a\n1\n')
  })
})
