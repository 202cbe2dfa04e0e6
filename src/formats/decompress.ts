// Inflating with the web's own means, where the platform offers nothing faster.
import { throughTransform } from '../core/throughTransform.js'

/** Throws when the stream is damaged or cut. A chunk is valid until the next one is asked for, as those of sources. */
export function decompress(chunks: AsyncIterable<Uint8Array>, format: 'gzip' | 'deflate-raw'): AsyncGenerator<Uint8Array> {
  return throughTransform(chunks, new DecompressionStream(format))
}
