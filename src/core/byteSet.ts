const encoder = new TextEncoder()

/** A fixed set of texts, asked with bytes. */
export class ByteSet {
  /** By length in bytes: the texts of that length, one after another. */
  readonly #byLength: (Uint8Array[] | undefined)[] = []

  constructor(texts: Iterable<string>) {
    for (const text of new Set(texts)) {
      const bytes = encoder.encode(text)
      const group = this.#byLength[bytes.length]
      if (group === undefined) this.#byLength[bytes.length] = [bytes]
      else group.push(bytes)
    }
    for (const group of this.#byLength) group?.sort(compare)
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const group = this.#byLength[end - start]
    if (group === undefined) return false
    let low = 0
    let high = group.length
    while (low < high) {
      const middle = (low + high) >> 1
      const candidate = group[middle]!
      let i = 0
      while (i < candidate.length && candidate[i] === bytes[start + i]) i++
      if (i === candidate.length) return true
      if (candidate[i]! < bytes[start + i]!) low = middle + 1
      else high = middle
    }
    return false
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!
  }
  return 0
}
