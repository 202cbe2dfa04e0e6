// An archive written as a stream: what is not known before an entry is written stands behind it. APPNOTE 6.3.10, 4.3
import { joined } from '../../core/joined.js'
import type { Packing, Platform } from '../../core/source.js'
import { crc32 } from './crc32.js'
import { deflate } from './deflate.js'

export interface ZipPart {
  name: string
  /** Bytes at hand are written as they are, the others deflated. A chunk is valid until the next one is asked for. */
  content: Uint8Array | AsyncIterable<Uint8Array>
}

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const WIDE_END = 0x06064b50
const WIDE_LOCATOR = 0x07064b50
const VERSION = 20
const WIDE_VERSION = 45
const STORED = 0
const DEFLATED = 8
const SIZES_BEHIND = 1 << 3
const UTF8_NAMES = 1 << 11
/** 1 January 1980, the first day that archives know: the same table gives the same bytes. */
const DATE = 0x21
/** Sizes and offsets from here on have a field of their own. */
const WIDE = 0xffffffff
const WIDE_FIELD = 0x0001

interface Written {
  name: Uint8Array
  method: number
  flags: number
  crc: number
  /** In the archive, and inflated. */
  packed: number
  size: number
  offset: number
}

const encoder = new TextEncoder()

/**
 * Each part is read to its end before the next is asked for. A part may not exceed 4 GiB, inflated: who writes it sees to that.
 * A chunk is valid until the next one is asked for.
 */
export async function* writeZip(parts: AsyncIterable<ZipPart>, platform: Platform): AsyncGenerator<Uint8Array> {
  const entries: Written[] = []
  const packing = (await platform.packing?.()) ?? { crc32, deflateRaw: deflate }
  let offset = 0
  for await (const { name, content } of parts) {
    const isStored = content instanceof Uint8Array
    const entry: Written = {
      name: encoder.encode(name),
      method: isStored ? STORED : DEFLATED,
      flags: UTF8_NAMES | (isStored ? 0 : SIZES_BEHIND),
      crc: isStored ? packing.crc32(content, 0) : 0,
      packed: isStored ? content.length : 0,
      size: isStored ? content.length : 0,
      offset,
    }
    const head = localHeader(entry)
    yield head
    offset += head.length
    if (isStored) {
      yield content
      offset += content.length
    } else {
      for await (const chunk of packing.deflateRaw(counted(content, entry, packing))) {
        entry.packed += chunk.length
        yield chunk
      }
      const descriptor = fields([DESCRIPTOR, 4], [entry.crc, 4], [entry.packed, 4], [entry.size, 4])
      yield descriptor
      offset += entry.packed + descriptor.length
    }
    entries.push(entry)
  }
  const directory = joined(entries.map(directoryEntry))
  yield directory
  yield endOf(entries.length, directory.length, offset)
}

async function* counted(chunks: AsyncIterable<Uint8Array>, entry: Written, packing: Packing): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    entry.crc = packing.crc32(chunk, entry.crc)
    entry.size += chunk.length
    yield chunk
  }
}

/** What the local header and the directory say alike. */
const facts = ({ flags, method, crc, packed, size }: Written): [number, number][] => [
  [flags, 2],
  [method, 2],
  [0, 2],
  [DATE, 2],
  [crc, 4],
  [packed, 4],
  [size, 4],
]

function localHeader(entry: Written): Uint8Array {
  return joined([fields([LOCAL, 4], [VERSION, 2], ...facts(entry), [entry.name.length, 2], [0, 2]), entry.name])
}

function directoryEntry(entry: Written): Uint8Array {
  const isWide = entry.offset >= WIDE
  const extra = isWide ? fields([WIDE_FIELD, 2], [8, 2], [entry.offset, 8]) : new Uint8Array(0)
  const version = isWide ? WIDE_VERSION : VERSION
  const places: [number, number][] = [
    [entry.name.length, 2],
    [extra.length, 2],
    // No comment, first disk, no attributes.
    [0, 6],
    [0, 4],
    [Math.min(entry.offset, WIDE), 4],
  ]
  return joined([fields([CENTRAL, 4], [version, 2], [version, 2], ...facts(entry), ...places), entry.name, extra])
}

function endOf(count: number, size: number, offset: number): Uint8Array {
  const end = fields([END, 4], [0, 4], [count, 2], [count, 2], [size, 4], [Math.min(offset, WIDE), 4], [0, 2])
  if (offset < WIDE) return end
  const wide = fields([WIDE_END, 4], [44, 8], [WIDE_VERSION, 2], [WIDE_VERSION, 2], [0, 8], [count, 8], [count, 8], [size, 8], [offset, 8])
  return joined([wide, fields([WIDE_LOCATOR, 4], [0, 4], [offset + size, 8], [1, 4]), end])
}

/** Numbers, each on so many bytes, the lowest first. */
function fields(...values: readonly [value: number, bytes: number][]): Uint8Array {
  const out = new Uint8Array(values.reduce((total, [, bytes]) => total + bytes, 0))
  let at = 0
  for (const [value, bytes] of values) {
    let rest = value
    for (let i = 0; i < bytes; i++) {
      out[at++] = rest % 256
      rest = Math.floor(rest / 256)
    }
  }
  return out
}
