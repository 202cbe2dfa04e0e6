import { expect, test } from 'vitest'
import { DistinctCounter } from '../../src/inspect/distinctCounter.js'
import { Chance } from '../fuzz/chance.js'

function countOf(hashes: readonly (readonly [number, number])[], most: number): DistinctCounter {
  const counter = new DistinctCounter(most)
  for (const [low, high] of hashes) counter.add(low, high)
  return counter
}

function randomHashes(count: number, seed: number): [number, number][] {
  const chance = new Chance(seed)
  return Array.from({ length: count }, () => [chance.below(2 ** 32) | 0, chance.below(2 ** 32) | 0 || 1])
}

test('counts exactly up to the bound, however often each value comes', () => {
  const hashes = randomHashes(1000, 1)
  const counter = countOf([...hashes, ...hashes, ...hashes.slice(0, 300)], 1000)
  expect([counter.count, counter.isEstimate]).toEqual([1000, false])
})

test.each([2000, 50_000, 400_000])('estimates %i values to 5 %% above the bound', (count) => {
  const hashes = randomHashes(count, count)
  const counter = countOf([...hashes, ...hashes], 1000)
  expect(counter.isEstimate).toBe(true)
  expect(Math.abs(counter.count - count) / count).toBeLessThan(0.05)
})

test('values made to fall on one place do not slow it: it estimates', () => {
  const counter = countOf(
    Array.from({ length: 5000 }, (_, i) => [0, i + 1] as const),
    65_536,
  )
  expect(counter.isEstimate).toBe(true)
})
