// XML as a run of events on bytes: what a workbook's parts need and nothing more. Names are local names, whatever their prefix.
// https://www.w3.org/TR/xml/, without document types.
import { ScdlError } from '../../core/error.js'
import { writeUtf8 } from '../writeUtf8.js'
import { readEntity } from './entities.js'
import { XmlFault } from './xmlFault.js'

/** Receives the events. The bytes are only valid during the call. */
export interface XmlSink {
  /** Text reaches `text` only while this is true. */
  wantsText: boolean
  /** While this is true the scanner gives back control after the tag that it reads. */
  paused: boolean
  /** The name stands in `[from, nameEnd)`, the attributes in `[nameEnd, to)`, values still escaped. */
  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void
  /** Also called for elements without content, right after `open`. */
  close(bytes: Uint8Array, from: number, to: number): void
  /** UTF-8, nothing left to undo; a text may come in several pieces. */
  text(bytes: Uint8Array, from: number, to: number): void
}

const LT = 60
const GT = 62
const AMP = 38
const SEMICOLON = 59
const SLASH = 47
const COLON = 58
const QUOTE = 34
const APOSTROPHE = 39
const BANG = 33
const QUESTION = 63
const DASH = 45
const BRACKET = 91
const CLOSING_BRACKET = 93
const SPACE = 32
const LF = 10
const CR = 13

const CONTENT = 0
const COMMENT = 1
const CDATA = 2
const INSTRUCTION = 3
/** Of `<!--` and `<![CDATA[`. */
const COMMENT_BYTES = 4
const CDATA_BYTES = 9
const LONGEST_ENTITY = 12
const MAX_DEPTH = 256
const MAX_TAG_BYTES = 4 * 1024 * 1024
const FIRST_BYTES = 1 << 16

export class XmlScanner {
  readonly #sink: XmlSink
  #bytes = new Uint8Array(FIRST_BYTES)
  #from = 0
  #to = 0
  #depth = 0
  #elements = 0
  #inside = CONTENT
  readonly #scratch = new Uint8Array(4)

  constructor(sink: XmlSink) {
    this.#sink = sink
  }

  /** Takes over the next bytes of the document. Call `scan` until it is false before feeding more. */
  feed(chunk: Uint8Array): void {
    const left = this.#to - this.#from
    if (left > MAX_TAG_BYTES) throw new ScdlError('limit-exceeded', { limit: 'tagBytes', value: MAX_TAG_BYTES })
    const to = left + chunk.length
    if (to + 1 > this.#bytes.length) {
      const larger = new Uint8Array(to * 2)
      larger.set(this.#bytes.subarray(this.#from, this.#to))
      this.#bytes = larger
    } else this.#bytes.copyWithin(0, this.#from, this.#to)
    this.#bytes.set(chunk, left)
    // A sentinel: every loop below stops at it.
    this.#bytes[to] = LT
    this.#from = 0
    this.#to = to
  }

  /** True: the sink asked for a pause, there may be more to scan. False: more bytes are needed. */
  scan(): boolean {
    const sink = this.#sink
    const b = this.#bytes
    const end = this.#to
    let p = this.#from
    for (;;) {
      if (sink.paused) {
        this.#from = p
        return true
      }
      if (this.#inside !== CONTENT) {
        p = this.#leave(p)
        if (this.#inside !== CONTENT) break
      }
      if (sink.wantsText) p = this.#readText(p)
      else while (b[p] !== LT) p++
      if (p >= end || b[p] !== LT) break

      const c = b[p + 1]!
      let q = p + 1
      if (c === SLASH) {
        let from = ++q
        let x = b[q]!
        while (x !== GT && x !== LT) {
          if (x === COLON) from = q + 1
          x = b[++q]!
        }
        if (x === LT) {
          if (q < end) throw new XmlFault()
          break
        }
        let to = q
        while (b[to - 1]! <= SPACE) to--
        if (--this.#depth < 0) throw new XmlFault()
        sink.close(b, from, to)
      } else if (c === BANG || c === QUESTION) {
        const begun = this.#enter(p)
        if (begun < 0) break
        p = begun
        continue
      } else {
        let from = q
        let x = b[q]!
        for (; ; x = b[++q]!) {
          if (x > GT) continue
          if (x === COLON) from = q + 1
          else if (x === GT || x === SLASH || x === LT || x <= SPACE) break
        }
        const nameEnd = q
        while (x !== GT && x !== LT) {
          if (x === QUOTE || x === APOSTROPHE) {
            let y = b[++q]!
            while (y !== x && y !== LT) y = b[++q]!
            if (y === LT) break
          }
          x = b[++q]!
        }
        if (b[q] === LT) {
          if (q < end) throw new XmlFault()
          break
        }
        if (nameEnd === from) throw new XmlFault()
        this.#elements++
        const empty = b[q - 1] === SLASH
        sink.open(b, from, nameEnd, empty ? q - 1 : q)
        if (empty) sink.close(b, from, nameEnd)
        else if (++this.#depth > MAX_DEPTH) throw new ScdlError('limit-exceeded', { limit: 'depth', value: MAX_DEPTH })
      }
      p = q + 1
    }
    this.#from = p
    return false
  }

  /** To be called after the last bytes. Throws when the document is not over. */
  finish(): void {
    const isCut = this.#from < this.#to && this.#bytes[this.#from] === LT
    if (isCut || this.#depth !== 0 || this.#inside !== CONTENT || this.#elements === 0) throw new XmlFault()
  }

  /** Gives back where the text ends, or where more bytes are needed to go on. */
  #readText(from: number): number {
    const sink = this.#sink
    const b = this.#bytes
    const end = this.#to
    let p = from
    for (;;) {
      let q = p
      let c = b[q]!
      while (c !== LT && c !== AMP && c !== CR) c = b[++q]!
      if (q > p) sink.text(b, p, q)
      if (c === LT) return q
      if (c === CR) {
        if (q + 1 >= end) return q
        if (b[q + 1] !== LF) this.#write(LF)
        p = q + 1
        continue
      }
      let r = q + 1
      const limit = q + LONGEST_ENTITY
      while (r < end && r < limit && b[r] !== SEMICOLON && b[r] !== LT) r++
      if (r === end) return q
      const point = b[r] === SEMICOLON ? readEntity(b, q + 1, r) : -1
      // What means nothing is kept as it is written.
      if (point < 0) sink.text(b, q, q + 1)
      else this.#write(point)
      p = point < 0 ? q + 1 : r + 1
    }
  }

  #write(point: number): void {
    this.#sink.text(this.#scratch, 0, writeUtf8(point, this.#scratch, 0))
  }

  /** At `<!` or `<?`. -1: more bytes are needed to tell what begins here. */
  #enter(p: number): number {
    const b = this.#bytes
    const left = this.#to - p
    if (b[p + 1] === QUESTION) {
      this.#inside = INSTRUCTION
      return p + 2
    }
    if (left >= COMMENT_BYTES && b[p + 2] === DASH && b[p + 3] === DASH) {
      this.#inside = COMMENT
      return p + COMMENT_BYTES
    }
    if (left < CDATA_BYTES) return -1
    if (b[p + 2] !== BRACKET || b[p + 8] !== BRACKET) throw new XmlFault()
    this.#inside = CDATA
    return p + CDATA_BYTES
  }

  /** Goes to the end of a comment, an instruction or a CDATA section, or as near to it as the bytes allow. */
  #leave(from: number): number {
    const b = this.#bytes
    const end = this.#to
    const inside = this.#inside
    const mark = inside === CDATA ? CLOSING_BRACKET : inside === COMMENT ? DASH : QUESTION
    const markBytes = inside === INSTRUCTION ? 1 : 2
    let q = from + markBytes
    while (q < end && !(b[q] === GT && b[q - 1] === mark && (markBytes === 1 || b[q - 2] === mark))) q++
    const over = q < end
    // The last bytes may be the beginning of the closing mark.
    const to = over ? q - markBytes : Math.max(from, end - markBytes)
    if (inside === CDATA && this.#sink.wantsText && to > from) this.#sink.text(b, from, to)
    if (!over) return to
    this.#inside = CONTENT
    return q + 1
  }
}
