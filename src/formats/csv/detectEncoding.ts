import { type Encoding, type SingleByteEncoding, singleByteEncodings } from './encodings.js'
import { scoreCharacter } from './scoreFrench.js'
import { type Neighbourhood, neighbourhoods, type Survey } from './surveyBytes.js'
import { UTF8_MARK } from './utf8.js'

export interface EncodingGuess {
  encoding: Encoding
  /** 0 to 1. */
  confidence: number
}

/** The byte-order marks at the start, doubled ones included: what they say, and how many bytes they take. */
export function readMarks(head: Uint8Array): { encoding?: Encoding; length: number } {
  let length = 0
  while (UTF8_MARK.every((byte, i) => head[length + i] === byte)) length += UTF8_MARK.length
  if (length > 0) return { encoding: 'utf-8', length }
  for (const [encoding, first, second] of [
    ['utf-16le', 0xff, 0xfe],
    ['utf-16be', 0xfe, 0xff],
  ] as const) {
    while (head[length] === first && head[length + 1] === second) length += 2
    if (length > 0) return { encoding, length }
  }
  return { length }
}

/** What tells UTF-16, in bytes: its signs are everywhere. */
const UTF16_BYTES = 4096

/** UTF-16 without a mark: in Latin text every other byte is zero. */
export function detectUtf16(start: Uint8Array): EncodingGuess | undefined {
  const head = start.subarray(0, UTF16_BYTES)
  const pairs = head.length >> 1
  if (pairs < 2 || !head.includes(0)) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  if (odd > 0.6 * pairs && even < 0.05 * pairs) return { encoding: 'utf-16le', confidence: round(odd / pairs) }
  if (even > 0.6 * pairs && odd < 0.05 * pairs) return { encoding: 'utf-16be', confidence: round(even / pairs) }
  return undefined
}

/** For bytes that are not strict UTF-8 as a whole: damaged UTF-8, or the encoding under which they read most like French. */
export function detectEncoding(survey: Survey): EncodingGuess {
  if (survey.multiByte > survey.bad) {
    return { encoding: 'utf-8', confidence: round(survey.multiByte / (survey.multiByte + survey.bad)) }
  }
  const uses = neighbourhoods(survey)
  const ranked = (Object.keys(singleByteEncodings) as SingleByteEncoding[])
    .map((encoding) => readAs(encoding, uses))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]!
  // Encodings that give the very same text are no rivals.
  const rival = ranked.find(({ text }) => text.some((character, i) => character !== best.text[i]))
  const decisive = uses.filter((_, i) => rival !== undefined && rival.text[i] !== best.text[i]).reduce((sum, { count }) => sum + count, 0)
  const lead = rival === undefined ? 1 : Math.min(1, (best.score - rival.score) / (3 * decisive))
  const all = uses.reduce((sum, { count }) => sum + count, 0)
  const frenchness = Math.max(0, Math.min(1, best.score / (2 * all)))
  return { encoding: best.encoding, confidence: round((0.5 + 0.5 * lead) * frenchness * (1 - 1 / (decisive + 2))) }
}

/** What each byte above 127 stands for where it stands, and how well that suits French text in sum. */
function readAs(encoding: SingleByteEncoding, uses: readonly Neighbourhood[]) {
  const text = uses.map(({ byte }) => singleByteEncodings[encoding][byte - 0x80]!)
  const score = uses.reduce((sum, { before, after, count }, i) => sum + count * scoreCharacter(text[i]!, before, after), 0)
  return { encoding, text, score }
}

function round(share: number): number {
  return Math.round(share * 100) / 100
}
