// JSON Lines: a document on each line. https://jsonlines.org
import { ScdlError } from '../core/error.js'
import type { SplitSink } from './splitJson.js'

const LF = 10
const COLON = 0x3a

/** As `JsonSplitter`, for a file in which each line that is not blank is an item of its own. */
export class LineSplitter {
  readonly #lineBytes: number
  readonly #sink: Pick<SplitSink, 'item'>
  #pending = new Uint8Array(0)
  #line = 1
  index = 0

  constructor(lineBytes: number, sink: Pick<SplitSink, 'item'>) {
    this.#lineBytes = lineBytes
    this.#sink = sink
  }

  /** Throws `ScdlError('limit-exceeded')`. */
  push(chunk: Uint8Array): void {
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      this.#give(this.#joined(chunk.subarray(start, end)))
      this.#pending = new Uint8Array(0)
      start = end + 1
    }
    this.#pending = new Uint8Array(this.#joined(chunk.subarray(start)))
  }

  finish(): void {
    this.#give(this.#pending)
  }

  #joined(bytes: Uint8Array): Uint8Array {
    const size = this.#pending.length + bytes.length
    if (size > this.#lineBytes) throw new ScdlError('limit-exceeded', { limit: 'recordBytes', value: this.#lineBytes, row: this.#line })
    if (this.#pending.length === 0) return bytes
    const all = new Uint8Array(size)
    all.set(this.#pending)
    all.set(bytes, this.#pending.length)
    return all
  }

  #give(bytes: Uint8Array): void {
    const place = { line: this.#line++, character: 1 }
    if (bytes.every((byte) => byte <= 32)) return
    let members = 0
    // Those inside texts as well: the count is then too high, and the line is looked at more closely.
    for (const byte of bytes) if (byte === COLON) members++
    this.#sink.item(0, this.index++, { bytes, start: 0, end: bytes.length, place, members })
  }
}
