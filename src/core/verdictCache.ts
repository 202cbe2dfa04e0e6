// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

import { viewOf } from './words.js'

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
/** Bytes: longer texts are not kept. */
export const ROOM = roomOf(LONG_SLOT)
/** A text may stand in either of two neighbours: texts that fall on one place push each other out much less. */
const WAYS = 2
// As many slots as these powers of two: the columns with a few bad cells need no more than the first.
const FIRST_BITS = 6
const SHORT_BITS = 13
const LONG_BITS = 11
const FIRST_WINDOW = 32
const WINDOW = 4096
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Where cells stand: as in `Batch`. */
export interface CellTexts {
  bytes: Uint8Array
  start: Int32Array
  end: Int32Array
}

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** What is kept takes the place of what was there before. */
export class VerdictCache {
  #isSmall = true
  #shortShift = 32 - FIRST_BITS
  #longShift = 32 - FIRST_BITS
  #shortTexts = new Int32Array(1 << (SHORT_SLOT + FIRST_BITS))
  #longTexts = new Int32Array(1 << (LONG_SLOT + FIRST_BITS))
  // By kind, that is all cells of one verdict with the same faults: few, however many texts there are.
  #kinds = 0
  #verdicts = new Int32Array(16)
  #faults = new Int32Array(16)
  /** How many cells were found, and not told yet. */
  #cells = new Float64Array(16)
  /** The first word of the slot that was looked at last; -1: the cell cannot be kept. */
  #at = -1
  /** Of the cell that was found last. */
  #kind = 0
  /** Since the cache asked itself last; below 0 it rests, for as many cells. */
  #lookUps = 0
  /** After so many look-ups the cache asks itself whether it is of use. */
  #window = FIRST_WINDOW
  #hits = 0

  /** The verdict kept for a cell (one byte at least), or -1, which `keep` may follow. */
  find(texts: CellTexts, pairs: Int32Array, place: number): number {
    return this.countKnown(texts, pairs, place, place + 1) === place ? -1 : this.#verdicts[this.#kind]!
  }

  /**
   * Counts the cells that are kept, to be told later, up to the first that is not, and returns its place or `to`; `keep` may follow.
   * `pairs`: the index of a cell (one byte at least) and its faults.
   */
  countKnown({ bytes, start, end }: CellTexts, pairs: Int32Array, from: number, to: number): number {
    if (this.#lookUps >= this.#window) this.#adapt()
    this.#at = -1
    if (this.#lookUps < 0) {
      this.#lookUps++
      return from
    }
    const view = viewOf(bytes)
    const shortTexts = this.#shortTexts
    const longTexts = this.#longTexts
    const shortShift = this.#shortShift
    const longShift = this.#longShift
    const kindFaults = this.#faults
    const cells = this.#cells
    let place = from
    let kind = 0
    cell: for (; place < to; place++) {
      const cell = pairs[place * 2]!
      const first = start[cell]!
      const last = end[cell]!
      const length = last - first
      if (length > ROOM) break
      const full = length >> 2
      const rest = length < 4 ? fewBytes(bytes, first, last) : view.getInt32(last - 4, true)
      const hash = length + (length < 4 ? Math.imul(rest, PRIME) : hashOf(view, first, last, rest))
      const isLong = length > SHORT_ROOM
      const words = isLong ? longTexts : shortTexts
      const slot = isLong ? LONG_SLOT : SHORT_SLOT
      let at = (Math.imul(hash ^ (hash >>> 15), MIXER) >>> (isLong ? longShift : shortShift)) << slot
      ways: for (let way = 0; way < WAYS; way++, at ^= 1 << slot) {
        const head = words[at]!
        if ((head & LENGTH_MASK) !== length) continue
        for (let i = 0; i < full; i++) if (words[at + 1 + i] !== view.getInt32(first + i * 4, true)) continue ways
        if ((length & 3) !== 0 && words[at + 1 + full] !== rest) continue
        if (kindFaults[head >> LENGTH_BITS] !== pairs[place * 2 + 1]) continue
        kind = head >> LENGTH_BITS
        cells[kind]!++
        continue cell
      }
      // The neighbour makes room every other time.
      this.#at = words[at] === 0 ? at : at ^ ((this.#lookUps & 1) << slot)
      break
    }
    this.#kind = kind
    this.#hits += place - from
    this.#lookUps += Math.min(place + 1, to) - from
    return place
  }

  /** Of the cell that was not found, at this place; the cell itself is not counted. Verdicts are numbers from 0. */
  keep({ bytes, start, end }: CellTexts, pairs: Int32Array, place: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    const cell = pairs[place * 2]!
    const first = start[cell]!
    const last = end[cell]!
    const length = last - first
    const words = length > SHORT_ROOM ? this.#longTexts : this.#shortTexts
    const view = viewOf(bytes)
    const full = length >> 2
    words[at] = (this.#kindOf(verdict, pairs[place * 2 + 1]!) << LENGTH_BITS) | length
    for (let i = 0; i < full; i++) words[at + 1 + i] = view.getInt32(first + i * 4, true)
    if ((length & 3) !== 0) words[at + 1 + full] = length < 4 ? fewBytes(bytes, first, last) : view.getInt32(last - 4, true)
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

  /** Once there are more than a few cells it grows; where next to nothing was found it rests for a while. */
  #adapt(): void {
    const isUseful = this.#isSmall || this.#hits >= this.#lookUps >> 4
    if (this.#isSmall) this.#grow()
    this.#window = WINDOW
    this.#lookUps = isUseful ? 0 : -PAUSE
    this.#hits = 0
  }

  #grow(): void {
    this.#isSmall = false
    this.#shortShift = 32 - SHORT_BITS
    this.#longShift = 32 - LONG_BITS
    this.#shortTexts = new Int32Array(1 << (SHORT_SLOT + SHORT_BITS))
    this.#longTexts = new Int32Array(1 << (LONG_SLOT + LONG_BITS))
  }
}

function doubled<T extends Int32Array | Float64Array>(values: T, Values: new (length: number) => T): T {
  const more = new Values(values.length * 2)
  more.set(values)
  return more
}

// Odd numbers whose bits are well spread: they end in the high bits, from which the place is taken.
const PRIME = 0x9e3779b1
const MIXER = 0x85ebca6b

/** Of four bytes at least: of a long text those at both ends and in the middle. They do not wait for one another. */
function hashOf(view: DataView, start: number, end: number, rest: number): number {
  const ends = Math.imul(rest, PRIME) ^ Math.imul(view.getInt32(start, true), MIXER)
  if (end - start <= 8) return ends
  return (
    ends ^
    Math.imul(view.getInt32(start + 4, true), 0xc2b2ae35) ^
    Math.imul(view.getInt32(((start + end) >> 1) - 2, true), 0x27d4eb2f) ^
    Math.imul(view.getInt32(end - 8, true), 0x165667b1)
  )
}

/** A text of less than four bytes. */
function fewBytes(bytes: Uint8Array, start: number, end: number): number {
  let word = 0
  for (let i = start; i < end; i++) word = (word << 8) | bytes[i]!
  return word
}
