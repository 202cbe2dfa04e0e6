import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { nodePlatform } from '../../src/node/platform.js'

/** As sources do: every chunk in the same buffer. */
async function* reused(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(size)
  for (let from = 0; from < bytes.length; from += size) {
    const part = bytes.subarray(from, from + size)
    buffer.set(part)
    yield buffer.subarray(0, part.length)
    buffer.fill(0)
  }
}

async function inflate(source: AsyncIterable<Uint8Array>, by = nodePlatform.gunzip!): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of by(source)) parts.push(part.slice())
  return Buffer.concat(parts).toString()
}

const text = Array.from({ length: 50_000 }, (_, i) => `ligne ${i * 7919}\n`).join('')

describe('nodePlatform', () => {
  test.each([7, 1000, 1 << 20])('inflates gzip from a buffer of %d bytes used again and again', async (size) => {
    expect(await inflate(reused(gzipSync(text), size))).toBe(text)
  })

  test('a consumer that stops early ends the source', async () => {
    let ended = false
    async function* source() {
      try {
        yield* reused(gzipSync(text), 64)
      } finally {
        ended = true
      }
    }
    for await (const _ of nodePlatform.gunzip!(source())) break
    await new Promise((later) => setTimeout(later, 20))
    expect(ended).toBe(true)
  })

  test('damaged and cut gzip fail, and so does a failing source', async () => {
    const bytes = gzipSync(text)
    await expect(inflate(reused(bytes.subarray(0, 1000), 100))).rejects.toThrow()
    await expect(inflate(reused(bytes.fill(0, 500, 900), 100))).rejects.toThrow()
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield gzipSync(text).subarray(0, 100)
      throw new Error('unreadable')
    }
    await expect(inflate(failing())).rejects.toThrow('unreadable')
  })

  /** What could be inflated, and whether that was all. */
  async function save(bytes: Uint8Array): Promise<{ saved: string; failed: boolean }> {
    let saved = ''
    try {
      for await (const part of nodePlatform.gunzip!({ [Symbol.asyncIterator]: () => reused(bytes, 100_000) })) saved += Buffer.from(part)
      return { saved, failed: false }
    } catch {
      return { saved, failed: true }
    }
  }

  test('what stands before the fault of a gzip is saved', async () => {
    const bytes = gzipSync(text)
    const cut = await save(bytes.subarray(0, bytes.length - 100))
    expect(cut.failed).toBe(true)
    expect(text.startsWith(cut.saved)).toBe(true)
    expect(cut.saved.length).toBeGreaterThan(text.length * 0.99)
    const changed = await save(bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 200))
    expect(changed.failed).toBe(true)
    expect(changed.saved.slice(0, text.length >> 2)).toBe(text.slice(0, text.length >> 2))
  })

  test('what follows a gzip and is none is passed over', async () => {
    for (const behind of ['et la suite', '\0\0\0', '\0'.repeat(100_000)]) {
      expect(await save(Buffer.concat([gzipSync(text), Buffer.from(behind)]))).toEqual({ saved: text, failed: false })
    }
    expect(await save(Buffer.concat([gzipSync(text), gzipSync('fin')]))).toEqual({ saved: `${text}fin`, failed: false })
  })

  test('inflates the entries of zip files', async () => {
    expect(await inflate(reused(deflateRawSync(text), 1000), nodePlatform.inflateRaw!)).toBe(text)
  })

  test('knows strict UTF-8', () => {
    expect(nodePlatform.isUtf8!(Buffer.from('été'))).toBe(true)
    expect(nodePlatform.isUtf8!(Buffer.from('été', 'latin1'))).toBe(false)
  })

  test.each([0, 3, 60_000])('a spool gives back its %d lines in order', async (count) => {
    const lines = Array.from({ length: count }, (_, i) => `{"n":${i},"é":"${'à'.repeat(i % 40)}"}`)
    const spool = nodePlatform.spool!()
    for (const line of lines) spool.write(line)
    const back: string[] = []
    for await (const line of spool.lines()) back.push(line)
    expect(back).toEqual(lines)
    const again: string[] = []
    for await (const line of spool.lines()) again.push(line)
    expect(again).toEqual(lines)
    await spool.dispose()
  })

  test('spools that are written in turn are kept apart, whichever is disposed of first', async () => {
    const spools = [nodePlatform.spool!(), nodePlatform.spool!()]
    for (let i = 0; i < 40; i++) for (const [n, spool] of spools.entries()) spool.write(`${n} ${'x'.repeat(50_000)} ${i}`)
    await spools[0]!.dispose()
    let i = 0
    for await (const line of spools[1]!.lines()) expect(line).toBe(`1 ${'x'.repeat(50_000)} ${i++}`)
    expect(i).toBe(40)
    await spools[1]!.dispose()
  })
})
