// The first bytes of a source, for those who have to guess what it is.
import { joined } from '../core/joined.js'
import type { Source } from '../core/source.js'

/** What formats and dialects are recognised by. More would be memory that no one has touched yet, which takes longer than to read it. */
export const HEAD_BYTES = 64 * 1024

export interface Head {
  bytes: Uint8Array
  /** Whether these are all the bytes of the source. */
  whole: boolean
}

/** Whoever recognises a format and whoever then reads it ask for the same bytes. */
const known = new WeakMap<Source, Head & { size: number }>()

/** The first `size` bytes, not to be written to. */
export async function readHead(source: Source, size: number): Promise<Head> {
  const earlier = known.get(source)
  if (earlier?.size === size) return earlier
  const head = await read(source, size)
  known.set(source, { ...head, size })
  return head
}

async function read(source: Source, size: number): Promise<Head> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.open()) {
    // A copy: the chunk is valid until the next one only.
    const part = new Uint8Array(chunk.subarray(0, size - length))
    parts.push(part)
    length += part.length
    if (part.length < chunk.length) return { bytes: inOnePiece(parts), whole: false }
  }
  return { bytes: inOnePiece(parts), whole: true }
}

const inOnePiece = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 ? parts[0]! : joined(parts))
