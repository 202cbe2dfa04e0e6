// Deflating with the web's own means, where the platform offers nothing faster.
import { throughTransform } from '../../core/throughTransform.js'

/** A chunk is valid until the next one is asked for. */
export function deflate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return throughTransform(chunks, new CompressionStream('deflate-raw'))
}
