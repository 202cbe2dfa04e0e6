// What Node offers to the portable code.
import { isUtf8 } from 'node:buffer'
import type { Platform } from '../core/source.js'
import { openSpool } from './spool.js'

/** Each chunk is fed only once the one before it has been taken in: the source reuses its buffer. */
async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib')
  const inflater = createGunzip({ chunkSize: 1 << 18 })
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

async function inflateRaw(bytes: Uint8Array): Promise<Uint8Array> {
  const { inflateRaw } = await import('node:zlib')
  return new Promise((inflated, failed) => inflateRaw(bytes, (error, result) => (error ? failed(error) : inflated(result))))
}

export const nodePlatform: Platform = { isUtf8, gunzip, inflateRaw, spool: openSpool }
