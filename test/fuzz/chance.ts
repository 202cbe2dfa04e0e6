// Seeded chance: the same seed makes the same choices, on every machine.

/** mulberry32: small, and good enough to choose test input. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
    // Neighbouring seeds begin alike.
    for (let i = 0; i < 8; i++) this.fraction()
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  /** An integer from 1 to `most`, small ones more often. */
  few(most: number): number {
    return 1 + Math.floor(this.fraction() ** 2 * most)
  }

  happens(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  some<T>(items: readonly T[], most: number): T[] {
    return Array.from({ length: Math.min(items.length, this.few(most)) }, () => this.pick(items))
  }
}
