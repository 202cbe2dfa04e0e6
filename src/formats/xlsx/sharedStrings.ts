// The texts that cells share, packed into a few large arrays: a string for each would cost four times as much memory.
import { ScdlError } from '../../core/error.js'
import type { RowWriter } from '../sheet/rowWriter.js'
import { decodeXml } from '../xml/decodeXml.js'
import { XmlScanner, type XmlSink } from '../xml/scanXml.js'
import { undoEscapes } from './escapes.js'

const T = 116
const S = 115
const I = 105
const R = 114
const P = 80

const PAGE_BITS = 20
const PAGE_BYTES = 1 << PAGE_BITS
const PLACES_BITS = 16
const PLACES = 1 << PLACES_BITS
/** Texts and where they stand. */
const MAX_BYTES = 192 * 1024 * 1024

export class SharedStrings {
  readonly #pages: { bytes: Uint8Array; used: number }[] = []
  /** By text, the number of its page and where it begins there, below `PAGE_BITS`. It ends where the next one of the page begins. */
  readonly #places: Uint32Array[] = []
  #count = 0
  #size = 0

  /** A copy of the text is kept. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    let page = this.#pages.at(-1)
    if (page === undefined || page.used + length > page.bytes.length || page.used >= PAGE_BYTES) {
      const size = Math.max(PAGE_BYTES, length)
      this.#reserve(size)
      page = { bytes: new Uint8Array(size), used: 0 }
      this.#pages.push(page)
    }
    const at = this.#count & (PLACES - 1)
    if (at === 0) {
      this.#reserve(PLACES * Uint32Array.BYTES_PER_ELEMENT)
      this.#places.push(new Uint32Array(PLACES))
    }
    this.#places.at(-1)![at] = ((this.#pages.length - 1) << PAGE_BITS) | page.used
    page.bytes.set(bytes.subarray(from, to), page.used)
    page.used += length
    this.#count++
  }

  #reserve(bytes: number): void {
    this.#size += bytes
    if (this.#size > MAX_BYTES) throw new ScdlError('limit-exceeded', { limit: 'sharedStringBytes', value: MAX_BYTES })
  }

  /** Appends the text; an index without text is an empty one. */
  write(index: number, rows: RowWriter): void {
    if (!(index >= 0 && index < this.#count)) return
    const place = this.#place(index)
    const next = index + 1 < this.#count ? this.#place(index + 1) : -1
    const number = place >>> PAGE_BITS
    const page = this.#pages[number]!
    const end = next >= 0 && next >>> PAGE_BITS === number ? next & (PAGE_BYTES - 1) : page.used
    rows.append(page.bytes, place & (PAGE_BYTES - 1), end)
  }

  #place(index: number): number {
    return this.#places[index >>> PLACES_BITS]![index & (PLACES - 1)]!
  }
}

export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const strings = new SharedStrings()
  const scanner = new XmlScanner(new StringSink(strings))
  for await (const chunk of decodeXml(chunks)) {
    scanner.feed(chunk)
    scanner.scan()
  }
  scanner.finish()
  return strings
}

/** Joins the runs of a text (`<si><r><t>`), leaves out its pronunciation (`<rPh>`). */
class StringSink implements XmlSink {
  wantsText = false
  readonly paused = false
  readonly #strings: SharedStrings
  #bytes = new Uint8Array(1 << 12)
  #length = 0
  #phonetic = false

  constructor(strings: SharedStrings) {
    this.#strings = strings
  }

  open(bytes: Uint8Array, from: number, nameEnd: number): void {
    const length = nameEnd - from
    if (length === 1) this.wantsText = bytes[from] === T && !this.#phonetic
    else if (length === 2 && bytes[from] === S && bytes[from + 1] === I) this.#length = 0
    else if (length === 3 && bytes[from] === R && bytes[from + 1] === P) this.#phonetic = true
  }

  close(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    if (length === 1) this.wantsText = false
    else if (length === 2 && bytes[from] === S && bytes[from + 1] === I) {
      this.#strings.add(this.#bytes, 0, undoEscapes(this.#bytes, 0, this.#length))
    } else if (length === 3 && bytes[from] === R && bytes[from + 1] === P) this.#phonetic = false
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#bytes.length) {
      if (length > MAX_BYTES / 4) throw new ScdlError('limit-exceeded', { limit: 'sharedStringBytes', value: MAX_BYTES })
      const larger = new Uint8Array(length * 2)
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#bytes.set(bytes.subarray(from, to), this.#length)
    this.#length = length
  }
}
