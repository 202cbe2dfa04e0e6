// What the container of Office 97 to 2003 holds: workbooks, but also documents, messages, and workbooks locked by a password.
// [MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3.4
import type { Source } from '../core/source.js'

export type CompoundKind = 'xls' | 'encrypted' | 'doc' | 'ppt' | 'msg'

const SIGNATURE = 0xd0
const SECTOR_SHIFT_AT = 30
const DIRECTORY_AT = 48
const HEADER_BYTES = 512
const LARGEST_SECTOR_SHIFT = 12
/** Streams that tell, by their names; the first one found counts. */
const STREAMS: readonly { name: string; found: CompoundKind }[] = [
  { name: 'EncryptedPackage', found: 'encrypted' },
  { name: 'Workbook', found: 'xls' },
  { name: 'WordDocument', found: 'doc' },
  { name: 'PowerPoint Document', found: 'ppt' },
  { name: '__properties_version1.0', found: 'msg' },
]

/** `head`: the first bytes of what `detectFormat` takes for an XLS. What is not recognised may still be one. */
export async function detectCompound(head: Uint8Array, source: Source): Promise<CompoundKind> {
  if (holds(head, 'EncryptedPackage')) return 'encrypted'
  if (head[0] !== SIGNATURE || head.length < HEADER_BYTES) return 'xls'
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const sector = 1 << Math.min(LARGEST_SECTOR_SHIFT, view.getUint16(SECTOR_SHIFT_AT, true))
  const from = (view.getUint32(DIRECTORY_AT, true) + 1) * sector
  const to = from + sector
  const bytes = to <= head.length ? head.subarray(from, to) : ((await source.slice?.(from, to)) ?? head)
  return STREAMS.find(({ name }) => holds(bytes, name))?.found ?? 'xls'
}

/** Names stand in the directory in UTF-16. */
const holds = (bytes: Uint8Array, name: string): boolean => new TextDecoder('latin1').decode(bytes).includes([...name].join('\0'))
