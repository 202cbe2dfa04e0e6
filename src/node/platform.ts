// What Node offers to the portable code.
import { isUtf8 } from 'node:buffer'
import type { Gunzip, InflateRaw } from 'node:zlib'
import type { Platform } from '../core/source.js'
import { openSpool } from './spool.js'

const INFLATED_CHUNK_BYTES = 1 << 18

async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib')
  yield* inflate(source, createGunzip({ chunkSize: INFLATED_CHUNK_BYTES }))
}

async function* inflateRaw(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createInflateRaw } = await import('node:zlib')
  yield* inflate(source, createInflateRaw({ chunkSize: INFLATED_CHUNK_BYTES }))
}

/** Each chunk is fed only once the one before it has been taken in: the source reuses its buffer. */
async function* inflate(source: AsyncIterable<Uint8Array>, inflater: Gunzip | InflateRaw): AsyncGenerator<Uint8Array> {
  const feed = async (): Promise<void> => {
    for await (const chunk of source) {
      await new Promise<void>((taken, failed) => inflater.write(chunk, (error) => (error ? failed(error) : taken())))
    }
    inflater.end()
  }
  const fed = feed().catch((error: unknown) => void inflater.destroy(error as Error))
  yield* inflater
  await fed
}

export const nodePlatform: Platform = { isUtf8, gunzip, inflateRaw, spool: openSpool }
