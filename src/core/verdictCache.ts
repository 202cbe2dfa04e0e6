// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

/** A slot is a cache line of 16 words: verdict, faults, how many times it was found, length, then the text. */
const SLOT_WORDS = 16
const FAULTS = 1
const TIMES = 2
const LENGTH = 3
const TEXT = 4
const MAX_BYTES = (SLOT_WORDS - TEXT) * 4
const FIRST_BITS = 12
const MAX_BITS = 13
/** After so many look-ups the cache asks itself whether it is of use. */
const WINDOW = 4096
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** Direct-mapped: a cell that falls on another's place takes it. Verdicts are numbers from 0 that fit 31 bits. */
export class VerdictCache {
  readonly #tell: Tell
  #bits = FIRST_BITS
  #words = new Int32Array(SLOT_WORDS << FIRST_BITS)
  /** The first word of the slot that was looked at; -1: the cell cannot be kept. */
  #at = -1
  #bytes: Uint8Array | undefined
  #view: DataView = new DataView(new ArrayBuffer(0))
  #lookUps = 0
  #hits = 0
  #pause = 0

  constructor(tell: Tell = () => {}) {
    this.#tell = tell
  }

  /** Whether these bytes (one at least) are kept with these faults; the cell is then counted, and told later. Otherwise `keep` may follow. */
  count(bytes: Uint8Array, start: number, end: number, faults: number): boolean {
    const at = this.#find(bytes, start, end, faults)
    if (at < 0) return false
    this.#words[at + TIMES]!++
    return true
  }

  /** The verdict kept for these bytes (one at least) without faults, or -1, which `keep` may follow. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const at = this.#find(bytes, start, end, 0)
    return at < 0 ? -1 : this.#words[at]!
  }

  /** The slot where it is kept; -1: it is not. */
  #find(bytes: Uint8Array, start: number, end: number, faults: number): number {
    const length = end - start
    this.#at = -1
    if (length > MAX_BYTES) return -1
    if (this.#pause > 0) {
      this.#pause--
      return -1
    }
    if (this.#lookUps++ === WINDOW) this.#adapt()
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    const view = this.#view
    const full = length >> 2
    let hash = length
    for (let i = 0; i < full; i++) hash = mix(hash, view.getInt32(start + i * 4, true))
    const rest = (length & 3) === 0 ? 0 : lastWord(view, bytes, start, end)
    hash = mix(hash, rest)
    const at = (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - this.#bits)) * SLOT_WORDS
    this.#at = at
    const words = this.#words
    if (words[at + LENGTH] !== length || words[at + FAULTS] !== faults) return -1
    for (let i = 0; i < full; i++) if (words[at + TEXT + i] !== view.getInt32(start + i * 4, true)) return -1
    if ((length & 3) !== 0 && words[at + TEXT + full] !== rest) return -1
    this.#hits++
    return at
  }

  /** Of the cell that was not found; the cell itself is not counted. */
  keep(bytes: Uint8Array, start: number, end: number, faults: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    this.#tellSlot(at)
    const words = this.#words
    const length = end - start
    const full = length >> 2
    words[at] = verdict
    words[at + FAULTS] = faults
    words[at + LENGTH] = length
    for (let i = 0; i < full; i++) words[at + TEXT + i] = this.#view.getInt32(start + i * 4, true)
    if ((length & 3) !== 0) words[at + TEXT + full] = lastWord(this.#view, bytes, start, end)
  }

  /** Tells of all that was counted so far. */
  tellAll(): void {
    for (let at = 0; at < this.#words.length; at += SLOT_WORDS) this.#tellSlot(at)
  }

  #tellSlot(at: number): void {
    const words = this.#words
    const times = words[at + TIMES]!
    if (times === 0) return
    words[at + TIMES] = 0
    this.#tell(words[at]!, words[at + FAULTS]!, times)
  }

  #adapt(): void {
    if (this.#hits < WINDOW >> 4) this.#pause = PAUSE
    else if (this.#hits < WINDOW - (WINDOW >> 3) && this.#bits < MAX_BITS) {
      this.tellAll()
      this.#bits = MAX_BITS
      this.#words = new Int32Array(SLOT_WORDS << this.#bits)
    }
    this.#lookUps = 0
    this.#hits = 0
  }
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1)
  return (mixed << 13) | (mixed >>> 19)
}

/** The last four bytes, or all of a text that has fewer. */
function lastWord(view: DataView, bytes: Uint8Array, start: number, end: number): number {
  if (end - start >= 4) return view.getInt32(end - 4, true)
  let word = 0
  for (let i = start; i < end; i++) word = (word << 8) | bytes[i]!
  return word
}
