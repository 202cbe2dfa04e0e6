// A gzip file as the source of what it holds.
import { ScdlError } from '../core/error.js'
import type { Limits } from '../core/format.js'
import type { Platform, Source } from '../core/source.js'
import { decompress } from './decompress.js'
import type { WrappedSource } from './wrappedSource.js'

/** Throws `limit-exceeded` while reading; a damaged file gives the bytes that could be saved. */
export function gunzipSource(source: Source, platform: Platform, limits: Limits): WrappedSource {
  const gunzip = platform.gunzip ?? ((chunks: AsyncIterable<Uint8Array>) => decompress(chunks, 'gzip'))
  let damaged = false
  return {
    name: source.name.replace(/\.gz$/i, ''),
    damaged: () => damaged,
    async *open() {
      damaged = false
      let compressed = 0
      let inflated = 0
      let failure: { cause: unknown } | undefined
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        compressed = 0
        try {
          for await (const chunk of source.open()) {
            compressed += chunk.length
            yield chunk
          }
        } catch (cause) {
          failure = { cause }
          throw cause
        }
      }
      // Read again from its start where it is damaged, to save what stands before.
      const chunks = gunzip({ [Symbol.asyncIterator]: counted })[Symbol.asyncIterator]()
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
