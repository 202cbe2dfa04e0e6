// A careful reading of some JSON, for what JSON.parse does not tell: where it stops being JSON, where its values stand, which keys come twice.
// Longer than most files: one grammar, whose rules call each other. https://www.rfc-editor.org/rfc/rfc8259
import { escapePart } from './pointer.js'

export interface SyntaxFault {
  /** In the bytes. */
  offset: number
  /** What is wrong there; the sentence for each is in messages/. */
  fault:
    | 'value-expected'
    | 'key-expected'
    | 'colon-expected'
    | 'comma-expected'
    | 'trailing-comma'
    | 'unclosed-text'
    | 'bad-escape'
    | 'control-character'
    | 'bad-number'
    | 'bad-word'
    | 'end-expected'
    | 'cut'
    | 'too-deep'
}

/** Offsets in the bytes. */
export interface ValuePlace {
  value: number
  /** Of the key that the value has in its object. */
  key?: number
}

export interface JsonSurvey {
  fault?: SyntaxFault
  /** By JSON Pointer, those that were asked for and found; of a key that comes twice, the last, as JSON.parse has it. */
  places: ReadonlyMap<string, ValuePlace>
  twice: readonly { pointer: string; key: string; place: ValuePlace }[]
}

export interface SurveyOptions {
  /** JSON Pointers. */
  wanted?: Iterable<string>
  /** Keys that come twice are looked for. */
  twins?: boolean
}

const MOST_LEVELS = 2000
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const MINUS = 0x2d

const decoder = new TextDecoder()

class Stop extends Error {
  constructor(readonly found: SyntaxFault) {
    super(found.fault)
  }
}

export function surveyJson(bytes: Uint8Array, start: number, end: number, options: SurveyOptions = {}): JsonSurvey {
  const survey = new Surveyor(bytes, start, end, options)
  try {
    survey.read()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { fault: error.found, places: survey.places, twice: survey.twice }
  }
  return { places: survey.places, twice: survey.twice }
}

class Surveyor {
  readonly places = new Map<string, ValuePlace>()
  readonly twice: { pointer: string; key: string; place: ValuePlace }[] = []
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number
  #level = 0
  readonly #twins: boolean
  readonly #wanted: ReadonlySet<string>
  /** The pointers that are wanted, and those that lead to one of them. */
  readonly #leading: ReadonlySet<string>

  constructor(bytes: Uint8Array, start: number, end: number, { wanted = [], twins = false }: SurveyOptions) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
    this.#twins = twins
    this.#wanted = new Set(wanted)
    const leading = new Set(this.#wanted)
    for (const pointer of this.#wanted)
      for (let i = pointer.length; i >= 0; i = i === 0 ? -1 : pointer.lastIndexOf('/', i - 1)) leading.add(pointer.slice(0, Math.max(0, i)))
    this.#leading = leading
  }

  read(): void {
    this.#space()
    this.#value('')
    this.#space()
    if (this.#at < this.#end) this.#stop('end-expected')
  }

  #stop(fault: SyntaxFault['fault'], offset = this.#at): never {
    throw new Stop({ offset, fault: offset >= this.#end && fault !== 'too-deep' ? 'cut' : fault })
  }

  #space(): void {
    for (; this.#at < this.#end; this.#at++) {
      const byte = this.#bytes[this.#at]!
      if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return
    }
  }

  /** `pointer`: undefined where nothing that is wanted stands below. */
  #value(pointer: string | undefined, key?: number): void {
    if (pointer !== undefined && this.#wanted.has(pointer)) {
      this.places.set(pointer, { value: this.#at, ...(key !== undefined && { key }) })
    }
    const byte = this.#at < this.#end ? this.#bytes[this.#at]! : 0
    if (byte === 0x7b) this.#object(pointer)
    else if (byte === 0x5b) this.#array(pointer)
    else if (byte === QUOTE) this.#text()
    else if (byte === MINUS || (byte >= 0x30 && byte <= 0x39)) this.#number()
    else this.#word()
  }

  #below(pointer: string | undefined, part: () => string): string | undefined {
    if (pointer === undefined) return undefined
    const below = `${pointer}/${part()}`
    return this.#twins || this.#leading.has(below) ? below : undefined
  }

  #enter(): void {
    if (++this.#level > MOST_LEVELS) this.#stop('too-deep')
    this.#at++
    this.#space()
  }

  #object(pointer: string | undefined): void {
    this.#enter()
    const seen = this.#twins ? new Set<string>() : undefined
    let isFirst = true
    while (this.#byte() !== 0x7d) {
      if (!isFirst) this.#comma(0x7d)
      isFirst = false
      const keyAt = this.#at
      if (this.#byte() !== QUOTE) this.#stop('key-expected')
      this.#text()
      const key = pointer !== undefined || seen !== undefined ? this.#textFrom(keyAt) : ''
      this.#space()
      if (this.#byte() !== COLON) this.#stop('colon-expected')
      this.#at++
      this.#space()
      const below = this.#below(pointer, () => escapePart(key))
      if (seen?.has(key)) this.twice.push({ pointer: `${pointer ?? ''}/${escapePart(key)}`, key, place: { key: keyAt, value: this.#at } })
      seen?.add(key)
      this.#value(below, keyAt)
      this.#space()
    }
    this.#at++
    this.#level--
  }

  #array(pointer: string | undefined): void {
    this.#enter()
    for (let index = 0; this.#byte() !== 0x5d; index++) {
      if (index > 0) this.#comma(0x5d)
      this.#value(this.#below(pointer, () => String(index)))
      this.#space()
    }
    this.#at++
    this.#level--
  }

  #byte(): number {
    return this.#at < this.#end ? this.#bytes[this.#at]! : 0
  }

  /** Between two parts of what `close` closes. */
  #comma(close: number): void {
    if (this.#byte() !== COMMA) this.#stop('comma-expected')
    const comma = this.#at++
    this.#space()
    if (this.#byte() === close) this.#stop('trailing-comma', comma)
  }

  #textFrom(start: number): string {
    return JSON.parse(decoder.decode(this.#bytes.subarray(start, this.#at))) as string
  }

  #text(): void {
    const bytes = this.#bytes
    const start = this.#at++
    for (; this.#at < this.#end; this.#at++) {
      const byte = bytes[this.#at]!
      if (byte === QUOTE) {
        this.#at++
        return
      }
      if (byte === BACKSLASH) this.#escape()
      // A line that ends inside a text: most often the quote before it was forgotten.
      else if (byte === 10 || byte === 13) this.#stop('unclosed-text', start)
      else if (byte < 32) this.#stop('control-character')
    }
    this.#stop('cut', this.#end)
  }

  #escape(): void {
    const letter = this.#at + 1 < this.#end ? String.fromCharCode(this.#bytes[this.#at + 1]!) : ''
    if (letter === '') this.#stop('cut', this.#end)
    if (letter === 'u') {
      const digits = String.fromCharCode(...this.#bytes.subarray(this.#at + 2, Math.min(this.#end, this.#at + 6)))
      if (!/^[0-9a-fA-F]{4}$/.test(digits))
        this.#stop(this.#at + 6 > this.#end ? 'cut' : 'bad-escape', this.#at + 6 > this.#end ? this.#end : this.#at)
      this.#at += 5
    } else if ('"\\/bfnrt'.includes(letter)) this.#at++
    else this.#stop('bad-escape')
  }

  #number(): void {
    const start = this.#at
    while (this.#at < this.#end && /[-+.\deE]/.test(String.fromCharCode(this.#bytes[this.#at]!))) this.#at++
    const text = String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#at, start + 2000)))
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return
    const isCut = this.#at >= this.#end && /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][-+]?)?)?$/.test(text)
    this.#stop(isCut ? 'cut' : 'bad-number', isCut ? this.#end : start)
  }

  #word(): void {
    const start = this.#at
    const text = String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#end, start + 6)))
    for (const word of ['true', 'false', 'null']) {
      if (text.startsWith(word)) {
        this.#at += word.length
        return
      }
      if (text !== '' && start + text.length >= this.#end && word.startsWith(text)) this.#stop('cut', this.#end)
    }
    this.#stop(/^[A-Za-z'_]/.test(text) ? 'bad-word' : 'value-expected')
  }
}
