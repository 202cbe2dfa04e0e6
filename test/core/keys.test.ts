import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyStore } from '../../src/core/keys.js'

const encoder = new TextEncoder()

/** The same answers as a Map from text to row. */
function compare(keys: readonly string[]): void {
  const store = new KeyStore()
  const map = new Map<string, number>()
  keys.forEach((key, index) => {
    const row = index + 2
    const bytes = encoder.encode(`<${key}>`)
    const first = map.get(key) ?? 0
    expect(store.find(bytes, 1, bytes.length - 1)).toBe(first)
    expect(store.add(bytes, 1, bytes.length - 1, row)).toBe(first)
    if (first === 0) map.set(key, row)
    expect(store.size).toBe(map.size)
  })
  for (const [key, row] of map) {
    const bytes = encoder.encode(key)
    expect(store.find(bytes, 0, bytes.length)).toBe(row)
  }
}

describe('KeyStore', () => {
  it('gives the row of the first of equal keys, and 0 for a new one', () => {
    const store = new KeyStore()
    const bytes = encoder.encode('abcabcabd')
    expect(store.find(bytes, 0, 3)).toBe(0)
    expect(store.add(bytes, 0, 3, 2)).toBe(0)
    expect(store.add(bytes, 3, 6, 3)).toBe(2)
    expect(store.add(bytes, 6, 9, 4)).toBe(0)
    expect(store.find(bytes, 6, 9)).toBe(4)
    expect(store.size).toBe(2)
  })

  it('knows the empty key from an absent one', () => {
    const store = new KeyStore()
    expect(store.find(new Uint8Array(), 0, 0)).toBe(0)
    expect(store.add(new Uint8Array(), 0, 0, 7)).toBe(0)
    expect(store.add(encoder.encode('\0'), 0, 1, 8)).toBe(0)
    expect(store.add(new Uint8Array(9), 4, 4, 9)).toBe(7)
    expect(store.add(encoder.encode('\0\0'), 0, 2, 10)).toBe(0)
  })

  it('agrees with a Map on random keys', () => {
    const short = fc.string({ unit: fc.constantFrom('0', '1', 'é', '\0'), maxLength: 9 })
    fc.assert(fc.property(fc.array(short, { maxLength: 400 }), compare), { seed: 1, numRuns: 60 })
  })

  it('agrees with a Map at every size, across each growth of the table', () => {
    compare(Array.from({ length: 5000 }, (_, index) => String((index * 7919) % 4000)))
  })

  it('tells apart keys of every length that differ in one byte', () => {
    const store = new KeyStore()
    let row = 0
    for (let length = 1; length < 300; length++) {
      for (const place of new Set([0, length >> 1, length - 1])) {
        const bytes = new Uint8Array(length).fill(97)
        bytes[place] = 98
        row++
        expect(store.add(bytes, 0, length, row)).toBe(0)
        expect(store.add(bytes, 0, length, row + 1)).toBe(row)
      }
    }
  })

  it('keeps keys around the size of its chunks, and larger', () => {
    const store = new KeyStore()
    const chunk = 1024 * 1024
    const keys = [chunk / 16, chunk - 20, chunk - 12, chunk - 8, chunk, chunk + 1, 3 * chunk + 2, 255, 254, 5].flatMap((length) => {
      const one = new Uint8Array(length).fill(49)
      const other = one.slice()
      other[length - 1] = 50
      return [one, other]
    })
    // A large key that comes first is no free slot either.
    keys.unshift(new Uint8Array(2 * chunk))
    for (const [index, key] of keys.entries()) expect(store.add(key, 0, key.length, index + 1)).toBe(0)
    for (const [index, key] of keys.entries()) expect(store.find(key, 0, key.length)).toBe(index + 1)
    expect(store.size).toBe(keys.length)
  })

  it('spans many chunks', () => {
    const store = new KeyStore()
    const key = new Uint8Array(200)
    const view = new DataView(key.buffer)
    for (let row = 1; row <= 40_000; row++) {
      view.setUint32(100, row)
      if (store.add(key, 0, 200, row) !== 0) throw new Error(`row ${row} is new`)
    }
    for (let row = 1; row <= 40_000; row += 501) {
      view.setUint32(100, row)
      expect(store.find(key, 0, 200)).toBe(row)
    }
  })
})
