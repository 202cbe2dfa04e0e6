// Canonical CSV: UTF-8 without a mark, comma, quotes where needed, LF.
import type { Batch } from '../core/batch.js'
import type { Writer } from '../core/writer.js'

const COMMA = 0x2c
const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const APOSTROPHE = 0x27
const SEMICOLON = 0x3b
const TAB = 0x09
const PIPE = 0x7c

/** What a cell needs quotes for. */
const SPECIAL = [COMMA, QUOTE, LF, CR]
/** In a table of few columns these are easily taken for its separator, unless quotes show that they are text. */
const SEPARATORS = [SEMICOLON, TAB, PIPE]
const FEW_COLUMNS = 3

export const csv: Writer = {
  extensions: ['csv'],
  async *write(columns, batches) {
    const output = new CellWriter(columns.length <= FEW_COLUMNS ? [...SPECIAL, ...SEPARATORS] : SPECIAL)
    const encoder = new TextEncoder()
    const labels = columns.map(({ name }) => encoder.encode(name))
    output.reserve(labels.reduce((total, label) => total + 2 * label.length + 3, 1))
    labels.forEach((label, c) => {
      output.cell(label, 0, label.length)
      output.endCell(c === labels.length - 1)
    })
    yield output.take()
    for await (const batch of batches) {
      output.rows(batch)
      yield output.take()
    }
  },
}

class CellWriter {
  readonly #needsQuotes = new Uint8Array(256)
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  constructor(special: readonly number[]) {
    for (const byte of special) this.#needsQuotes[byte] = 1
  }

  /** What was written since the last time; valid until more is written. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }

  /** Room for as many bytes more. */
  reserve(size: number): void {
    const needed = this.#length + size
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  rows({ bytes, rows, first, start, end }: Batch): void {
    for (let r = 0; r < rows; r++) {
      const last = first[r + 1]! - 1
      for (let i = first[r]!; i <= last; i++) {
        const from = start[i]!
        const to = end[i]!
        // At worst every byte is a quote.
        this.reserve(2 * (to - from) + 3)
        if (from !== to) this.cell(bytes, from, to)
        this.endCell(i === last)
      }
    }
  }

  endCell(isLast: boolean): void {
    this.#bytes[this.#length++] = isLast ? LF : COMMA
  }

  /** Cells that begin with a space or an apostrophe are quoted: readers drop the one, and take the other for a quote. */
  cell(bytes: Uint8Array, from: number, to: number): void {
    const out = this.#bytes
    let length = this.#length
    const needsQuotes = this.#needsQuotes
    let special = bytes[from] === SPACE || bytes[from] === APOSTROPHE ? 1 : 0
    for (let p = from; p < to; p++) {
      const byte = bytes[p]!
      special |= needsQuotes[byte]!
      out[length++] = byte
    }
    if (special === 0) this.#length = length
    else this.#quoted(bytes, from, to)
  }

  #quoted(bytes: Uint8Array, from: number, to: number): void {
    const out = this.#bytes
    let length = this.#length
    out[length++] = QUOTE
    for (let p = from; p < to; p++) {
      const byte = bytes[p]!
      if (byte === QUOTE) out[length++] = QUOTE
      out[length++] = byte
    }
    out[length++] = QUOTE
    this.#length = length
  }
}
