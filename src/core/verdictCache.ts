// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// Measured on 200 MB in which every checked cell is bad: see bench/README.md.

const SLOTS = 4096
const MAX_BYTES = 32

/** Direct-mapped: a cell that falls on another's place takes it. */
export class VerdictCache {
  /** Of the entry that `find` found or made room for. */
  #at = 0
  readonly #lengths = new Int8Array(SLOTS)
  readonly #bytes = new Uint8Array(SLOTS * MAX_BYTES)
  readonly #verdicts = new Int32Array(SLOTS)

  /** The verdict kept for these bytes, or -1. To be followed by `keep` when it is -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start
    if (length > MAX_BYTES) {
      this.#at = -1
      return -1
    }
    let hash = length
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193)
    const at = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    this.#at = at
    if (this.#lengths[at] !== length) return -1
    const base = at * MAX_BYTES
    for (let i = 0; i < length; i++) if (this.#bytes[base + i] !== bytes[start + i]) return -1
    return this.#verdicts[at]!
  }

  /** `verdict`: from 0. */
  keep(bytes: Uint8Array, start: number, end: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    this.#lengths[at] = end - start
    this.#verdicts[at] = verdict
    const base = at * MAX_BYTES
    for (let i = 0; i < end - start; i++) this.#bytes[base + i] = bytes[start + i]!
  }
}
