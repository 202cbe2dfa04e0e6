// CSV and TSV: settles encoding and dialect from the head of the file, then gives its rows.
import type { Batch } from '../../core/batch.js'
import type { Emit } from '../../core/diagnostic.js'
import { type Format, type FormatFacts, type FormatOptions, type Opened, Reread, type Sheet } from '../../core/format.js'
import type { Platform, Source } from '../../core/source.js'
import { detectFormat } from '../detectFormat.js'
import { HEAD_BYTES, readHead } from '../readHead.js'
import { skipBytes } from '../skipBytes.js'
import { detectDialect } from './detectDialect.js'
import { detectEncoding, detectUtf16, type EncodingGuess, readMarks } from './detectEncoding.js'
import { type Encoding, isReadByValidata, readEncodingName } from './encodings.js'
import { readRows } from './readRows.js'
import { surveyBytes } from './surveyBytes.js'
import { createTokeniser, type Dialect } from './tokenise.js'
import { type BadBytes, createTranscoder, growthFrom, transcode } from './transcode.js'
import { firstBadByte, wholeCharacters } from './utf8.js'

/** What the dialect is guessed from: read under each delimiter, before anything is warm. */
const DIALECT_BYTES = 64 * 1024
const DOUBLE_QUOTE = 34

export const csv: Format = {
  recognises(head, name) {
    if (detectFormat(head, name) !== 'csv') return 0
    return /\.(csv|tsv|txt)$/i.test(name) ? 1 : 0.8
  },

  async open(source, platform, options) {
    const head = await readHead(source, HEAD_BYTES)
    const marks = readMarks(head.bytes)
    const settled = await settleEncoding(source, head.bytes, marks, platform, options)
    const { encoding } = settled
    const start = head.bytes.subarray(marks.length)
    const text = settled.assumed ? start : createTranscoder(encoding, () => {})(start, head.whole)
    const facts: FormatFacts = { name: 'csv', encoding }
    if (settled.confidence !== undefined) facts.encodingConfidence = settled.confidence
    if (head.whole && isBlank(text)) return { facts, faults: [{ code: 'file/empty' }], sheets: [] }

    const sample = text.subarray(0, DIALECT_BYTES)
    const dialect = detectDialect(sample, head.whole && sample.length === text.length, source.name, options)
    facts.delimiter = String.fromCharCode(dialect.delimiter)
    facts.quote = dialect.quote < 0 ? '' : String.fromCharCode(dialect.quote)
    if (marks.length > 0 && text[0] === dialect.quote) facts.markedQuote = true
    const read = (emit: Emit) =>
      settled.assumed
        ? readAssumed(source, marks.length, dialect, platform, options, emit)
        : readSettled(source, marks.length, encoding, dialect, options, emit)
    const sheet: Sheet = { name: source.name, hidden: false, batches: read }
    return { facts, faults: [...encodingFaults(encoding), ...quotingFaults(dialect)], sheets: [sheet] }
  },
}

/** `assumed`: UTF-8 as far as the head goes; the rest is checked as it passes. */
async function settleEncoding(
  source: Source,
  head: Uint8Array,
  marks: ReturnType<typeof readMarks>,
  platform: Platform,
  options: FormatOptions,
): Promise<{ encoding: Encoding; assumed?: boolean; confidence?: number }> {
  if (options.encoding !== undefined) {
    const encoding = readEncodingName(options.encoding)
    return options.encodingConfidence === undefined ? { encoding } : { encoding, confidence: options.encodingConfidence }
  }
  if (marks.encoding !== undefined && marks.encoding !== 'utf-8') return { encoding: marks.encoding }
  const utf16 = detectUtf16(head)
  if (utf16 !== undefined) return utf16
  if (isUtf8(head, marks.length, wholeCharacters(head, marks.length, head.length), platform)) return { encoding: 'utf-8', assumed: true }
  return guessEncoding(source, marks.length)
}

const isUtf8 = (bytes: Uint8Array, from: number, to: number, platform: Platform): boolean =>
  platform.isUtf8?.(bytes.subarray(from, to)) ?? firstBadByte(bytes, from, to) === to

async function guessEncoding(source: Source, markBytes: number): Promise<EncodingGuess> {
  return detectEncoding(await surveyBytes(skipBytes(source.open(), markBytes)))
}

/** Throws `Reread` at the first byte that is no UTF-8. */
function readAssumed(
  source: Source,
  markBytes: number,
  dialect: Dialect,
  platform: Platform,
  { limits }: FormatOptions,
  emit: Emit,
): AsyncIterable<Batch> {
  const verify = async (bytes: Uint8Array, from: number, to: number): Promise<void> => {
    if (isUtf8(bytes, from, to, platform)) return
    const { encoding, confidence } = await guessEncoding(source, markBytes)
    throw new Reread({ encoding, encodingConfidence: confidence })
  }
  return readRows(skipBytes(source.open(), markBytes), createTokeniser(dialect, limits), emit, { ...sizeOf(source), verify })
}

function readSettled(
  source: Source,
  markBytes: number,
  encoding: Encoding,
  dialect: Dialect,
  { limits }: FormatOptions,
  emit: Emit,
): AsyncIterable<Batch> {
  const badBytes: BadBytes[] = []
  const transcoder = createTranscoder(encoding, (bad) => badBytes.push(bad))
  const chunks = transcode(skipBytes(source.open(), markBytes), transcoder)
  return readRows(chunks, createTokeniser(dialect, { ...limits, growth: growthFrom(encoding) }), emit, { ...sizeOf(source), badBytes })
}

const sizeOf = ({ size }: Source) => (size === undefined ? {} : { size })

function encodingFaults(encoding: Encoding): NonNullable<Opened['faults']> {
  if (encoding === 'utf-8') return []
  return [{ code: isReadByValidata(encoding) ? 'file/encoding' : 'file/unreadable-encoding', details: { encoding } }]
}

/** Validata looks for double quotes only, doubled inside a cell: it takes other marks for text, and cuts cells in the wrong places. */
function quotingFaults({ quote, escaper }: Dialect): NonNullable<Opened['faults']> {
  if ((quote === DOUBLE_QUOTE || quote < 0) && escaper < 0) return []
  const details = { quote: String.fromCharCode(quote), ...(escaper < 0 ? {} : { escaper: String.fromCharCode(escaper) }) }
  return [{ code: 'file/quoting', details }]
}

function isBlank(text: Uint8Array): boolean {
  return text.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))
}
