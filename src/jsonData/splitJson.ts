// A JSON document cut as it passes: the items of the arrays that are checked one by one, and what is left of it without them.
// Longer than most files: one loop over every byte, whose states stay in registers.
import { ScdlError } from '../core/error.js'

/** Where a byte stands. */
export interface TextPlace {
  /** Physical line, from 1. */
  line: number
  /** In UTF-16 units, from 1. */
  character: number
}

/** Bytes of the document, valid until the call returns. */
export interface Piece {
  bytes: Uint8Array
  start: number
  end: number
  /** Of the byte at `start`. */
  place: TextPlace
  /** Members written in it, those of its parts included: each has its colon. */
  members: number
}

export interface SplitSink {
  /** `index`: from 0, in the array number `stream`. */
  item(stream: number, index: number, piece: Piece): void
  /** Nothing stands between two commas, or before the end of the array. */
  notItem(stream: number, index: number, piece: Piece): void
  /** The document ends in an array, after this. */
  cut(piece: Piece): void
}

export interface SplitLimits {
  /** Bytes of one item. */
  itemBytes: number
  /** Bytes of the document without its items. */
  restBytes: number
  /** Objects and arrays inside one another. */
  depth: number
}

/** The document without its items. */
export interface Rest {
  bytes: Uint8Array
  end: number
  members: number
  /** Where the bytes from `at` on stood, in order. */
  marks: readonly { at: number; place: TextPlace }[]
  /** Items of each array that stands in the document, by its number. */
  counts: ReadonlyMap<number, number>
  /** Where something follows the end of the document. */
  trailing: { place: TextPlace; byte: number } | undefined
}

const LF = 10
const CR = 13
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const CONTINUES = 0xc0
const FOUR_BYTES = 0xf0

/** An array of which no item is open, or none is wanted. */
const NO_STREAM = -1

const decoder = new TextDecoder()

export class JsonSplitter {
  readonly #paths: readonly (readonly string[])[]
  readonly #longestPath: number
  readonly #limits: SplitLimits
  readonly #sink: SplitSink

  // Where the reading is, across chunks.
  #line = 1
  /** What is to be taken from a byte's offset in the stream for its place in the line, in UTF-16 units from 0. */
  #lineBase = 0
  /** Offset in the stream of the last carriage return. */
  #crAt = -2
  #inString = false
  #escaped = false
  /** Bytes of the stream before the current chunk. */
  #passed = 0

  // Of the item that is being read.
  #stream = NO_STREAM
  #index = 0
  #depth = 0
  #members = 0
  #place: TextPlace = { line: 1, character: 1 }
  #pending = new Uint8Array(0)
  #pendingEnd = 0

  // Of the rest.
  #rest = new Uint8Array(1024)
  #restEnd = 0
  #restMembers = 0
  readonly #marks: { at: number; place: TextPlace }[] = [{ at: 0, place: { line: 1, character: 1 } }]
  readonly #counts = new Map<number, number>()
  /** By level: the key whose value is being read; undefined in an array, or before a key. */
  readonly #keys: (string | undefined)[] = []
  readonly #isObject: boolean[] = []
  #textStart = 0
  #isWhole = false
  #trailing: Rest['trailing']

  /** `paths`: the arrays to take items from, by the keys that lead to them. */
  constructor(paths: readonly (readonly string[])[], limits: SplitLimits, sink: SplitSink) {
    this.#paths = paths
    this.#longestPath = Math.max(0, ...paths.map(({ length }) => length))
    this.#limits = limits
    this.#sink = sink
  }

  /** UTF-8, without mark. Throws `ScdlError('limit-exceeded')`. */
  push(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length && this.#trailing === undefined)
      at = this.#stream === NO_STREAM ? this.#readRest(chunk, at) : this.#readItems(chunk, at)
    this.#passed += chunk.length
  }

  finish(): Rest {
    if (this.#stream !== NO_STREAM) {
      this.#sink.cut(this.#piece(this.#pending, 0, this.#pendingEnd))
    }
    return {
      bytes: this.#rest,
      end: this.#restEnd,
      members: this.#restMembers,
      marks: this.#marks,
      counts: this.#counts,
      trailing: this.#trailing,
    }
  }

  #placeAt(at: number): TextPlace {
    return { line: this.#line, character: this.#passed + at - this.#lineBase + 1 }
  }

  /** Reads the items of an array up to the end of the array or of the chunk. Hot. */
  #readItems(chunk: Uint8Array, from: number): number {
    const { length } = chunk
    const { depth: mostDepth } = this.#limits
    let start = from
    let inString = this.#inString
    let depth = this.#depth
    let members = this.#members
    let i = from
    if (this.#escaped && i < length) {
      this.#escaped = false
      i++
    }
    for (; i < length; i++) {
      const byte = chunk[i]!
      if (inString) {
        if (byte === QUOTE) inString = false
        else if (byte === BACKSLASH) {
          if (++i === length) this.#escaped = true
        } else if (byte >= 0x80) this.#lineBase += byte < CONTINUES ? 1 : byte >= FOUR_BYTES ? -1 : 0
        else if (byte === LF || byte === CR) this.#newLine(byte, i)
        continue
      }
      if (byte <= CR) {
        if (byte === LF || byte === CR) this.#newLine(byte, i)
      } else if (byte === QUOTE) inString = true
      else if (byte === COLON) members++
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (++depth > mostDepth - this.#keys.length) this.#exceedDepth(i)
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (depth > 0) depth--
        else if (byte === CLOSE_ARRAY) {
          this.#members = members
          this.#endItem(chunk, start, i, true)
          this.#counts.set(this.#stream, this.#index)
          this.#stream = NO_STREAM
          this.#inString = false
          this.#marks.push({ at: this.#restEnd, place: this.#placeAt(i) })
          return i
        }
      } else if (byte === COMMA) {
        if (depth > 0) continue
        this.#members = members
        this.#endItem(chunk, start, i, false)
        members = 0
        start = i + 1
        this.#place = this.#placeAt(start)
      }
    }
    this.#inString = inString
    this.#depth = depth
    this.#members = members
    this.#keep(chunk, start, Math.min(i, length))
    return length
  }

  #newLine(byte: number, at: number): void {
    const offset = this.#passed + at
    if (byte === CR || this.#crAt !== offset - 1) this.#line++
    if (byte === CR) this.#crAt = offset
    this.#lineBase = offset + 1
  }

  #endItem(chunk: Uint8Array, start: number, end: number, isLast: boolean): void {
    if (this.#pendingEnd > 0) {
      this.#keep(chunk, start, end)
      this.#giveItem(this.#piece(this.#pending, 0, this.#pendingEnd), isLast)
      this.#pendingEnd = 0
    } else {
      if (end - start > this.#limits.itemBytes) this.#exceedItem()
      this.#giveItem(this.#piece(chunk, start, end), isLast)
    }
  }

  #giveItem(piece: Piece, isLast: boolean): void {
    if (!isBlank(piece)) this.#sink.item(this.#stream, this.#index++, piece)
    else if (!isLast || this.#index > 0) this.#sink.notItem(this.#stream, this.#index, piece)
    this.#members = 0
    this.#depth = 0
  }

  #piece(bytes: Uint8Array, start: number, end: number): Piece {
    return { bytes, start, end, place: this.#place, members: this.#members }
  }

  /** An item that goes on in the next chunk. */
  #keep(chunk: Uint8Array, start: number, end: number): void {
    const size = this.#pendingEnd + end - start
    if (size > this.#limits.itemBytes) this.#exceedItem()
    if (size > this.#pending.length) this.#pending = grown(this.#pending, this.#pendingEnd, size)
    this.#pending.set(chunk.subarray(start, end), this.#pendingEnd)
    this.#pendingEnd = size
  }

  #exceedItem(): never {
    throw new ScdlError('limit-exceeded', { limit: 'recordBytes', value: this.#limits.itemBytes, row: this.#place.line })
  }

  #exceedDepth(at: number): never {
    throw new ScdlError('limit-exceeded', { limit: 'jsonDepth', value: this.#limits.depth, row: this.#placeAt(at).line })
  }

  /** Reads what is no item, up to the first item or the end of the chunk. */
  #readRest(chunk: Uint8Array, from: number): number {
    let start = from
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (byte >= 0x80) this.#lineBase += byte < CONTINUES ? 1 : byte >= FOUR_BYTES ? -1 : 0
      if (byte === LF || byte === CR) this.#newLine(byte, i)
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (byte === BACKSLASH) this.#escaped = true
        else if (byte === QUOTE) this.#inString = false
        continue
      }
      if (this.#keys.length === 0 && this.#isWhole && byte > 32) {
        this.#trailing = { place: this.#placeAt(i), byte }
        this.#addToRest(chunk, start, i)
        return chunk.length
      }
      switch (byte) {
        case QUOTE:
          this.#inString = true
          this.#textStart = this.#restEnd + i - start
          if (this.#keys.length === 0) this.#isWhole = true
          break
        case COLON:
          this.#restMembers++
          if (this.#isObject.at(-1) === true) {
            this.#addToRest(chunk, start, i)
            start = i
            this.#keys[this.#keys.length - 1] = this.#key()
          }
          break
        case COMMA:
          if (this.#isObject.at(-1) === true) this.#keys[this.#keys.length - 1] = undefined
          break
        case OPEN_ARRAY: {
          const stream = this.#streamHere()
          this.#enter(false, i)
          if (stream < 0) break
          this.#addToRest(chunk, start, i + 1)
          this.#startItems(stream, i + 1)
          return i + 1
        }
        case OPEN_OBJECT:
          this.#enter(true, i)
          break
        case CLOSE_ARRAY:
        case CLOSE_OBJECT:
          this.#keys.pop()
          this.#isObject.pop()
          if (this.#keys.length === 0) this.#isWhole = true
          break
        default:
          break
      }
    }
    this.#addToRest(chunk, start, chunk.length)
    return chunk.length
  }

  #enter(isObject: boolean, at: number): void {
    this.#keys.push(undefined)
    this.#isObject.push(isObject)
    if (this.#keys.length > this.#limits.depth) this.#exceedDepth(at)
  }

  #startItems(stream: number, at: number): void {
    this.#stream = stream
    this.#index = 0
    this.#depth = 0
    this.#members = 0
    this.#pendingEnd = 0
    this.#place = this.#placeAt(at)
  }

  /** The last string of the rest; undefined: too deep to lead to an array that is wanted, or no string. */
  #key(): string | undefined {
    if (this.#keys.length > this.#longestPath) return undefined
    try {
      const key: unknown = JSON.parse(decoder.decode(this.#rest.subarray(this.#textStart, this.#restEnd)))
      return typeof key === 'string' ? key : undefined
    } catch {
      return undefined
    }
  }

  #streamHere(): number {
    const { length } = this.#keys
    return this.#paths.findIndex((path) => path.length === length && path.every((name, level) => this.#keys[level] === name))
  }

  #addToRest(chunk: Uint8Array, start: number, end: number): void {
    const size = this.#restEnd + end - start
    if (size > this.#limits.restBytes) throw new ScdlError('limit-exceeded', { limit: 'documentBytes', value: this.#limits.restBytes })
    if (size > this.#rest.length) this.#rest = grown(this.#rest, this.#restEnd, size)
    this.#rest.set(chunk.subarray(start, end), this.#restEnd)
    this.#restEnd = size
  }
}

function grown(bytes: Uint8Array, used: number, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(size, bytes.length * 2))
  larger.set(bytes.subarray(0, used))
  return larger
}

function isBlank({ bytes, start, end }: Piece): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > 32) return false
  return true
}
