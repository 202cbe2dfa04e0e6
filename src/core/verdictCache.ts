// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

const SLOTS = 2048
/** A cache line: verdict, length, then the bytes. */
const SLOT_BYTES = 64
const HEAD_BYTES = 8
const MAX_BYTES = SLOT_BYTES - HEAD_BYTES

/** Direct-mapped: a cell that falls on another's place takes it. Verdicts are numbers from 0 that fit 31 bits. */
export class VerdictCache {
  readonly #words: Int32Array
  readonly #bytes: Uint8Array
  /** The slot that `find` looked at; -1: the cell is too long to be kept. */
  #slot = -1

  constructor() {
    const buffer = new ArrayBuffer(SLOTS * SLOT_BYTES)
    this.#words = new Int32Array(buffer)
    this.#bytes = new Uint8Array(buffer)
  }

  /** The verdict kept for these bytes (one at least), or -1. To be followed by `keep` when it is -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start
    if (length > MAX_BYTES) {
      this.#slot = -1
      return -1
    }
    let hash = length
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193)
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    this.#slot = slot
    const words = this.#words
    const word = slot * (SLOT_BYTES / 4)
    if (words[word + 1] !== length) return -1
    const kept = this.#bytes
    const base = slot * SLOT_BYTES + HEAD_BYTES
    for (let i = 0; i < length; i++) if (kept[base + i] !== bytes[start + i]) return -1
    return words[word]!
  }

  keep(bytes: Uint8Array, start: number, end: number, verdict: number): void {
    if (this.#slot < 0) return
    const word = this.#slot * (SLOT_BYTES / 4)
    this.#words[word] = verdict
    this.#words[word + 1] = end - start
    const base = this.#slot * SLOT_BYTES + HEAD_BYTES
    for (let i = 0; i < end - start; i++) this.#bytes[base + i] = bytes[start + i]!
  }
}
