// A whole file in memory, for the few formats that are small and cannot be read otherwise, and for sources that are read from front to end only.
import { ScdlError } from '../core/error.js'
import { joined } from '../core/joined.js'
import type { Source } from '../core/source.js'

/** Throws `limit-exceeded`, with the name of the limit, where there are more bytes than `most`. */
export async function readBytes(source: Source, limit: 'pageBytes' | 'archiveBytes', most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.open()) {
    length += chunk.length
    if (length > most) throw new ScdlError('limit-exceeded', { limit, value: most })
    chunks.push(chunk.slice())
  }
  return joined(chunks)
}
