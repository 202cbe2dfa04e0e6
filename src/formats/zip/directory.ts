// The list of a zip's entries, which stands at its end. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { ScdlError } from '../../core/error.js'
import { ZipFault } from './zipFault.js'

export interface ZipEntry {
  name: string
  /** 0: stored, 8: deflated. */
  method: number
  encrypted: boolean
  /** In bytes, as the directory says. */
  compressed: number
  size: number
  /** Where its header begins in the file. */
  offset: number
}

/** The bytes from `from` up to `to` of a file of `size` bytes. */
export interface RandomAccess {
  size: number
  slice(from: number, to: number): Promise<Uint8Array>
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const LOCATOR_64 = 0x07064b50
const LOCATOR_64_BYTES = 20
const END_64 = 0x06064b50
const END_64_BYTES = 56
const HEADER = 0x02014b50
const HEADER_BYTES = 46
const EXTRA_64 = 1
const IN_EXTRA_64 = 0xffffffff
/** Workbooks have dozens of entries, those full of images thousands. */
const MAX_ENTRIES = 50_000
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024

/** Throws `ZipFault` when there is no readable directory, `limit-exceeded` when it is out of all proportion. */
export async function readDirectory(file: RandomAccess): Promise<ZipEntry[]> {
  const { count, bytes, offset, end } = await findDirectory(file)
  if (count > MAX_ENTRIES) throw new ScdlError('limit-exceeded', { limit: 'entries', value: MAX_ENTRIES })
  if (bytes > MAX_DIRECTORY_BYTES) throw new ScdlError('limit-exceeded', { limit: 'directoryBytes', value: MAX_DIRECTORY_BYTES })
  // Where something stands before the archive, its offsets do not count it.
  const shift = end - bytes - offset
  if (shift < 0) throw new ZipFault('corrupt')
  const view = await viewOf(file, end - bytes, end)
  const entries: ZipEntry[] = []
  let at = 0
  let stored = 0
  for (let i = 0; i < count; i++) {
    if (at + HEADER_BYTES > view.byteLength || view.getUint32(at, true) !== HEADER) throw new ZipFault('corrupt')
    const nameEnd = at + HEADER_BYTES + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > view.byteLength) throw new ZipFault('corrupt')
    const entry = readEntry(view, at, nameEnd, extraEnd, shift)
    stored += entry.compressed
    // Entries that share their bytes would let a small file swell without end.
    if (stored > file.size) throw new ZipFault('corrupt')
    entries.push(entry)
    at = next
  }
  return entries
}

function readEntry(view: DataView, at: number, nameEnd: number, extraEnd: number, shift: number): ZipEntry {
  const bytes = new Uint8Array(view.buffer, view.byteOffset)
  const name = new TextDecoder().decode(bytes.subarray(at + HEADER_BYTES, nameEnd))
  const wide = wideNumbers(view, nameEnd, extraEnd)
  const number = (offset: number): number => {
    const value = view.getUint32(at + offset, true)
    return value === IN_EXTRA_64 ? (wide.shift() ?? value) : value
  }
  // The order in which the wide numbers follow each other is fixed.
  const size = number(24)
  const compressed = number(20)
  const offset = number(42)
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    compressed,
    size,
    offset: offset + shift,
  }
}

function wideNumbers(view: DataView, from: number, to: number): number[] {
  let at = from
  while (at + 4 <= to) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === EXTRA_64) {
      const numbers: number[] = []
      for (let i = at + 4; i + 8 <= Math.min(end, to); i += 8) numbers.push(Number(view.getBigUint64(i, true)))
      return numbers
    }
    at = end
  }
  return []
}

async function findDirectory(file: RandomAccess): Promise<{ count: number; bytes: number; offset: number; end: number }> {
  const from = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT)
  const tail = await viewOf(file, from, file.size)
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + END_BYTES + tail.getUint16(at + 20, true) > tail.byteLength) continue
    const disks = tail.getUint16(at + 4, true) | tail.getUint16(at + 6, true)
    const found = {
      count: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
      end: from + at,
    }
    const wide = disks === 0xffff || found.count === 0xffff || found.bytes === IN_EXTRA_64 || found.offset === IN_EXTRA_64
    if (wide) return (await findDirectory64(file, found.end)) ?? found
    if (disks !== 0) throw new ZipFault('corrupt')
    return found
  }
  throw new ZipFault('corrupt')
}

async function findDirectory64(file: RandomAccess, end: number) {
  if (end < LOCATOR_64_BYTES) return undefined
  const locator = await viewOf(file, end - LOCATOR_64_BYTES, end)
  if (locator.getUint32(0, true) !== LOCATOR_64) return undefined
  const from = Number(locator.getBigUint64(8, true))
  if (from + END_64_BYTES > end) throw new ZipFault('corrupt')
  const view = await viewOf(file, from, from + END_64_BYTES)
  if (view.getUint32(0, true) !== END_64 || view.getUint32(16, true) !== 0) throw new ZipFault('corrupt')
  const wide = (at: number): number => Number(view.getBigUint64(at, true))
  return { count: wide(32), bytes: wide(40), offset: wide(48), end: from }
}

export async function viewOf(file: RandomAccess, from: number, to: number): Promise<DataView> {
  const bytes = from >= 0 && to <= file.size ? await file.slice(from, to) : new Uint8Array(0)
  if (bytes.length !== to - from) throw new ZipFault('corrupt')
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
