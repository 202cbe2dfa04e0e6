import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALIKE } from '../../src/core/alike.js'
import { CELL_WORDS, VerdictCache } from '../../src/core/verdictCache.js'

const encoder = new TextEncoder()

/** Every cell is either counted by the cache or by the caller; by text and faults, the sum is what came. */
function countAll(cells: readonly (readonly [text: string, faults: number])[], atOnce = 1000) {
  const texts: string[] = []
  const counted = new Map<string, number>()
  const add = (key: string, times: number) => counted.set(key, (counted.get(key) ?? 0) + times)
  const cache = new VerdictCache(1)
  // As in the reader, whose cells stand in one buffer.
  const bytes = encoder.encode(cells.map(([text]) => text).join(''))
  const lookedUp = new Int32Array(CELL_WORDS * cells.length)
  let at = 0
  for (const [i, [text, faults]] of cells.entries()) {
    const start = at
    at += encoder.encode(text).length
    lookedUp.set([i, start, at, faults], CELL_WORDS * i)
  }
  let misses = 0
  for (let from = 0; from < cells.length; from += atOnce) {
    const to = Math.min(cells.length, from + atOnce)
    for (let place = from; ; place++) {
      place = cache.countKnown(bytes, lookedUp, place, to)
      if (place === to) break
      const [text, faults] = cells[place]!
      misses++
      add(`${text} ${faults}`, 1)
      cache.keep(faults, texts.push(text) - 1, ALIKE.exact)
    }
  }
  const hits = cells.length - misses
  cache.tellAll((verdict, faults, times) => add(`${texts[verdict]} ${faults}`, times))
  return { counted, hits }
}

function expected(cells: readonly (readonly [string, number])[]) {
  const counts = new Map<string, number>()
  for (const [text, faults] of cells) counts.set(`${text} ${faults}`, (counts.get(`${text} ${faults}`) ?? 0) + 1)
  return counts
}

describe('a cache that counts', () => {
  test('loses no cell, whatever comes', () => {
    const text = fc.oneof(fc.constantFrom('a', 'ab', 'abcd', 'é', '18/03/2024', '1 234,50 €', 'x'.repeat(70)), fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.constantFrom(1, 2, 5))), (cells) => {
        expect(countAll(cells).counted).toEqual(expected(cells))
        expect(countAll(cells, 1).counted).toEqual(expected(cells))
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  test('loses none as it grows, rests and cells take the place of others', () => {
    const few = Array.from({ length: 30_000 }, (_, i) => [`${(i * 7919) % 40}/03`, 1] as const)
    const many = Array.from({ length: 30_000 }, (_, i) => [`${(i * 7919) % 6000},50`, 1 + (i % 2)] as const)
    const ever = Array.from({ length: 90_000 }, (_, i) => [`no. ${i}`, 1] as const)
    const cells = [...few, ...many, ...ever, ...few]
    const { counted, hits } = countAll(cells)
    expect(counted).toEqual(expected(cells))
    expect(hits).toBeGreaterThan(30_000)
  })
})
