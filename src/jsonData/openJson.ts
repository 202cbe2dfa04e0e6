// A source as the bytes of a JSON document: unwrapped, in UTF-8, without its mark.
import type { Details } from '../core/diagnostic.js'
import { type FormatFacts, type FormatOptions, Reread } from '../core/format.js'
import { joined } from '../core/joined.js'
import type { Platform, Source } from '../core/source.js'
import { detectEncoding, detectUtf16, readMarks } from '../formats/csv/detectEncoding.js'
import { type Encoding, readEncodingName } from '../formats/csv/encodings.js'
import { surveyBytes } from '../formats/csv/surveyBytes.js'
import { createTranscoder, transcode } from '../formats/csv/transcode.js'
import { firstBadByte, wholeCharacters } from '../formats/csv/utf8.js'
import { detectFormat } from '../formats/detectFormat.js'
import { gunzipSource } from '../formats/gzip.js'
import { HEAD_BYTES, readHead } from '../formats/readHead.js'
import { skipBytes } from '../formats/skipBytes.js'
import type { WrappedSource } from '../formats/wrappedSource.js'

type FileCode = 'file/empty' | 'file/not-json' | 'file/json-encoding' | 'file/json-mark' | 'file/truncated'

export interface OpenedJson {
  facts: FormatFacts
  faults: readonly { code: FileCode; details?: Details }[]
  /** Absent: there is nothing to read. Throws `Reread` where the bytes turn out not to be UTF-8. */
  chunks?: () => AsyncIterable<Uint8Array>
  /** Whether a compressed file stopped too early, once it was read. */
  damaged(): boolean
}

const LINES = /\.(?:jsonl|ndjson)$/i

/** Throws `ScdlError`: `unknown-encoding`, `limit-exceeded`. */
export async function openJson(source: Source, platform: Platform, options: FormatOptions): Promise<OpenedJson> {
  let inner: Source = source
  let wrapped: FormatFacts['wrapped']
  let found = detectFormat((await readHead(source, HEAD_BYTES)).bytes, source.name)
  if (found === 'gzip') {
    inner = gunzipSource(source, platform, options.limits)
    wrapped = 'gzip'
  } else if (found === 'zip') {
    const { detectArchive } = await import('../formats/zip/detectArchive.js')
    const archive = await detectArchive(source, platform, options)
    if (archive.only !== undefined) {
      inner = archive.only
      wrapped = 'zip'
    } else found = archive.found as typeof found
  }
  const { bytes: head, whole } = await readHead(inner, HEAD_BYTES)
  if (wrapped !== undefined) found = detectFormat(head, inner.name)
  const damaged = (): boolean => wrapped !== undefined && (inner as WrappedSource).damaged()
  const refused = (code: FileCode, details?: Details): OpenedJson => ({
    facts: { name: found, ...(wrapped !== undefined && { wrapped }) },
    faults: [{ code, ...(details !== undefined && { details }) }],
    damaged: () => false,
  })
  if (head.length === 0) return damaged() ? refused('file/not-json', { found: wrapped }) : refused('file/empty')
  if (found !== 'json' && found !== 'csv') return refused('file/not-json', { found })

  const marks = readMarks(head)
  const encoding = settleEncoding(head, marks.encoding, options)
  const start = firstSign(createTranscoder(encoding, () => {})(head.subarray(marks.length), whole))
  if (start === undefined && whole) return refused('file/empty')
  if (start !== '{' && start !== '[' && !(whole && isScalar(head.subarray(marks.length)))) return refused('file/not-json', { found: 'csv' })
  const name = LINES.test(inner.name) ? 'ndjson' : /\.geojson$/i.test(inner.name) ? 'geojson' : 'json'
  const faults: OpenedJson['faults'] =
    encoding !== 'utf-8'
      ? [{ code: 'file/json-encoding', details: { encoding } }]
      : options.encodingConfidence !== undefined
        ? [{ code: 'file/json-encoding', details: { encoding: 'utf-8' } }]
        : marks.length > 0
          ? [{ code: 'file/json-mark' }]
          : []
  const isSettled = encoding !== 'utf-8' || options.encoding !== undefined
  return {
    facts: { name, encoding, ...(wrapped !== undefined && { wrapped }) },
    faults,
    damaged,
    chunks: () => {
      const bytes = skipBytes(inner.open(), marks.length)
      return isSettled
        ? transcode(
            bytes,
            createTranscoder(encoding, () => {}),
          )
        : verified(bytes, inner, platform)
    },
  }
}

function settleEncoding(head: Uint8Array, marked: Encoding | undefined, options: FormatOptions): Encoding {
  if (options.encoding !== undefined) return readEncodingName(options.encoding)
  if (marked !== undefined) return marked
  return detectUtf16(head)?.encoding ?? 'utf-8'
}

/** The bytes, cut between characters. Throws `Reread` at the first that is no UTF-8. */
async function* verified(chunks: AsyncIterable<Uint8Array>, source: Source, platform: Platform): AsyncGenerator<Uint8Array> {
  let kept = new Uint8Array(0)
  const verify = async (bytes: Uint8Array): Promise<void> => {
    if (platform.isUtf8?.(bytes) ?? firstBadByte(bytes, 0, bytes.length) === bytes.length) return
    const { encoding, confidence } = detectEncoding(await surveyBytes(source.open()))
    throw new Reread({ encoding, encodingConfidence: confidence })
  }
  for await (const chunk of chunks) {
    const bytes = kept.length === 0 ? chunk : joined([kept, chunk])
    const end = wholeCharacters(bytes, 0, bytes.length)
    await verify(bytes.subarray(0, end))
    kept = new Uint8Array(bytes.subarray(end))
    yield bytes.subarray(0, end)
  }
  await verify(kept)
}

const decoder = new TextDecoder()

function firstSign(text: Uint8Array): string | undefined {
  const at = text.findIndex((byte) => byte > 32)
  return at < 0 ? undefined : String.fromCharCode(text[at]!)
}

/** A number or a text alone is JSON too. */
function isScalar(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decoder.decode(bytes))
    return true
  } catch {
    return false
  }
}
