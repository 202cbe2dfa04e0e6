// A whole file in memory, for the few formats that are small and cannot be read otherwise.
import { ScdlError } from '../core/error.js'
import type { Source } from '../core/source.js'

const MAX_BYTES = 32 * 1024 * 1024

/** Throws `limit-exceeded`. */
export async function readBytes(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.open()) {
    length += chunk.length
    if (length > MAX_BYTES) throw new ScdlError('limit-exceeded', { limit: 'pageBytes', value: MAX_BYTES })
    chunks.push(chunk.slice())
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
