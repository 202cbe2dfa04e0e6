import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ScdlError } from '../../src/core/error.js'
import { DEFAULT_LIMITS } from '../../src/core/format.js'
import type { Platform, Source } from '../../src/core/source.js'
import { openTable } from '../../src/formats/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { memorySource } from './memorySource.js'
import { readTable } from './readTable.js'

const text = `nom;montant\n${Array.from({ length: 30_000 }, (_, i) => `Association n° ${i};${(i * 7919) % 1000}\n`).join('')}`
const zipped = new Uint8Array(gzipSync(text))
const platforms: Record<string, Platform> = {
  DecompressionStream: {},
  'what Node offers': nodePlatform,
}

describe.each(Object.entries(platforms))('gzip with %s', (_name, platform) => {
  test('reads what it holds, whatever its name', async () => {
    const table = await readTable(memorySource(zipped, 'subventions.csv', 1000), {}, platform)
    expect(table.facts).toMatchObject({ name: 'csv', delimiter: ';', wrapped: 'gzip' })
    expect(table.rows).toHaveLength(30_001)
    expect(table.rows[30_000]).toEqual(['Association n° 29999', String((29_999 * 7919) % 1000)])
    expect(table.findings).toEqual([])
  })

  test('a file that is cut gives the rows that it still has and says so', async () => {
    const table = await readTable(memorySource(zipped.subarray(0, zipped.length >> 1), 'a.csv.gz', 1000), {}, platform)
    expect(table.rows.length).toBeGreaterThan(100)
    expect(table.findings).toEqual([{ code: 'file/truncated', place: { row: table.rows.length }, details: {} }])
  })

  test('a file that is corrupt gives the rows before', async () => {
    const corrupt = new Uint8Array(zipped)
    corrupt.fill(0xff, corrupt.length - 2000, corrupt.length - 100)
    const table = await readTable(memorySource(corrupt, 'a.csv.gz', 1000), {}, platform)
    expect(table.findings.at(-1)?.code).toBe('file/truncated')
  })

  test('nothing to save: not a table', async () => {
    const opened = await openTable(memorySource(zipped.subarray(0, 12), 'a.csv'), platform, { limits: DEFAULT_LIMITS })
    expect(opened).toMatchObject({ faults: [{ code: 'file/not-a-table', details: { found: 'gzip' } }], sheets: [] })
  })

  test.each([
    ['inflatedBytes', 100_000],
    ['inflationRatio', 3],
  ] as const)('%s is limited', async (limit, value) => {
    const reading = readTable(memorySource(zipped, 'a.csv.gz', 1000), { limits: { ...DEFAULT_LIMITS, [limit]: value } }, platform)
    await expect(reading).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit, value } })
  })

  test('a source that fails is not a damaged file', async () => {
    const failing: Source = {
      name: 'a.csv.gz',
      async *open() {
        yield zipped.slice(0, 5000)
        throw new ScdlError('read-failed', { source: 'a.csv.gz' })
      },
    }
    await expect(readTable(failing, {}, platform)).rejects.toMatchObject({ code: 'read-failed' })
  })

  test('an empty file in gzip is empty', async () => {
    expect((await readTable(memorySource(new Uint8Array(gzipSync(''))), {}, platform)).faults).toEqual([{ code: 'file/empty' }])
  })
})

describe('what is no table', () => {
  test.each([
    ['pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
    ['html', '<!DOCTYPE html>\n<html><head><title>404</title>'],
    ['json', '{"type": "FeatureCollection", "features": []}'],
  ])('%s', async (found, content) => {
    const opened = await openTable(memorySource(content, 'donnees.csv'), {}, { limits: DEFAULT_LIMITS })
    expect(opened.faults).toEqual([{ code: 'file/not-a-table', details: { found } }])
    expect(opened.sheets).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['blank lines', '\r\n \n\n'],
    ['a mark', '\ufeff'],
    ['a mark in UTF-16', new Uint8Array([0xff, 0xfe])],
  ])('empty: %s', async (_name, content) => {
    const opened = await openTable(memorySource(content), {}, { limits: DEFAULT_LIMITS })
    expect(opened.faults).toEqual([{ code: 'file/empty' }])
    expect(opened.sheets).toEqual([])
  })
})
