// Characters that a pattern cannot tell apart, numbered alike.
import { asciiRanges, type CharSet, contains } from './charSet.js'

/** Classes that are no character: the end of the text, and the line feed that ends it. */
export const END = 0
export const FINAL_NEWLINE = 1

/** Letters of two bytes in UTF-8 come before this one: those of every European language. */
const TWO_BYTES_END = 0x800
/** How many further characters are remembered before the memory is emptied. */
const MAX_REMEMBERED = 8192

export class CharacterClasses {
  /** By ASCII byte. */
  readonly ascii = new Uint8Array(128)
  /** By class, one of its characters. */
  readonly members: number[] = [-1, 10, 0]
  readonly #sets: readonly CharSet[]
  #short: Int32Array | undefined
  readonly #long = new Map<number, number>()
  readonly #bySignature = new Map<string, number>()

  constructor(sets: readonly CharSet[]) {
    this.#sets = sets
    const { ascii } = this
    ascii.fill(2)
    const sizes = [0, 0, 128]
    for (const set of sets) {
      const inside = asciiMembers(asciiRanges(set))
      const counts = new Map<number, number>()
      for (const byte of inside) counts.set(ascii[byte]!, (counts.get(ascii[byte]!) ?? 0) + 1)
      const moved = new Map<number, number>()
      for (const [from, count] of counts) {
        if (count === sizes[from]) continue
        moved.set(from, sizes.length)
        sizes[from]! -= count
        sizes.push(count)
      }
      for (const byte of inside) ascii[byte] = moved.get(ascii[byte]!) ?? ascii[byte]!
    }
    for (let byte = 0; byte < 128; byte++) this.members[ascii[byte]!] = byte
  }

  get count(): number {
    return this.members.length
  }

  /** Of a character beyond ASCII. May add a class. */
  of(codePoint: number): number {
    if (codePoint < TWO_BYTES_END) {
      this.#short ??= new Int32Array(TWO_BYTES_END)
      // No character has class 0: it is the end's.
      if (this.#short[codePoint] === 0) this.#short[codePoint] = this.#classify(codePoint)
      return this.#short[codePoint]!
    }
    const known = this.#long.get(codePoint)
    if (known !== undefined) return known
    if (this.#long.size >= MAX_REMEMBERED) this.#long.clear()
    const found = this.#classify(codePoint)
    this.#long.set(codePoint, found)
    return found
  }

  #classify(codePoint: number): number {
    let signature = ''
    for (const set of this.#sets) signature += contains(set, codePoint) ? '1' : '0'
    const known = this.#bySignature.get(signature)
    if (known !== undefined) return known
    this.#bySignature.set(signature, this.members.length)
    return this.members.push(codePoint) - 1
  }
}

function asciiMembers(ranges: readonly number[]): number[] {
  const members: number[] = []
  for (let pair = 0; pair < ranges.length; pair += 2) {
    for (let byte = ranges[pair]!; byte <= ranges[pair + 1]!; byte++) members.push(byte)
  }
  return members
}
