// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

/** A slot is a cache line of 16 words: which kind of cell, its faults, its length, then the text. */
const SLOT_WORDS = 16
const FAULTS = 1
const LENGTH = 2
const TEXT = 3
const MAX_BYTES = (SLOT_WORDS - TEXT) * 4
/** A text may stand in either of two neighbours: texts that fall on one place push each other out much less. */
const WAYS = 2
const FIRST_BITS = 12
const MAX_BITS = 13
/** After so many look-ups the cache asks itself whether it is of use. */
const WINDOW = 4096
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** All cells of one verdict with the same faults: few, however many texts there are. */
interface Kind {
  verdict: number
  faults: number
}

/** What is kept takes the place of what was there before. */
export class VerdictCache {
  #bits = FIRST_BITS
  #words = new Int32Array(SLOT_WORDS << FIRST_BITS)
  readonly #kinds: Kind[] = []
  /** By kind: how many cells were found, and not told yet. */
  #cells = new Float64Array(16)
  /** The first word of the slot that was looked at; -1: the cell cannot be kept. */
  #at = -1
  #bytes: Uint8Array | undefined
  #view: DataView = new DataView(new ArrayBuffer(0))
  #lookUps = 0
  #hits = 0
  #pause = 0

  /** Whether these bytes (one at least) are kept with these faults; the cell is then counted, and told later. Otherwise `keep` may follow. */
  count(bytes: Uint8Array, start: number, end: number, faults: number): boolean {
    const at = this.#find(bytes, start, end, faults)
    if (at < 0) return false
    this.#cells[this.#words[at]!]!++
    return true
  }

  /** The verdict kept for these bytes (one at least) without faults, or -1, which `keep` may follow. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const at = this.#find(bytes, start, end, 0)
    return at < 0 ? -1 : this.#kinds[this.#words[at]!]!.verdict
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
    const words = this.#words
    const full = length >> 2
    let hash = length
    for (let i = 0; i < full; i++) hash = mix(hash, view.getInt32(start + i * 4, true))
    const rest = (length & 3) === 0 ? 0 : lastWord(view, bytes, start, end)
    hash = mix(hash, rest)
    let at = (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - this.#bits)) * SLOT_WORDS
    ways: for (let way = 0; way < WAYS; way++, at ^= SLOT_WORDS) {
      if (words[at + LENGTH] !== length || words[at + FAULTS] !== faults) continue
      for (let i = 0; i < full; i++) if (words[at + TEXT + i] !== view.getInt32(start + i * 4, true)) continue ways
      if ((length & 3) !== 0 && words[at + TEXT + full] !== rest) continue
      this.#hits++
      return at
    }
    // The neighbour makes room every other time.
    this.#at = words[at + LENGTH] === 0 ? at : at ^ ((this.#lookUps & 1) * SLOT_WORDS)
    return -1
  }

  /** Of the cell that was not found; the cell itself is not counted. Verdicts are numbers from 0. */
  keep(bytes: Uint8Array, start: number, end: number, faults: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    const words = this.#words
    const length = end - start
    const full = length >> 2
    words[at] = this.#kindOf(verdict, faults)
    words[at + FAULTS] = faults
    words[at + LENGTH] = length
    for (let i = 0; i < full; i++) words[at + TEXT + i] = this.#view.getInt32(start + i * 4, true)
    if ((length & 3) !== 0) words[at + TEXT + full] = lastWord(this.#view, bytes, start, end)
  }

  #kindOf(verdict: number, faults: number): number {
    const known = this.#kinds.findIndex((kind) => kind.verdict === verdict && kind.faults === faults)
    if (known >= 0) return known
    if (this.#kinds.length === this.#cells.length) {
      const more = new Float64Array(this.#cells.length * 2)
      more.set(this.#cells)
      this.#cells = more
    }
    return this.#kinds.push({ verdict, faults }) - 1
  }

  /** Tells of all that was counted so far. */
  tellAll(tell: Tell): void {
    for (const [kind, { verdict, faults }] of this.#kinds.entries()) {
      const cells = this.#cells[kind]!
      if (cells > 0) tell(verdict, faults, cells)
      this.#cells[kind] = 0
    }
  }

  #adapt(): void {
    if (this.#hits < WINDOW >> 4) this.#pause = PAUSE
    else if (this.#hits < WINDOW - (WINDOW >> 3) && this.#bits < MAX_BITS) {
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
