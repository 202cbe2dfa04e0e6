// The first bytes of a source, for those who have to guess what it is.
import type { Source } from '../core/source.js'

export interface Head {
  bytes: Uint8Array
  /** Whether these are all the bytes of the source. */
  whole: boolean
}

export async function readHead(source: Source, size: number): Promise<Head> {
  let bytes = new Uint8Array(0)
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, size - bytes.length)
    const longer = new Uint8Array(bytes.length + part.length)
    longer.set(bytes)
    longer.set(part, bytes.length)
    bytes = longer
    if (part.length < chunk.length) return { bytes, whole: false }
  }
  return { bytes, whole: true }
}
