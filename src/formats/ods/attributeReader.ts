// The attributes of a tag one after the other, without a string for each.
import { unescapeXml } from '../xml/attributes.js'
import { isName } from './names.js'

const [BLANK, QUOTE, APOSTROPHE, ZERO, NINE, COLON, EQUALS] = [32, 34, 39, 48, 57, 58, 61] as const
/** A count beyond this is no better than this: nothing that long can be read. */
const MAX_COUNT = 1 << 24
const decoder = new TextDecoder()

/** After `open`, each `next` that is true goes to the next attribute. */
export class AttributeReader {
  /** Where the value stands. */
  from = 0
  to = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #end = 0
  #nameFrom = 0
  #nameTo = 0

  /** The attributes in `[from, to)`. */
  open(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes
    this.#at = from
    this.#end = to
  }

  next(): boolean {
    const bytes = this.#bytes
    const end = this.#end
    let at = this.#at
    while (at < end && bytes[at]! <= BLANK) at++
    let from = at
    for (let c = bytes[at]; at < end && c !== EQUALS; c = bytes[++at]) if (c === COLON) from = at + 1
    this.#nameFrom = from
    this.#nameTo = at
    while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
    if (at >= end) return false
    const quote = bytes[at]
    this.from = ++at
    while (bytes[at] !== quote) at++
    this.to = at
    this.#at = at + 1
    return true
  }

  /** Length of the local name. */
  get nameBytes(): number {
    return this.#nameTo - this.#nameFrom
  }

  isNamed(name: Uint8Array): boolean {
    return isName(this.#bytes, this.#nameFrom, this.#nameTo, name)
  }

  text(): string {
    return unescapeXml(decoder.decode(this.#bytes.subarray(this.from, this.to)))
  }

  /** A count, 1 at least. */
  count(): number {
    let value = 0
    for (let i = this.from; i < this.to; i++) {
      const c = this.#bytes[i]!
      if (c < ZERO || c > NINE) return 1
      value = Math.min(MAX_COUNT, value * 10 + c - ZERO)
    }
    return Math.max(1, value)
  }
}
