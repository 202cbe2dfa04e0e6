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
    await spool.dispose()
  })
})
