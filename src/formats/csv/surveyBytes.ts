// One pass over all the bytes that gathers what a guess of the encoding needs.
import { NEIGHBOUR, type Neighbour } from './scoreFrench.js'
import { characterLength } from './utf8.js'

export interface Survey {
  /** Whole UTF-8 characters of two bytes or more. */
  multiByte: number
  /** Runs of bytes that are no UTF-8. */
  bad: number
  /** How often each byte from 0x80 on stands between which neighbours: `(byte - 0x80) * 9 + before * 3 + after`. */
  neighbours: Float64Array
}

const KIND = new Uint8Array(256)
KIND.fill(NEIGHBOUR.lower, 0x61, 0x7b)
KIND.fill(NEIGHBOUR.upper, 0x41, 0x5b)

export async function surveyBytes(chunks: AsyncIterable<Uint8Array>): Promise<Survey> {
  const survey: Survey = { multiByte: 0, bad: 0, neighbours: new Float64Array(128 * 9) }
  const count = countNeighbours(survey)
  let kept = new Uint8Array(0)
  for await (const chunk of chunks) {
    count(chunk)
    const bytes = new Uint8Array(kept.length + chunk.length)
    bytes.set(kept)
    bytes.set(chunk, kept.length)
    kept = bytes.slice(countCharacters(bytes, survey))
  }
  count(new Uint8Array(1))
  if (kept.length > 0) survey.bad++
  return survey
}

/** Gives back where the last, unfinished character begins. */
function countCharacters(bytes: Uint8Array, survey: Survey): number {
  let i = 0
  while (i < bytes.length) {
    if (bytes[i]! < 0x80) {
      i++
      continue
    }
    const length = characterLength(bytes, i, bytes.length)
    if (length === 0) break
    if (length > 0) survey.multiByte++
    else survey.bad++
    i += Math.abs(length)
  }
  return i
}

function countNeighbours({ neighbours }: Survey): (chunk: Uint8Array) => void {
  let before: number = NEIGHBOUR.other
  let waiting = -1
  return (chunk) => {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      const kind = KIND[byte]!
      if (waiting >= 0) {
        const at = waiting + kind
        neighbours[at] = neighbours[at]! + 1
        waiting = -1
      }
      if (byte >= 0x80) waiting = (byte - 0x80) * 9 + before * 3
      before = kind
    }
  }
}

export interface Neighbourhood {
  byte: number
  before: Neighbour
  after: Neighbour
  count: number
}

/** The bytes above 127 that the text has, by what stands around them. */
export function neighbourhoods(survey: Survey): Neighbourhood[] {
  return Array.from(survey.neighbours, (count, at) => ({
    byte: 0x80 + Math.floor(at / 9),
    before: (Math.floor(at / 3) % 3) as Neighbour,
    after: (at % 3) as Neighbour,
    count,
  })).filter(({ count }) => count > 0)
}
