// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.

import { viewOf, withFiguresAlike } from './words.js'

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
const ROOM = roomOf(LONG_SLOT)
/** Most texts have no more bytes, and are read as three words whatever their length: what no processor can foresee costs it more. */
const FEW = 12
/** By length, then word: the bits of the word that are the text's. */
const MASKS = Int32Array.from({ length: 3 * (FEW + 1) }, (_, i) => {
  const bytes = Math.min(4, Math.max(0, Math.floor(i / 3) - 4 * (i % 3)))
  return bytes === 4 ? -1 : (1 << (8 * bytes)) - 1
})
/** A text may stand in either of two neighbours: texts that fall on one place push each other out much less. */
const WAYS = 2
// As many slots as these powers of two: memory that is touched costs more than a text that is forgotten as it grows.
const SHORT_BITS = [6, 9, 12, 14] as const
const LONG_BITS = [6, 7, 9, 11] as const
/** Bytes that all caches of a table take at most: a table may have thousands of columns. */
const ROOM_OF_TABLE = 32 << 20
/** By size, too: after so many look-ups the cache asks itself whether it is of use, and large enough. */
const WINDOWS = [32, 512, 4096, 4096] as const
/** Of both tables of a size. */
const bytesOf = (size: number): number => 4 * ((1 << (SHORT_SLOT + SHORT_BITS[size]!)) + (1 << (LONG_SLOT + LONG_BITS[size]!)))
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Of each cell that is looked up: its index in its batch, which the cache does not ask, where its bytes begin and end, and its faults. */
export const CELL_WORDS = 4
export const START = 1
export const END = 2
export const FAULTS = 3

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** What is kept takes the place of what was there before. */
export class VerdictCache {
  readonly #largest: number
  /** Texts that differ in figures other than 0 alone have one verdict, but with any of these faults. */
  #exactFaults = 0
  #shares = false
  /** Index into `SHORT_BITS`. */
  #size = 0
  #shortShift = 32 - SHORT_BITS[0]
  #longShift = 32 - LONG_BITS[0]
  #shortTexts = new Int32Array(1 << (SHORT_SLOT + SHORT_BITS[0]))
  #longTexts = new Int32Array(1 << (LONG_SLOT + LONG_BITS[0]))
  // By kind, that is all cells of one verdict with the same faults: few, however many texts there are.
  #kinds = 0
  #verdicts: Int32Array = new Int32Array(16)
  #faults: Int32Array = new Int32Array(16)
  /** How many cells were found, and not told yet. */
  #counts: Int32Array = new Int32Array(16)
  /** The first word of the slot that was looked at last; -1: the cell cannot be kept. */
  #at = -1
  /** Of the cell that was found last. */
  #kind = 0
  /** Since the cache asked itself last; below 0 it rests, for as many cells. */
  #lookUps = 0
  #window: number = WINDOWS[0]
  #hits = 0

  /** `columns`: how many of a table have a cache. */
  constructor(columns: number) {
    this.#largest = SHORT_BITS.findLastIndex((_, size) => size === 0 || bytesOf(size) * columns <= ROOM_OF_TABLE)
  }

  /** The verdict kept for a cell (one byte at least), or -1, which `keep` may follow. */
  find(bytes: Uint8Array, cells: Int32Array, place: number): number {
    return this.countKnown(bytes, cells, place, place + 1) === place ? -1 : this.#verdicts[this.#kind]!
  }

  /**
   * Counts the cells that are kept, to be told later, up to the first that is not, and returns its place or `to`; `keep` may follow.
   * `cells`: `CELL_WORDS` each, of one byte at least.
   */
  countKnown(bytes: Uint8Array, cells: Int32Array, from: number, to: number): number {
    if (this.#lookUps >= this.#window) this.#adapt()
    this.#at = -1
    const lookUps = this.#lookUps
    const stop = lookUps < 0 ? from : to
    const view = viewOf(bytes)
    const exactFaults = this.#exactFaults
    const shares = this.#shares
    const shortTexts = this.#shortTexts
    const longTexts = this.#longTexts
    const shortShift = this.#shortShift
    const longShift = this.#longShift
    const kindFaults = this.#faults
    const counts = this.#counts
    let place = from
    let kind = 0
    cell: for (; place < stop; place++) {
      const cell = place * CELL_WORDS
      const first = cells[cell + START]!
      const length = cells[cell + END]! - first
      const faults = cells[cell + FAULTS]!
      const alike = shares && (faults & exactFaults) === 0
      if (length <= FEW) {
        if (first + FEW > bytes.length) break
        const mask = length * 3
        let a = view.getInt32(first, true) & MASKS[mask]!
        let b = view.getInt32(first + 4, true) & MASKS[mask + 1]!
        let c = view.getInt32(first + 8, true) & MASKS[mask + 2]!
        if (alike) {
          a = withFiguresAlike(a)
          b = withFiguresAlike(b)
          c = withFiguresAlike(c)
        }
        let at = (spread(Math.imul(a, A) ^ Math.imul(b, B) ^ Math.imul(c, C) ^ length) >>> shortShift) << SHORT_SLOT
        for (let way = 0; way < WAYS; way++, at ^= 1 << SHORT_SLOT) {
          const head = shortTexts[at]!
          if ((((head & LENGTH_MASK) ^ length) | (shortTexts[at + 1]! ^ a) | (shortTexts[at + 2]! ^ b) | (shortTexts[at + 3]! ^ c)) !== 0)
            continue
          if (kindFaults[head >> LENGTH_BITS] !== faults) continue
          kind = head >> LENGTH_BITS
          counts[kind]!++
          continue cell
        }
        this.#at = this.#room(shortTexts, at, SHORT_SLOT)
        break
      }
      if (length > ROOM) break
      const last = first + length
      const isLong = length > SHORT_ROOM
      const words = isLong ? longTexts : shortTexts
      const slot = isLong ? LONG_SLOT : SHORT_SLOT
      let at = (spread(hashOf(view, first, last, alike) + length) >>> (isLong ? longShift : shortShift)) << slot
      ways: for (let way = 0; way < WAYS; way++, at ^= 1 << slot) {
        const head = words[at]!
        if ((head & LENGTH_MASK) !== length) continue
        let word = at + 1
        for (let from = first; from < last - 4; from += 4) if (words[word++] !== wordAt(view, from, alike)) continue ways
        if (words[word] !== wordAt(view, last - 4, alike)) continue
        if (kindFaults[head >> LENGTH_BITS] !== faults) continue
        kind = head >> LENGTH_BITS
        counts[kind]!++
        continue cell
      }
      this.#at = this.#room(words, at, slot)
      break
    }
    this.#kind = kind
    this.#hits += place - from
    this.#lookUps = lookUps + Math.min(place + 1, to) - from
    return place
  }

  /** Which of two neighbours the next text takes: every other time the one that was looked at last. */
  #room(words: Int32Array, at: number, slot: number): number {
    return words[at] === 0 ? at : at ^ ((this.#lookUps & 1) << slot)
  }

  /** Of the cell that was not found, at this place; the cell itself is not counted. Verdicts are numbers from 0. */
  keep(bytes: Uint8Array, cells: Int32Array, place: number, verdict: number): void {
    const at = this.#at
    if (at < 0) return
    const view = viewOf(bytes)
    const first = cells[place * CELL_WORDS + START]!
    const last = cells[place * CELL_WORDS + END]!
    const length = last - first
    const faults = cells[place * CELL_WORDS + FAULTS]!
    const alike = this.#shares && (faults & this.#exactFaults) === 0
    const words = length > SHORT_ROOM ? this.#longTexts : this.#shortTexts
    words[at] = (this.#kindOf(verdict, faults) << LENGTH_BITS) | length
    const isFew = length <= FEW
    for (let word = 0; word * 4 < (isFew ? FEW : length); word++) {
      const text = wordAt(view, isFew ? first + word * 4 : Math.min(first + word * 4, last - 4), alike)
      words[at + 1 + word] = isFew ? text & MASKS[length * 3 + word]! : text
    }
  }

  #kindOf(verdict: number, faults: number): number {
    for (let kind = 0; kind < this.#kinds; kind++) if (this.#verdicts[kind] === verdict && this.#faults[kind] === faults) return kind
    if (this.#kinds === this.#counts.length) {
      this.#verdicts = doubled(this.#verdicts)
      this.#faults = doubled(this.#faults)
      this.#counts = doubled(this.#counts)
    }
    this.#verdicts[this.#kinds] = verdict
    this.#faults[this.#kinds] = faults
    return this.#kinds++
  }

  get shares(): boolean {
    return this.#shares
  }

  /**
   * From now on, without any of these faults, texts that differ in figures other than 0 alone have one verdict. What is kept is forgotten:
   * it stands under the very texts.
   */
  share(exactFaults: number): void {
    this.#shares = true
    this.#exactFaults = exactFaults
    this.#at = -1
    this.#shortTexts.fill(0)
    this.#longTexts.fill(0)
  }

  /** Tells of all that was counted so far. */
  tellAll(tell: Tell): void {
    for (let kind = 0; kind < this.#kinds; kind++) {
      const cells = this.#counts[kind]!
      if (cells > 0) tell(this.#verdicts[kind]!, this.#faults[kind]!, cells)
      this.#counts[kind] = 0
    }
  }

  /** It grows where an eighth was not found; where next to nothing was, although it is as large as it may be, it rests for a while. */
  #adapt(): void {
    const isUseful = this.#size < this.#largest || this.#hits >= this.#lookUps >> 4
    if (this.#size < this.#largest && this.#hits < this.#lookUps - (this.#lookUps >> 3)) this.#grow()
    this.#window = WINDOWS[this.#size]!
    this.#lookUps = isUseful ? 0 : -PAUSE
    this.#hits = 0
  }

  #grow(): void {
    this.#size++
    const shortBits = SHORT_BITS[this.#size]!
    const longBits = LONG_BITS[this.#size]!
    this.#shortShift = 32 - shortBits
    this.#longShift = 32 - longBits
    this.#shortTexts = new Int32Array(1 << (SHORT_SLOT + shortBits))
    this.#longTexts = new Int32Array(1 << (LONG_SLOT + longBits))
  }
}

function doubled(values: Int32Array): Int32Array {
  const more = new Int32Array(values.length * 2)
  more.set(values)
  return more
}

// Odd numbers whose bits are well spread; integers of 32 bits for V8, too.
const A = 0x9e3779b1 | 0
const B = 0x85ebca6b | 0
const C = 0xc2b2ae35 | 0
const D = 0x27d4eb2f
const E = 0x165667b1

/** The place is taken from the high bits. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), B)

const wordAt = (view: DataView, at: number, alike: boolean): number =>
  alike ? withFiguresAlike(view.getInt32(at, true)) : view.getInt32(at, true)

/** Of more than eight bytes: those at both ends and in the middle, which do not wait for one another. */
function hashOf(view: DataView, start: number, end: number, alike: boolean): number {
  return (
    Math.imul(wordAt(view, start, alike), A) ^
    Math.imul(wordAt(view, start + 4, alike), B) ^
    Math.imul(wordAt(view, ((start + end) >> 1) - 2, alike), C) ^
    Math.imul(wordAt(view, end - 8, alike), D) ^
    Math.imul(wordAt(view, end - 4, alike), E)
  )
}
