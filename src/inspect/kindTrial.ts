// A kind put to the test on one column: how many cells refuse it, the first of them, the least and the greatest value it reads.
import type { ColumnKind, CompiledKind } from './columnKinds.js'

/** A kind is given up when more cells than these refuse it, and more than one in ten. */
const FEW = 20
const MOST_REFUSED = 0.1
const EXAMPLES = 3
const LONGEST_EXAMPLE = 200
/** Values with an order are short: numbers, dates. */
const LONGEST_BOUND = 64

const decoder = new TextDecoder()

export class KindTrial {
  readonly kind: ColumnKind
  /** Its place in the order of preference. */
  readonly index: number
  refused = 0
  readonly refusedExamples: string[] = []
  isLost = false
  readonly #compiled: CompiledKind
  readonly minimum = new Bound()
  readonly maximum = new Bound()

  constructor(compiled: CompiledKind, index: number) {
    this.kind = compiled.kind
    this.index = index
    this.#compiled = compiled
  }

  accepts(bytes: Uint8Array, start: number, end: number): boolean {
    const { accepts, order } = this.#compiled
    if (!accepts(bytes, start, end)) return false
    if (order !== undefined) {
      const value = order(bytes, start, end)
      // NaN is neither.
      if (!(value >= this.minimum.value)) this.minimum.take(value, bytes, start, end)
      if (!(value <= this.maximum.value)) this.maximum.take(value, bytes, start, end)
    }
    return true
  }

  /** True: the kind is given up. `filled`: cells seen so far. */
  refuse(bytes: Uint8Array, start: number, end: number, filled: number): boolean {
    this.refused++
    if (this.refusedExamples.length < EXAMPLES) {
      const text = decoder.decode(bytes.subarray(start, Math.min(end, start + LONGEST_EXAMPLE)))
      if (!this.refusedExamples.includes(text)) this.refusedExamples.push(text)
    }
    this.isLost = this.refused > FEW && this.refused > filled * MOST_REFUSED
    return this.isLost
  }
}

/** The extreme value so far, with its text: as bytes, since a sorted column has a new one on every row. */
class Bound {
  value = Number.NaN
  readonly #bytes = new Uint8Array(LONGEST_BOUND)
  #length = 0

  get text(): string | undefined {
    return this.#length === 0 ? undefined : decoder.decode(this.#bytes.subarray(0, this.#length))
  }

  take(value: number, bytes: Uint8Array, start: number, end: number): void {
    if (Number.isNaN(value)) return
    this.value = value
    this.#length = Math.min(end - start, LONGEST_BOUND)
    for (let i = 0; i < this.#length; i++) this.#bytes[i] = bytes[start + i]!
  }
}
