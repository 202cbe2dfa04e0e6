// Archives, read entry by entry through the source's random access. Own code rather than yauzl: it runs in browsers too, and its
// 250 lines read only what a workbook may be: stored or deflated entries of one archive, without a password.
import { ScdlError } from '../../core/error.js'
import type { Limits } from '../../core/format.js'
import type { Platform, Source } from '../../core/source.js'
import { decompress } from '../decompress.js'
import { readBytes } from '../readBytes.js'
import { type RandomAccess, readDirectory, viewOf, type ZipEntry } from './directory.js'
import { ZipFault } from './zipFault.js'

export interface ZipArchive {
  /** By name, folders left out, in the order of the directory. */
  entries: ReadonlyMap<string, ZipEntry>
  /**
   * The bytes of an entry. Throws `ZipFault` while reading when it is damaged or encrypted, `limit-exceeded` when it swells beyond
   * the limits, and what the source throws.
   */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>
}

const STORED = 0
const DEFLATED = 8
const LOCAL_HEADER = 0x04034b50
const LOCAL_HEADER_BYTES = 30
/** Small, so that the ratio is known early. */
const CHUNK_BYTES = 256 * 1024
/** Below, no ratio is held against an entry: a few pages may well be one word repeated. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024
/** For a source without random access. */
const MAX_BYTES_IN_MEMORY = 256 * 1024 * 1024

/** Throws `ZipFault` when the file is no readable archive. */
export async function openZip(source: Source, platform: Platform, limits: Limits): Promise<ZipArchive> {
  const file = await randomAccess(source)
  const entries = new Map<string, ZipEntry>()
  for (const entry of await readDirectory(file)) {
    if (!entry.name.endsWith('/') && !entries.has(entry.name)) entries.set(entry.name, entry)
  }
  const inflate = platform.inflateRaw ?? ((chunks) => decompress(chunks, 'deflate-raw'))
  return { entries, read: (entry) => readEntry(file, entry, inflate, limits) }
}

async function randomAccess(source: Source): Promise<RandomAccess> {
  const { size, slice } = source
  if (size !== undefined && slice !== undefined) return { size, slice: (from, to) => slice.call(source, from, to) }
  const bytes = await readBytes(source, 'archiveBytes', MAX_BYTES_IN_MEMORY)
  return { size: bytes.length, slice: async (from, to) => bytes.subarray(from, to) }
}

async function* readEntry(
  file: RandomAccess,
  entry: ZipEntry,
  inflate: NonNullable<Platform['inflateRaw']>,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new ZipFault('encrypted')
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new ZipFault('corrupt')
  const guard = (inflated: number, compressed: number): void => {
    if (inflated > limits.inflatedBytes) throw new ScdlError('limit-exceeded', { limit: 'inflatedBytes', value: limits.inflatedBytes })
    if (inflated > RATIO_FROM_BYTES && inflated > limits.inflationRatio * compressed) {
      throw new ScdlError('limit-exceeded', { limit: 'inflationRatio', value: limits.inflationRatio })
    }
  }
  guard(entry.size, entry.compressed)

  let compressed = 0
  let failure: { cause: unknown } | undefined
  const stored = async function* (): AsyncGenerator<Uint8Array> {
    try {
      const header = await viewOf(file, entry.offset, entry.offset + LOCAL_HEADER_BYTES)
      if (header.getUint32(0, true) !== LOCAL_HEADER) throw new ZipFault('corrupt')
      const from = entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true)
      const to = from + entry.compressed
      for (let at = from; at < to; at += CHUNK_BYTES) {
        const { buffer, byteOffset, byteLength } = await viewOf(file, at, Math.min(to, at + CHUNK_BYTES))
        compressed += byteLength
        yield new Uint8Array(buffer, byteOffset, byteLength)
      }
    } catch (cause) {
      failure = { cause }
      throw cause
    }
  }

  const chunks = (entry.method === STORED ? stored() : inflate(stored()))[Symbol.asyncIterator]()
  let inflated = 0
  try {
    for (;;) {
      const result = await chunks.next().catch(() => {
        // What the source throws is not the archive's fault.
        throw failure === undefined ? new ZipFault('corrupt') : failure.cause
      })
      if (result.done) break
      inflated += result.value.length
      guard(inflated, compressed)
      yield result.value
    }
  } finally {
    await chunks.return?.()
  }
  if (inflated !== entry.size) throw new ZipFault('corrupt')
}
