// How the cache of verdicts holds texts: in slots of two tables, found by a hash of their words.

/** A slot begins with its head, the kind of the cell and the length of its text (0: nothing is kept), then comes the text. */
export const LENGTH_BITS = 6
export const LENGTH_MASK = (1 << LENGTH_BITS) - 1
/** Words of a slot, as powers of two. Most texts are short: what is remembered of all columns together has to stay near the processor. */
export const SHORT_SLOT = 2
export const LONG_SLOT = 4
/** Bytes: short texts are read as three words whatever their length: what no processor can foresee costs it more. */
export const FEW = 12
/** Bytes: longer texts are not kept. */
export const ROOM = 60
/** By length, then word: the bits of the word that are the text's. */
export const MASKS = Int32Array.from({ length: 3 * (FEW + 1) }, (_, i) => {
  const bytes = Math.min(4, Math.max(0, Math.floor(i / 3) - 4 * (i % 3)))
  return bytes === 4 ? -1 : (1 << (8 * bytes)) - 1
})
/** A text may stand in either of two slots. One that is pushed out takes the other when it comes again, so that in time nearly all have theirs. */
export const WAYS = 2
// Odd numbers whose bits are well spread; integers of 32 bits for V8, too.
const A = 0x9e3779b1 | 0
const B = 0x85ebca6b | 0
const C = 0xc2b2ae35 | 0
const D = 0x27d4eb2f
const E = 0x165667b1

/** The first slot is taken from the high bits. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), B)

/** From the first slot to the second one and back, by exclusive or: from the low bits, never 0. */
export const stepOf = (hash: number, shift: number): number => (hash & (-1 >>> shift)) | 1

const mixed = (a: number, b: number, c: number): number => Math.imul(a, A) ^ Math.imul(b, B) ^ Math.imul(c, C)

/** Of a text that takes three words. */
export const hashOfThree = (a: number, b: number, c: number, length: number): number => spread(mixed(a, b, c) + length)

/** Words that a text takes: the last one of more than `FEW` bytes holds its last four bytes, those of fewer are filled up with 0. */
export const wordsOf = (length: number): number => (length <= FEW ? 3 : (length + 3) >> 2)

/** Of a text whose words stand from there on: of more than three, those at both ends and in the middle, which do not wait for one another. */
export function hashOf(texts: Int32Array, from: number, length: number): number {
  const first = texts[from]!
  const second = texts[from + 1]!
  if (length <= FEW) return hashOfThree(first, second, texts[from + 2]!, length)
  const words = wordsOf(length)
  const to = from + words
  const few = mixed(first, second, texts[from + (words >> 1)]!)
  return spread((few ^ Math.imul(texts[to - 2]!, D) ^ Math.imul(texts[to - 1]!, E)) + length)
}

/** The slots of a table in a larger one: as many as this power of two. */
export function moved(from: Int32Array, slot: number, bits: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(1 << (slot + bits))
  for (let text = 1; text < from.length; text += 1 << slot) {
    const head = from[text - 1]!
    if (head === 0) continue
    const length = head & LENGTH_MASK
    const words = wordsOf(length)
    const hash = hashOf(from, text, length)
    let at = (hash >>> (32 - bits)) << slot
    if (to[at] !== 0) at ^= stepOf(hash, 32 - bits) << slot
    for (let word = text - 1; word < text + words; word++) to[at++] = from[word]!
  }
  return to
}
