// What a file is, by its first bytes. Its name only settles what bytes leave open.

export type DetectedFormat =
  | 'csv'
  | 'xlsx'
  | 'ods'
  | 'xls'
  | 'spreadsheetml'
  | 'fods'
  | 'html'
  | 'mhtml'
  | 'pdf'
  | 'rtf'
  | 'image'
  | 'zip'
  | 'gzip'
  | 'archive'
  | 'parquet'
  | 'sqlite'
  | 'json'
  | 'xml'
  | 'binary'

/** Enough for what stands before the content. */
const MARKUP_BYTES = 4096

/** What is looked at, in bytes. */
const SAMPLE_BYTES = 64 * 1024
/** Enough to tell control characters from text. */
const CONTROLS_BYTES = 4 * 1024

/** `start`: the first 4 KB or more, or the whole file. */
export function detectFormat(start: Uint8Array, name: string): DetectedFormat {
  const head = start.subarray(0, SAMPLE_BYTES)
  const signature = bySignature(head, name)
  if (signature !== undefined) return signature
  const begin = head.subarray(0, MARKUP_BYTES)
  if (isUtf16(head)) return byMarkup(new TextDecoder(head[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(begin)) === 'html' ? 'html' : 'csv'
  return isBinary(head.subarray(0, CONTROLS_BYTES)) ? 'binary' : byMarkup(new TextDecoder().decode(begin))
}

const SIGNATURES: readonly { found: DetectedFormat; bytes: readonly number[] }[] = [
  { found: 'gzip', bytes: [0x1f, 0x8b] },
  { found: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { found: 'image', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { found: 'image', bytes: [0xff, 0xd8, 0xff] },
  { found: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { found: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { found: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { found: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { found: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { found: 'sqlite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00] },
  // 7-Zip, RAR, bzip2, xz, Zstandard.
  { found: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { found: 'archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { found: 'archive', bytes: [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59] },
  { found: 'archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { found: 'archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  // The container of Office 97 to 2003, then the bare streams of earlier versions of Excel.
  { found: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { found: 'xls', bytes: [0x09, 0x08, 0x10, 0x00] },
  { found: 'xls', bytes: [0x09, 0x04, 0x06, 0x00] },
  { found: 'xls', bytes: [0x09, 0x02, 0x06, 0x00] },
]

function bySignature(head: Uint8Array, name: string): DetectedFormat | undefined {
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  const signature = SIGNATURES.find(({ bytes }) => begins(bytes))
  if (signature !== undefined) return signature.found
  return begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06]) ? insideZip(head, name) : undefined
}

/** Names of parts stand uncompressed in a zip: the first ones tell what it holds. */
function insideZip(head: Uint8Array, name: string): DetectedFormat {
  const text = new TextDecoder('latin1').decode(head)
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  if (text.includes('xl/')) return 'xlsx'
  // A workbook whose sheets come late in the archive.
  if (text.includes('[Content_Types].xml') && /\.xls[xm]$/i.test(name)) return 'xlsx'
  return 'zip'
}

function isUtf16(start: Uint8Array): boolean {
  const head = start.subarray(0, MARKUP_BYTES)
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  // The mark of UTF-32 begins like that of UTF-16.
  if (marked) return !(head[0] === 0xff && head[2] === 0 && head[3] === 0)
  if (!head.includes(0)) return false
  const pairs = head.length >> 1
  const zeros = [0, 0]
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1]!++
  const [even, odd] = zeros as [number, number]
  return pairs >= 2 && Math.max(even, odd) > 0.6 * pairs && Math.min(even, odd) < 0.05 * pairs
}

/** More than a stray NUL: control characters above one byte in fifty. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (let i = 0; i < head.length; i++) if (head[i]! < 32 && (head[i]! < 9 || head[i]! > 13)) controls++
  return controls > 3 && controls * 50 > head.length
}

function byMarkup(begin: string): DetectedFormat {
  const text = begin.trimStart().toLowerCase()
  if (/^<(!doctype html|html|head|body|table|meta|script|style|div|p|!--)[\s>-]/.test(text)) return 'html'
  if (/^mime-version:[^\n]*\n/.test(text) && text.includes('multipart/related')) return 'mhtml'
  if (text.startsWith('<') && text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    // Pages that Excel writes name the same schema.
    if (!/<html[\s>]/.test(text)) return 'spreadsheetml'
  }
  if (text.startsWith('<') && text.includes('office:mimetype="application/vnd.oasis.opendocument.spreadsheet"')) return 'fods'
  if (text.startsWith('<?xml')) return /<html[\s>]/.test(text) ? 'html' : 'xml'
  if (/^<[a-z][\w:.-]*(\s[^<>]*)?\/?>/.test(text) && /<\/[a-z]/.test(text)) return 'xml'
  return /^(\{\s*("|\}\s*$)|\[\s*(\{|\[|"[^"]*"\s*[,\]]|-?\d+\s*[,\]]|\]\s*$))/.test(text) ? 'json' : 'csv'
}
