// The key of a row: the values of some of its cells as bytes that can be compared.
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'
import { KEY_GROWTH } from './fieldType.js'

/** The bytes that stand for the values of some cells of a row: equal when, and only when, the values are. */
export class KeyReader {
  readonly parts: number
  bytes: Uint8Array = new Uint8Array(0)
  start = 0
  end = 0
  readonly #columns: readonly Column[]
  readonly #keys: Column['key'][]
  #buffer = new Uint8Array(256)

  constructor(columns: readonly Column[]) {
    this.#columns = columns
    this.#keys = columns.map((column) => column.key)
    this.parts = columns.length
  }

  /** Returns how many of the cells hold a readable value. */
  read(batch: Batch, f: number, n: number): number {
    const columns = this.#columns
    const [only] = columns
    if (columns.length === 1 && only !== undefined) {
      if (only.index >= n) return 0
      const start = batch.start[f + only.index]!
      const end = batch.end[f + only.index]!
      if (!only.readable(batch.bytes, start, end)) return 0
      const key = this.#keys[0]
      if (key === undefined) {
        this.bytes = batch.bytes
        this.start = start
        this.end = end
        return 1
      }
      this.#reserve(end - start)
      this.bytes = this.#buffer
      this.start = 0
      this.end = key(batch.bytes, start, end, this.#buffer)
      return 1
    }
    return this.#readComposite(batch, f, n)
  }

  /** Each part is its length on four bytes, then its bytes; a part without value has the length 2³² − 1. */
  #readComposite({ bytes, start, end }: Batch, f: number, n: number): number {
    let filled = 0
    let at = 0
    for (let k = 0; k < this.#columns.length; k++) {
      const column = this.#columns[k]!
      const i = f + column.index
      const has = column.index < n && column.readable(bytes, start[i]!, end[i]!)
      const size = has ? end[i]! - start[i]! : 0
      this.#reserve(at + 4 + size)
      let length = -1
      if (has) {
        filled++
        const key = this.#keys[k]
        const room = this.#buffer.subarray(at + 4)
        if (key !== undefined) length = key(bytes, start[i]!, end[i]!, room)
        else {
          room.set(bytes.subarray(start[i]!, end[i]!))
          length = size
        }
      }
      for (let b = 0; b < 4; b++) this.#buffer[at + b] = (length >> (b * 8)) & 0xff
      at += 4 + Math.max(length, 0)
    }
    this.bytes = this.#buffer
    this.start = 0
    this.end = at
    return filled
  }

  /** Keeps what is written; a canonical form may be somewhat longer than its cell. */
  #reserve(size: number): void {
    const needed = size * KEY_GROWTH + KEY_MARGIN
    if (this.#buffer.length >= needed) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#buffer)
    this.#buffer = larger
  }
}

const KEY_MARGIN = 64
