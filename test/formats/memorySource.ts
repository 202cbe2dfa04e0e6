// A source that lives in memory, for tests. It is strict on purpose: a chunk is spoilt as soon as the next one is asked for.
import type { Source } from '../../src/core/source.js'

const SPOILT = 0xff

/** Text is encoded as UTF-8. `chunkSize` is in bytes. */
export function memorySource(content: Uint8Array | string, name = 'table.csv', chunkSize = 65_536): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let from = 0; from < bytes.length; from += chunkSize) {
        const chunk = new Uint8Array(bytes.subarray(from, from + chunkSize))
        yield chunk
        chunk.fill(SPOILT)
      }
    },
    async slice(from, to) {
      return new Uint8Array(bytes.subarray(from, to))
    },
  }
}
