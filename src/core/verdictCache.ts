// What was found about the last short cells of a column, by their bytes: damage repeats itself, and looking again costs more than a look-up.
// `bench/README.md`, "every checked cell bad", shows what it gains.
// Longer than most files: what looks a text up, keeps and counts it works on the same few arrays.

import { ALIKE, widest } from './alike.js'
import {
  FEW,
  hashOf,
  hashOfThree,
  LENGTH_BITS,
  LENGTH_MASK,
  LONG_SLOT,
  MASKS,
  moved,
  ROOM,
  SHORT_SLOT,
  stepOf,
  WAYS,
  wordsOf,
} from './keptTexts.js'
import { viewOf, withFiguresAlike } from './words.js'
import { withYearAlike } from './yearAlike.js'

// As many slots as these powers of two: memory that is touched costs more than a text that is forgotten as it grows.
const SHORT_BITS = [6, 10, 14] as const
const LONG_BITS = [6, 9, 12] as const
/** Bytes that all caches of a table take at most: a table may have thousands of columns. */
const ROOM_OF_TABLE = 32 << 20
/** By size, too: after so many look-ups the cache asks itself whether it is of use, and large enough. */
const WINDOWS = [32, 256, 4096] as const
/** Of both tables of a size. */
const bytesOf = (size: number): number => 4 * ((1 << (SHORT_SLOT + SHORT_BITS[size]!)) + (1 << (LONG_SLOT + LONG_BITS[size]!)))
/** Cells that are not looked up when it was of none: the values of some columns never come again. */
const PAUSE = 65_536

/** Of each cell that is looked up: the index of its row in its batch, which the cache does not ask, where its bytes begin and end, its faults. */
export const CELL_WORDS = 4
export const ROW = 0
export const START = 1
export const END = 2
export const FAULTS = 3

/** Faults take the bits below. */
const ALIKE_SHIFT = 30
const FAULTS_MASK = (1 << ALIKE_SHIFT) - 1

const keyOf = (faults: number, alike: number): number => faults | ((31 - Math.clz32(alike)) << ALIKE_SHIFT)

/** A word of a text as those that are alike in figures have it. */
const asAlike = (word: number, alike: number): number =>
  alike === ALIKE.figures || alike === ALIKE.allFigures ? withFiguresAlike(word, alike === ALIKE.allFigures) : word

/** Hears of cells that the cache has counted: all with one verdict and the same faults. */
export type Tell = (verdict: number, faults: number, cells: number) => void

/** What is kept takes the place of what was there before; texts that are alike may have a verdict together. */
export class VerdictCache {
  readonly #largest: number
  /** Index into `SHORT_BITS`. */
  #size = 0
  #shortShift = 32 - SHORT_BITS[0]
  #longShift = 32 - LONG_BITS[0]
  #shortTexts = new Int32Array(1 << (SHORT_SLOT + SHORT_BITS[0]))
  #longTexts = new Int32Array(1 << (LONG_SLOT + LONG_BITS[0]))
  // By kind, that is all cells of one verdict with the same faults, kept for texts that are as much alike: few, however many texts there are.
  #kinds = 0
  #verdicts: Int32Array = new Int32Array(16)
  /** And the place of the bit of `ALIKE`, from `ALIKE_SHIFT` on. */
  #faults: Int32Array = new Int32Array(16)
  /** How many cells were found, and not told yet. */
  #counts: Int32Array = new Int32Array(16)
  /** Of the cell that was looked up last and not found: its text, and its length in bytes; 0: it cannot be kept. */
  readonly #text = new Int32Array(1 << LONG_SLOT)
  #length = 0
  /** A text as it would be kept. */
  readonly #asKept = new Int32Array(1 << LONG_SLOT)
  /** Bits of `ALIKE`: what is kept stands for such texts. */
  #kept: number = ALIKE.exact
  /** Since the cache asked itself last; below 0 it rests, for as many cells. */
  #lookUps = 0
  #window: number = WINDOWS[0]
  #hits = 0
  /** Texts that another one took the place of, since then. */
  #pushedOut = 0

  /** `columns`: how many of a table have a cache. */
  constructor(columns: number) {
    this.#largest = SHORT_BITS.findLastIndex((_, size) => size === 0 || bytesOf(size) * columns <= ROOM_OF_TABLE)
  }

  /** The verdict kept for a cell without faults, of one byte at least, or -1, which `keep` may follow. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (this.#lookUps >= this.#window) this.#adapt()
    this.#length = 0
    this.#lookUps++
    if (this.#lookUps <= 0) return -1
    const kind = end - start <= FEW ? this.#kindOfShort(bytes, start, end, 0) : this.#kindOfLong(bytes, start, end, 0)
    if (kind < 0) return -1
    this.#hits++
    return this.#verdicts[kind]!
  }

  /**
   * Counts the cells that are kept, to be told later, up to the first that is not, and returns its place or `to`; `keep` may follow.
   * `cells`: `CELL_WORDS` each, of one byte at least.
   */
  countKnown(bytes: Uint8Array, cells: Int32Array, from: number, to: number): number {
    if (this.#lookUps >= this.#window) this.#adapt()
    this.#length = 0
    const lookUps = this.#lookUps
    const stop = lookUps < 0 ? from : to
    const counts = this.#counts
    let place = from
    for (; place < stop; place++) {
      const cell = place * CELL_WORDS
      const start = cells[cell + START]!
      const end = cells[cell + END]!
      const faults = cells[cell + FAULTS]!
      const kind = end - start <= FEW ? this.#kindOfShort(bytes, start, end, faults) : this.#kindOfLong(bytes, start, end, faults)
      if (kind < 0) break
      counts[kind]!++
    }
    this.#hits += place - from
    this.#lookUps = lookUps + Math.min(place + 1, to) - from
    return place
  }

  /** The kind of a text of at most `FEW` bytes, or of those that are alike; -1: it is not known. */
  #kindOfShort(bytes: Uint8Array, start: number, end: number, faults: number): number {
    if (start + FEW > bytes.length) return -1
    const view = viewOf(bytes)
    const length = end - start
    const a = view.getInt32(start, true) & MASKS[length * 3]!
    const b = view.getInt32(start + 4, true) & MASKS[length * 3 + 1]!
    const c = view.getInt32(start + 8, true) & MASKS[length * 3 + 2]!
    const text = this.#text
    text[0] = a
    text[1] = b
    text[2] = c
    const asKept = this.#asKept
    const texts = this.#shortTexts
    const shift = this.#shortShift
    for (let rest = this.#kept; rest !== 0; ) {
      const bit = widest(rest)
      rest ^= bit
      let x = a
      let y = b
      let z = c
      if (bit === ALIKE.years) {
        if (!withYearAlike(text, length, asKept)) continue
        x = asKept[0]!
        y = asKept[1]!
        z = asKept[2]!
      } else if (bit !== ALIKE.exact) {
        const zerosToo = bit === ALIKE.allFigures
        x = withFiguresAlike(a, zerosToo)
        y = withFiguresAlike(b, zerosToo)
        z = withFiguresAlike(c, zerosToo)
      }
      const hash = hashOfThree(x, y, z, length)
      const step = stepOf(hash, shift) << SHORT_SLOT
      let at = (hash >>> shift) << SHORT_SLOT
      for (let way = 0; way < WAYS; way++, at ^= step) {
        const head = texts[at]!
        if ((((head & LENGTH_MASK) ^ length) | (texts[at + 1]! ^ x) | (texts[at + 2]! ^ y) | (texts[at + 3]! ^ z)) !== 0) continue
        if (this.#faults[head >> LENGTH_BITS] === keyOf(faults, bit)) return head >> LENGTH_BITS
      }
    }
    this.#length = length
    return -1
  }

  /** As `#kindOfShort`, of a longer text. */
  #kindOfLong(bytes: Uint8Array, start: number, end: number, faults: number): number {
    const length = end - start
    if (length > ROOM) return -1
    const view = viewOf(bytes)
    const text = this.#text
    let words = 0
    for (let at = start; at < end - 4; at += 4) text[words++] = view.getInt32(at, true)
    text[words++] = view.getInt32(end - 4, true)
    const texts = this.#longTexts
    const shift = this.#longShift
    const asKept = this.#asKept
    for (let rest = this.#kept; rest !== 0; ) {
      const bit = widest(rest)
      rest ^= bit
      if (bit === ALIKE.years) {
        if (!withYearAlike(text, length, asKept)) continue
      } else for (let word = 0; word < words; word++) asKept[word] = asAlike(text[word]!, bit)
      const hash = hashOf(asKept, 0, length)
      const step = stepOf(hash, shift) << LONG_SLOT
      let at = (hash >>> shift) << LONG_SLOT
      for (let way = 0; way < WAYS; way++, at ^= step) {
        const head = texts[at]!
        if ((head & LENGTH_MASK) !== length) continue
        let word = 0
        while (word < words && texts[at + 1 + word] === asKept[word]) word++
        if (word === words && this.#faults[head >> LENGTH_BITS] === keyOf(faults, bit)) return head >> LENGTH_BITS
      }
    }
    this.#length = length
    return -1
  }

  /**
   * Of the cell that was looked up last and not found, with its faults; the cell itself is not counted. Verdicts are numbers from 0.
   * `alike`: bits of `ALIKE`, how far others that have these faults may differ from its text and have this verdict.
   */
  keep(faults: number, verdict: number, alike: number): void {
    const length = this.#length
    if (length === 0) return
    const text = this.#text
    const words = wordsOf(length)
    const isShort = length <= FEW
    const isYear = widest(alike) === ALIKE.years && withYearAlike(text, length, text)
    const bit = isYear ? ALIKE.years : widest(alike & ~ALIKE.years)
    for (let word = 0; word < words; word++) text[word] = asAlike(text[word]!, bit)
    const texts = isShort ? this.#shortTexts : this.#longTexts
    const slot = isShort ? SHORT_SLOT : LONG_SLOT
    const shift = isShort ? this.#shortShift : this.#longShift
    const hash = hashOf(text, 0, length)
    const at = this.#room(texts, (hash >>> shift) << slot, stepOf(hash, shift) << slot)
    texts[at] = (this.#kindOf(verdict, keyOf(faults, bit)) << LENGTH_BITS) | length
    for (let word = 0; word < words; word++) texts[at + 1 + word] = text[word]!
    this.#kept |= bit
  }

  /** Which of its two slots the next text takes: an empty one, or each in turn. */
  #room(words: Int32Array, at: number, step: number): number {
    if (words[at] === 0) return at
    if (words[at ^ step] === 0) return at ^ step
    this.#pushedOut++
    return (this.#pushedOut & 1) === 0 ? at : at ^ step
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

  /** Tells of all that was counted so far. */
  tellAll(tell: Tell): void {
    for (let kind = 0; kind < this.#kinds; kind++) {
      const cells = this.#counts[kind]!
      if (cells > 0) tell(this.#verdicts[kind]!, this.#faults[kind]! & FAULTS_MASK, cells)
      this.#counts[kind] = 0
    }
  }

  /** It grows where texts push each other out; where next to nothing was found, although it is as large as it may be, it rests for a while. */
  #adapt(): void {
    const isUseful = this.#size < this.#largest || this.#hits >= this.#lookUps >> 4
    if (this.#size < this.#largest && this.#pushedOut > this.#lookUps >> 5) this.#grow()
    this.#pushedOut = 0
    this.#window = WINDOWS[this.#size]!
    this.#lookUps = isUseful ? 0 : -PAUSE
    this.#hits = 0
  }

  #grow(): void {
    this.#size++
    this.#shortShift = 32 - SHORT_BITS[this.#size]!
    this.#longShift = 32 - LONG_BITS[this.#size]!
    this.#shortTexts = moved(this.#shortTexts, SHORT_SLOT, SHORT_BITS[this.#size]!)
    this.#longTexts = moved(this.#longTexts, LONG_SLOT, LONG_BITS[this.#size]!)
  }
}

function doubled(values: Int32Array): Int32Array {
  const more = new Int32Array(values.length * 2)
  more.set(values)
  return more
}
