import { describe, expect, test } from 'vitest'
import { takeShard } from '../../../src/cli/commands/validate/takeShard.js'
import { threadsThatPay, workOf } from '../../../src/cli/commands/validate/threadsThatPay.js'

const sizes = Array.from({ length: 57 }, (_, i) => ((i * 7919) % 101) * 40_000)

describe('takeShard', () => {
  test.each([1, 2, 4, 7, 57, 80])('%d shards hold each file once, in order', (count) => {
    const shards = Array.from({ length: count }, (_, i) => takeShard(sizes, { index: i + 1, count }))
    for (const shard of shards) expect(shard).toEqual(shard.toSorted((a, b) => a - b))
    expect(shards.flat().toSorted((a, b) => a - b)).toEqual([...sizes.keys()])
  })

  test('none has more to do than another by more than its largest file', () => {
    const loads = [1, 2, 3, 4].map((index) => takeShard(sizes, { index, count: 4 }).reduce((sum, place) => sum + sizes[place]!, 0))
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(...sizes))
  })

  test('empty files are shared out too', () => {
    const costs = new Array(9).fill(workOf('a.csv', 0))
    expect([1, 2, 3].map((index) => takeShard(costs, { index, count: 3 }).length)).toEqual([3, 3, 3])
  })
})

describe('threadsThatPay', () => {
  test.each([
    ['one file', [900e6], 8, 1],
    ['a few small files', [1e6, 1e6, 1e6], 8, 1],
    ['one processor', [100e6, 100e6], 1, 1],
    ['a large file and small ones', [900e6, 1e5, 1e5], 4, 1],
    ['many files', new Array(1000).fill(1e6), 2, 2],
    ['many files of next to nothing', new Array(2000).fill(workOf('a.csv', 500)), 2, 2],
    ['more processors than work', new Array(48).fill(1e6), 16, 3],
    ['many processors', new Array(1000).fill(1e6), 64, 8],
  ])('%s', (_, work, processors, threads) => expect(threadsThatPay(work, processors)).toBe(threads))

  test('a workbook is more work than its size', () => {
    expect(workOf('a.XLSX', 1e6)).toBeGreaterThan(workOf('a.csv', 1e6))
  })
})
