// A stream of bytes in any of the encodings, as a stream of UTF-8.

import { joined } from '../../core/joined.js'
import { writeUtf8 } from '../writeUtf8.js'
import { type Encoding, type SingleByteEncoding, singleByteEncodings } from './encodings.js'
import { characterLength } from './utf8.js'

/** Bytes that are no UTF-8, each run replaced by one U+FFFD: the first of a line, the others are not told. */
export interface BadBytes {
  /** Of the U+FFFD, in the bytes given out so far. */
  offset: number
  /** Three bytes at most in one number, the first of them highest, above them how many there are. */
  packed: number
}

/** Turns one chunk into UTF-8; the outcome is valid until the next call. `final` marks the last call, whose chunk may be empty. */
export type Transcoder = (chunk: Uint8Array, final: boolean) => Uint8Array

const LF = 10
const CR = 13
const CONTINUES = 0x80
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const

/**
 * Counts how many bytes more `bytes[from, to)` of the stream takes in UTF-8 than in the encoding it came from; from where U+FFFD stands
 * for bad bytes, one byte each is taken to have been there.
 */
export function growthFrom(encoding: Encoding): (bytes: Uint8Array, from: number, to: number) => number {
  if (encoding === 'utf-8') {
    return (bytes, from, to) => {
      let growth = 0
      for (let i = from; i < to; i++) {
        if (bytes[i] === REPLACEMENT[0] && bytes[i + 1] === REPLACEMENT[1] && bytes[i + 2] === REPLACEMENT[2]) growth += 2
      }
      return growth
    }
  }
  const ofUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be'
  return (bytes, from, to) => {
    let growth = 0
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!
      if (ofUtf16) growth += byte < 0x80 ? -1 : byte >= 0xe0 && byte < 0xf0 ? 1 : 0
      else if ((byte & 0xc0) === CONTINUES) growth++
    }
    return growth
  }
}

/** What is no UTF-8 in a `utf-8` stream goes to `onBadBytes`; in UTF-16, lone halves become U+FFFD in silence. */
export function createTranscoder(encoding: Encoding, onBadBytes: (bad: BadBytes) => void): Transcoder {
  if (encoding === 'utf-8') return mendUtf8(onBadBytes)
  if (encoding === 'utf-16le') return fromUtf16(0, 1)
  if (encoding === 'utf-16be') return fromUtf16(1, 0)
  return fromSingleByte(encoding)
}

export async function* transcode(chunks: AsyncIterable<Uint8Array>, transcoder: Transcoder): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield transcoder(chunk, false)
  yield transcoder(new Uint8Array(0), true)
}

/** A buffer that only grows, reused from call to call. */
function scratch(): (size: number) => Uint8Array {
  let buffer = new Uint8Array(0)
  return (size) => {
    if (buffer.length < size) buffer = new Uint8Array(size)
    return buffer
  }
}

function fromSingleByte(encoding: SingleByteEncoding): Transcoder {
  const room = scratch()
  const points = Uint16Array.from(singleByteEncodings[encoding], (character) => character.charCodeAt(0))
  return (chunk) => {
    const out = room(chunk.length * 3)
    let to = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (byte < 0x80) out[to++] = byte
      else to = writeUtf8(points[byte - 0x80]!, out, to)
    }
    return out.subarray(0, to)
  }
}

function fromUtf16(low: 0 | 1, high: 0 | 1): Transcoder {
  const room = scratch()
  let kept = -1
  let lead = 0
  return (chunk, final) => {
    const out = room(chunk.length * 3 + 6)
    let to = 0
    const take = (unit: number): void => {
      const trails = unit >= 0xdc00 && unit <= 0xdfff
      if (lead !== 0) {
        if (trails) {
          to = writeUtf8(0x10000 + ((lead - 0xd800) << 10) + (unit - 0xdc00), out, to)
          lead = 0
          return
        }
        to = writeUtf8(0xfffd, out, to)
        lead = 0
      }
      if (unit >= 0xd800 && unit <= 0xdbff) lead = unit
      else to = writeUtf8(trails ? 0xfffd : unit, out, to)
    }
    const pair = new Uint8Array(2)
    let i = 0
    if (kept >= 0 && chunk.length > 0) {
      pair[0] = kept
      pair[1] = chunk[0]!
      take(pair[low]! | (pair[high]! << 8))
      kept = -1
      i = 1
    }
    for (; i + 1 < chunk.length; i += 2) take(chunk[i + low]! | (chunk[i + high]! << 8))
    if (i < chunk.length) kept = chunk[i]!
    if (final && (kept >= 0 || lead !== 0)) to = writeUtf8(0xfffd, out, to)
    return out.subarray(0, to)
  }
}

function mendUtf8(onBadBytes: (bad: BadBytes) => void): Transcoder {
  const room = scratch()
  let kept: Uint8Array = new Uint8Array(0)
  let given = 0
  let isTold = false
  return (chunk, final) => {
    const bytes = kept.length === 0 ? chunk : joined([kept, chunk])
    const out = room(bytes.length * 3)
    let to = 0
    let i = 0
    while (i < bytes.length) {
      let length = characterLength(bytes, i, bytes.length)
      if (length === 0) {
        if (!final) break
        length = i - bytes.length
      }
      if (length === 1) {
        const byte = bytes[i++]!
        if (byte === LF || byte === CR) isTold = false
        out[to++] = byte
      } else if (length > 0) {
        for (const stop = i + length; i < stop; i++) out[to++] = bytes[i]!
      } else {
        if (!isTold) onBadBytes({ offset: given + to, packed: pack(bytes, i, -length) })
        isTold = true
        to = writeUtf8(0xfffd, out, to)
        i -= length
      }
    }
    kept = copyOf(bytes.subarray(i))
    given += to
    return out.subarray(0, to)
  }
}

function pack(bytes: Uint8Array, from: number, length: number): number {
  let packed = length << 24
  for (let k = 0; k < length; k++) packed |= bytes[from + k]! << (16 - 8 * k)
  return packed
}

export function unpack({ packed }: BadBytes): number[] {
  return Array.from({ length: packed >> 24 }, (_, k) => (packed >> (16 - 8 * k)) & 0xff)
}

/** Not `slice`, which shares memory where the chunk is a Buffer of Node. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}
