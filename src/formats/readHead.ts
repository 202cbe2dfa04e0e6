// The first bytes of a source, for those who have to guess what it is.
import type { Source } from '../core/source.js'

export interface Head {
  bytes: Uint8Array
  /** Whether these are all the bytes of the source. */
  whole: boolean
}

export async function readHead(source: Source, size: number): Promise<Head> {
  const bytes = new Uint8Array(size)
  let length = 0
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, size - length)
    bytes.set(part, length)
    length += part.length
    if (part.length < chunk.length) return { bytes, whole: false }
  }
  return { bytes: bytes.subarray(0, length), whole: true }
}
