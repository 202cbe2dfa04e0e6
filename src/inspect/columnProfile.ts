// What one column holds, gathered cell by cell in memory that does not grow with the rows.
import { NATIVE, type NativeKind } from '../core/batch.js'
import type { InspectedColumn } from '../core/inspectionTypes.js'
import { type CompiledKind, compiledKinds } from './columnKinds.js'
import { DistinctCounter } from './distinctCounter.js'
import { guessType } from './guessType.js'
import { KindTrial } from './kindTrial.js'

/** Different values that are kept and counted one by one. */
const MOST_VALUES = 16
const EXAMPLES = 5
/** Of a value that is kept, in bytes. */
const LONGEST_VALUE = 400
/** Texts whose outcome is remembered: damage and categories repeat themselves. A power of 2. */
const MEMORY = 256

const decoder = new TextDecoder()
const nativeNames = Object.fromEntries(Object.entries(NATIVE).map(([name, value]) => [value, name as NativeKind]))

export class ColumnProfile {
  readonly #column: number
  readonly #label: string
  #filled = 0
  #longest = 0
  #shortest = Number.MAX_SAFE_INTEGER
  #padded = 0
  readonly #native = new Int32Array(6)
  #hasNative = false
  readonly #distinct: DistinctCounter
  /** The first different values: their hashes, how many cells have them, their texts. */
  readonly #keys: number[] = []
  readonly #cells: number[] = []
  readonly #texts: string[] = []
  #hasMoreValues = false
  /** The kinds that are still possible. A bit in `#possible` each, in two halves. */
  #trials: KindTrial[]
  #possible: [number, number]
  readonly #memory = new Int32Array(MEMORY * 4)

  /** `column`: from 1. `mostDistinct`: values counted exactly. */
  constructor(column: number, label: string, mostDistinct: number, kinds: readonly CompiledKind[] = compiledKinds()) {
    this.#column = column
    this.#label = label
    this.#distinct = new DistinctCounter(mostDistinct)
    this.#trials = kinds.map((kind, index) => new KindTrial(kind, index))
    this.#possible = bitsOf(this.#trials)
  }

  /** Hot: a cell that holds something. `native`: as in a batch. */
  read(bytes: Uint8Array, start: number, end: number, native: number | undefined): void {
    let low = 0x811c9dc5
    let high = 0x9747b28c ^ (end - start)
    let continued = 0
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      low = Math.imul(low ^ byte, 0x01000193)
      high = Math.imul((high << 5) ^ (high >>> 27) ^ byte, 0x9e3779b1)
      if ((byte & 0xc0) === 0x80) continued++
    }
    low = finish(low ^ high)
    high = finish(high) || 1
    this.#filled++
    const length = end - start - continued
    if (length > this.#longest) this.#longest = length
    if (length < this.#shortest) this.#shortest = length
    if (bytes[start] === 0x30 && length > 1 && isDigit(bytes[start + 1]!)) this.#padded++
    if (native !== undefined) {
      this.#native[native]!++
      this.#hasNative = true
    }
    this.#distinct.add(low, high)
    if (!this.#hasMoreValues) this.#keep(bytes, start, end, low, high)
    if (this.#trials.length > 0) this.#try(bytes, start, end, low, high)
  }

  #keep(bytes: Uint8Array, start: number, end: number, low: number, high: number): void {
    const keys = this.#keys
    for (let i = 0; i < keys.length; i += 2) {
      if (keys[i] !== low || keys[i + 1] !== high) continue
      this.#cells[i >> 1]!++
      return
    }
    if (this.#texts.length === MOST_VALUES) {
      this.#hasMoreValues = true
      return
    }
    keys.push(low, high)
    this.#cells.push(1)
    this.#texts.push(decoder.decode(bytes.subarray(start, Math.min(end, start + LONGEST_VALUE))))
  }

  #try(bytes: Uint8Array, start: number, end: number, low: number, high: number): void {
    const memory = this.#memory
    const at = (low & (MEMORY - 1)) * 4
    if (memory[at] !== low || memory[at + 1] !== high) {
      let first = 0
      let second = 0
      for (const trial of this.#trials) {
        if (!trial.accepts(bytes, start, end)) continue
        if (trial.index < 32) first |= 1 << trial.index
        else second |= 1 << (trial.index - 32)
      }
      memory[at] = low
      memory[at + 1] = high
      memory[at + 2] = first
      memory[at + 3] = second
    }
    const [first, second] = this.#possible
    if ((first & ~memory[at + 2]!) === 0 && (second & ~memory[at + 3]!) === 0) return
    this.#count(bytes, start, end, memory[at + 2]!, memory[at + 3]!)
  }

  /** The kinds that do not accept the cell; those that too many cells refuse are given up. */
  #count(bytes: Uint8Array, start: number, end: number, first: number, second: number): void {
    let hasLost = false
    for (const trial of this.#trials) {
      const accepted = trial.index < 32 ? first & (1 << trial.index) : second & (1 << (trial.index - 32))
      if (accepted === 0) hasLost = trial.refuse(bytes, start, end, this.#filled) || hasLost
    }
    if (!hasLost) return
    this.#trials = this.#trials.filter((trial) => !trial.isLost)
    this.#possible = bitsOf(this.#trials)
  }

  finish(): InspectedColumn {
    const distinct = this.#distinct.count
    const { guess, minimum, maximum } = guessType(this.#trials, {
      label: this.#label,
      filled: this.#filled,
      distinct,
      paddedNumbers: this.#padded,
      shortest: this.#shortest,
      longest: this.#longest,
    })
    const native = Object.fromEntries(
      [...this.#native].flatMap((cells, kind): [string, number][] => {
        const name = nativeNames[kind]
        return cells === 0 || name === undefined || name === 'text' || name === 'empty' ? [] : [[name, cells]]
      }),
    )
    return {
      column: this.#column,
      label: this.#label,
      guess,
      filled: this.#filled,
      ...(this.#hasNative && Object.keys(native).length > 0 && { native }),
      distinct,
      distinctEstimated: this.#distinct.isEstimate,
      ...(!this.#hasMoreValues && this.#filled > 0 && { values: this.#countedValues() }),
      examples: this.#texts.slice(0, EXAMPLES),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(this.#filled > 0 && { shortest: this.#shortest, longest: this.#longest }),
    }
  }

  #countedValues(): { value: string; cells: number }[] {
    return this.#texts.map((value, i) => ({ value, cells: this.#cells[i]! })).sort((a, b) => b.cells - a.cells)
  }
}

function bitsOf(trials: readonly KindTrial[]): [number, number] {
  let first = 0
  let second = 0
  for (const { index } of trials) {
    if (index < 32) first |= 1 << index
    else second |= 1 << (index - 32)
  }
  return [first, second]
}

/** Spreads what the bytes left in the hash over all of its bits: MurmurHash3's last step. */
function finish(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
