// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

/**
 * A slot begins with its head, the kind of the cell and the length of its text (0: nothing is kept), then comes the text. Most texts take
 * half a cache line: what is remembered of all columns together has to stay near the processor.
 */
const SHORT_SLOT = 3
const LONG_SLOT = 4
/** Bytes of text that a slot of so many words, as a power of two, has room for. */
const roomOf = (slot: number): number => ((1 << slot) - 1) * 4
const LENGTH_BITS = 6
const LENGTH_MASK = (1 << LENGTH_BITS) - 1
const SHORT_ROOM = roomOf(SHORT_SLOT)
const LONG_ROOM = roomOf(LONG_SLOT)
/** A text may stand in either of two neighbours: texts that fall on one place push each other out much less. */
const WAYS = 2
/** As many slots as this power of two: the columns with a few bad cells need no more than the first. */
const BITS = [6, 12, 13] as const
/** After so many look-ups the cache asks itself whether it is of use. */
const FIRST_WINDOW = 32
const WINDOW = 4096
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** What is kept takes the place of what was there before. */
export class VerdictCache {
  /** Index into `BITS`. */
  #size = 0
  #shift = 32 - BITS[0]
  #shortTexts = new Int32Array(1 << (SHORT_SLOT + BITS[0]))
  #longTexts = new Int32Array(1 << (LONG_SLOT + BITS[0]))
  // By kind, that is all cells of one verdict with the same faults: few, however many texts there are.
  #kinds = 0
  #verdicts = new Int32Array(16)
  #faults = new Int32Array(16)
  /** How many cells were found, and not told yet. */
  #cells = new Float64Array(16)
  /** The first word of the slot that was looked at; -1: the cell cannot be kept. */
  #at = -1
  #bytes: Uint8Array | undefined
  #view: DataView = new DataView(new ArrayBuffer(0))
  /** Look-ups until the cache asks itself whether it is of use or, while it rests, cells until it is used again. */
  #left = FIRST_WINDOW
  #hits = 0
  #rests = false

  /** Whether these bytes (one at least) are kept with these faults; the cell is then counted, and told later. Otherwise `keep` may follow. */
  count(bytes: Uint8Array, start: number, end: number, faults: number): boolean {
    const kind = this.#find(bytes, start, end, faults)
    if (kind < 0) return false
    this.#cells[kind]!++
    return true
  }

  /** The verdict kept for these bytes (one at least) without faults, or -1, which `keep` may follow. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const kind = this.#find(bytes, start, end, 0)
    return kind < 0 ? -1 : this.#verdicts[kind]!
  }

  /** The kind of the cell; -1: it is not kept. */
  #find(bytes: Uint8Array, start: number, end: number, faults: number): number {
    const length = end - start
    this.#at = -1
    if (length > LONG_ROOM) return -1
    if (this.#left-- === 0) this.#adapt()
    if (this.#rests) return -1
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
    const words = length > SHORT_ROOM ? this.#longTexts : this.#shortTexts
    const slot = length > SHORT_ROOM ? LONG_SLOT : SHORT_SLOT
    let at = (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> this.#shift) << slot
    ways: for (let way = 0; way < WAYS; way++, at ^= 1 << slot) {
      const head = words[at]!
      if ((head & LENGTH_MASK) !== length) continue
      for (let i = 0; i < full; i++) if (words[at + 1 + i] !== view.getInt32(start + i * 4, true)) continue ways
      if ((length & 3) !== 0 && words[at + 1 + full] !== rest) continue
      const kind = head >> LENGTH_BITS
      if (this.#faults[kind] !== faults) continue
      this.#hits++
      return kind
    }
    // The neighbour makes room every other time.
    this.#at = words[at] === 0 ? at : at ^ ((this.#left & 1) << slot)
    return -1
  }

  /** Of the cell that was not found; the cell itself is not counted. Verdicts are numbers from 0. */
  keep(bytes: Uint8Array, start: number, end: number, faults: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    const length = end - start
    const words = length > SHORT_ROOM ? this.#longTexts : this.#shortTexts
    const full = length >> 2
    words[at] = (this.#kindOf(verdict, faults) << LENGTH_BITS) | length
    for (let i = 0; i < full; i++) words[at + 1 + i] = this.#view.getInt32(start + i * 4, true)
    if ((length & 3) !== 0) words[at + 1 + full] = lastWord(this.#view, bytes, start, end)
  }

  #kindOf(verdict: number, faults: number): number {
    for (let kind = 0; kind < this.#kinds; kind++) if (this.#verdicts[kind] === verdict && this.#faults[kind] === faults) return kind
    if (this.#kinds === this.#cells.length) {
      this.#verdicts = doubled(this.#verdicts, Int32Array)
      this.#faults = doubled(this.#faults, Int32Array)
      this.#cells = doubled(this.#cells, Float64Array)
    }
    this.#verdicts[this.#kinds] = verdict
    this.#faults[this.#kinds] = faults
    return this.#kinds++
  }

  /** Tells of all that was counted so far. */
  tellAll(tell: Tell): void {
    for (let kind = 0; kind < this.#kinds; kind++) {
      const cells = this.#cells[kind]!
      if (cells > 0) tell(this.#verdicts[kind]!, this.#faults[kind]!, cells)
      this.#cells[kind] = 0
    }
  }

  /** Grows when much was not found, and rests when next to nothing was. */
  #adapt(): void {
    const isFirst = this.#size === 0
    if (this.#rests) this.#rests = false
    else if (isFirst) this.#grow()
    else if (this.#hits < WINDOW >> 4) this.#rests = true
    else if (this.#hits < WINDOW - (WINDOW >> 3)) this.#grow()
    this.#left = this.#rests ? PAUSE : WINDOW
    this.#hits = 0
  }

  #grow(): void {
    const bits = BITS[this.#size + 1]
    if (bits === undefined) return
    this.#size++
    this.#shift = 32 - bits
    this.#shortTexts = new Int32Array(1 << (SHORT_SLOT + bits))
    this.#longTexts = new Int32Array(1 << (LONG_SLOT + bits))
  }
}

function doubled<T extends Int32Array | Float64Array>(values: T, Values: new (length: number) => T): T {
  const more = new Values(values.length * 2)
  more.set(values)
  return more
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
