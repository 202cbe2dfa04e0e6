// Workbooks of Excel with a password: an encrypted zip in the container that older workbooks have. [MS-OFFCRYPTO] 2.3.4, [MS-CFB] 2.6
import type { Source } from '../core/source.js'

const SECTOR_SHIFT_AT = 30
const DIRECTORY_AT = 48
const HEADER_BYTES = 512
const STREAM = 'EncryptedPackage'

/** `head`: the first bytes of what `detectFormat` takes for an XLS. */
export async function isEncryptedWorkbook(head: Uint8Array, source: Source): Promise<boolean> {
  if (holdsName(head)) return true
  if (head.length < HEADER_BYTES || source.slice === undefined) return false
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const sector = 1 << Math.min(16, view.getUint16(SECTOR_SHIFT_AT, true))
  const from = (view.getUint32(DIRECTORY_AT, true) + 1) * sector
  return holdsName(await source.slice(from, from + sector))
}

/** Names stand in the directory in UTF-16. */
function holdsName(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...STREAM].join('\0'))
}
