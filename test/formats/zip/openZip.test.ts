import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../../src/core/format.js'
import type { Platform, Source } from '../../../src/core/source.js'
import { openZip } from '../../../src/formats/zip/openZip.js'
import { nodePlatform } from '../../../src/node/platform.js'
import { memorySource } from '../memorySource.js'
import { writeZip, type ZipOptions, type ZipPart } from './writeZip.js'

const text = Array.from({ length: 30_000 }, (_, i) => `ligne ${i * 7919}\n`).join('')
const parts: ZipPart[] = [
  { name: 'dossier/', content: '' },
  { name: 'stocké.txt', content: 'été' },
  { name: 'dossier/compressé.txt', content: text, deflated: true },
  { name: 'dossier\\après.txt', content: text, deflated: true, descriptor: true },
]
const platforms: Record<string, Platform> = { DecompressionStream: {}, 'what Node offers': nodePlatform }

async function readAll(source: Source, platform: Platform = {}, limits: Partial<Limits> = {}): Promise<Record<string, string>> {
  const archive = await openZip(source, platform, { ...DEFAULT_LIMITS, ...limits })
  const found: Record<string, string> = {}
  for (const [name, entry] of archive.entries) {
    const chunks: Uint8Array[] = []
    for await (const chunk of archive.read(entry)) chunks.push(chunk.slice())
    found[name] = Buffer.concat(chunks).toString()
  }
  return found
}

const expected = { 'stocké.txt': 'été', 'dossier/compressé.txt': text, 'dossier/après.txt': text }

describe.each(Object.entries(platforms))('with %s', (_name, platform) => {
  const archives: [string, ZipOptions][] = [
    ['plain', {}],
    ['with a comment', { comment: 'PK\x05\x06 commentaire' }],
    ['after something else', { before: Buffer.alloc(1000, 'x') }],
    ['of more than 4 GB, as it says', { wide: true }],
  ]
  test.each(archives)('an archive, %s', async (_kind, options) => {
    expect(await readAll(memorySource(writeZip(parts, options)), platform)).toEqual(expected)
  })

  test('a source without random access', async () => {
    const { name, open } = memorySource(writeZip(parts), 'a.zip', 1000)
    expect(await readAll({ name, open }, platform)).toEqual(expected)
  })

  test('damaged data', async () => {
    const bytes = writeZip(parts.slice(2, 3))
    bytes.fill(0xff, 20_000, 20_100)
    await expect(readAll(memorySource(bytes), platform)).rejects.toMatchObject({ found: 'corrupt' })
  })

  test.each([
    ['inflatedBytes', { inflatedBytes: 100_000 }, text],
    ['inflationRatio', { inflationRatio: 400 }, Buffer.alloc(20_000_000)],
  ])('%s is limited, whatever the directory says', async (limit, limits, content) => {
    const honest = writeZip([{ name: 'a', content, deflated: true }])
    const lying = writeZip([{ name: 'a', content, deflated: true, size: 10 }])
    for (const bytes of [honest, lying]) {
      await expect(readAll(memorySource(bytes), platform, limits)).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit } })
    }
  })

  test('a source that fails is not a damaged archive', async () => {
    const source = memorySource(writeZip(parts.slice(2)))
    let slices = 0
    const slice = async (from: number, to: number): Promise<Uint8Array> => {
      if (++slices > 3) throw new Error('unreadable')
      return source.slice!(from, to)
    }
    await expect(readAll({ ...source, slice }, platform)).rejects.toThrow('unreadable')
  })
})

const refused: [string, 'corrupt' | 'encrypted', Uint8Array][] = [
  ['cut', 'corrupt', writeZip(parts).subarray(0, 5000)],
  ['empty', 'corrupt', new Uint8Array(0)],
  ['cut in the directory', 'corrupt', writeZip(parts).filter((_, i) => i < 40 || i > 140)],
  ['on several disks', 'corrupt', writeZip(parts, { disks: 1 })],
  ['an entry with a password', 'encrypted', writeZip([{ name: 'a', content: 'x', encrypted: true }])],
  ['an unknown compression', 'corrupt', writeZip([{ name: 'a', content: 'x', method: 12 }])],
  ['a size that is not true', 'corrupt', writeZip([{ name: 'a', content: 'xyz', size: 2 }])],
]

test.each(refused)('refused: %s', async (_name, found, bytes) => {
  await expect(readAll(memorySource(bytes))).rejects.toMatchObject({ name: 'ZipFault', found })
})

test('entries are limited', async () => {
  const bytes = writeZip(Array.from({ length: 50_001 }, (_, i) => ({ name: `${i}`, content: '' })))
  await expect(readAll(memorySource(bytes))).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'entries' } })
})

test('of two entries with one name the first counts', async () => {
  const bytes = writeZip([
    { name: 'a', content: 'un' },
    { name: 'a', content: 'deux' },
  ])
  expect(await readAll(memorySource(bytes))).toEqual({ a: 'un' })
})

test('entries that share their bytes are no archive', async () => {
  const bytes = Buffer.from(
    writeZip([
      { name: 'a', content: text },
      { name: 'b', content: 'x' },
    ]),
  )
  // The directory says that the second entry holds as much as the first.
  const second = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
  bytes.writeUInt32LE(text.length, second + 20)
  await expect(readAll(memorySource(bytes))).rejects.toMatchObject({ name: 'ZipFault', found: 'corrupt' })
})
