// Texts of workbooks before Excel 97, which are in the code page of the system that wrote them.
import { type SingleByteEncoding, singleByteEncodings } from '../csv/encodings.js'

/** The encodings whose decoder is ours. https://learn.microsoft.com/windows/win32/intl/code-page-identifiers */
const OURS: Readonly<Record<number, SingleByteEncoding>> = {
  1252: 'windows-1252',
  10000: 'macintosh',
  850: 'cp850',
  28591: 'iso-8859-1',
  28605: 'iso-8859-15',
  1100: 'windows-1252',
}

const THEIRS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  65001: 'utf-8',
}

const decoders = new Map<number, (bytes: Uint8Array) => string>()

/** Unknown code pages are taken for windows-1252. */
export function decodeCodePage(codePage: number, bytes: ArrayLike<number>): string {
  let decode = decoders.get(codePage)
  if (decode === undefined) {
    decode = decoderOf(codePage)
    decoders.set(codePage, decode)
  }
  return decode(bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes))
}

function decoderOf(codePage: number): (bytes: Uint8Array) => string {
  const label = THEIRS[codePage] ?? (codePage >= 1250 && codePage <= 1258 && codePage !== 1252 ? `windows-${codePage}` : undefined)
  if (label !== undefined && OURS[codePage] === undefined) {
    const decoder = new TextDecoder(label, { ignoreBOM: true })
    return (bytes) => decoder.decode(bytes)
  }
  const upper = singleByteEncodings[OURS[codePage] ?? 'windows-1252']
  return (bytes) => {
    let text = ''
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80]
    return text
  }
}
