// A gzip file as the source of what it holds.
import { ScdlError } from '../core/error.js'
import type { Limits } from '../core/format.js'
import type { Platform, Source } from '../core/source.js'

export interface GunzippedSource extends Source {
  /** Whether the bytes of the last reading stopped early because the file is cut or corrupt. */
  damaged(): boolean
}

/** Throws `limit-exceeded` while reading; a damaged file gives the bytes that could be saved. */
export function gunzipSource(source: Source, platform: Platform, limits: Limits): GunzippedSource {
  const gunzip = platform.gunzip ?? gunzipStream
  let damaged = false
  return {
    name: source.name.replace(/\.gz$/i, ''),
    damaged: () => damaged,
    async *open() {
      damaged = false
      let compressed = 0
      let inflated = 0
      let failure: { cause: unknown } | undefined
      const counted = async function* (): AsyncGenerator<Uint8Array<ArrayBuffer>> {
        try {
          for await (const chunk of source.open()) {
            compressed += chunk.length
            // Streams read ahead, and a chunk is only valid until the next one is asked for.
            yield new Uint8Array(chunk)
          }
        } catch (cause) {
          failure = { cause }
          throw cause
        }
      }
      const chunks = gunzip(counted())[Symbol.asyncIterator]()
      try {
        for (;;) {
          const result = await chunks.next().catch((error: unknown) => {
            // A source that fails is not the data's fault.
            if (failure !== undefined) throw failure.cause
            if (error instanceof ScdlError) throw error
            damaged = true
            return { done: true, value: undefined } as const
          })
          if (result.done) return
          inflated += result.value.length
          if (inflated > limits.inflatedBytes)
            throw new ScdlError('limit-exceeded', { limit: 'inflatedBytes', value: limits.inflatedBytes })
          if (inflated > limits.inflationRatio * compressed) {
            throw new ScdlError('limit-exceeded', { limit: 'inflationRatio', value: limits.inflationRatio })
          }
          yield result.value
        }
      } finally {
        await chunks.return?.()
      }
    },
  }
}

async function* gunzipStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const compressed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const result = await iterator.next()
      if (result.done) controller.close()
      else controller.enqueue(result.value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
  const reader = compressed.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
