// The text of a paragraph as OpenDocument has it: white space is one space, and none at the beginning. Part 3, 6.1.2
import type { RowWriter } from '../sheet/rowWriter.js'

const LF = 10
const SPACE = 32
const MAX_SPACES = 1 << 15

export class Paragraph {
  readonly #rows: RowWriter
  /** The last character is a space, or there is none yet. */
  #afterSpace = true
  /** The space stands for a run of them that goes to another line: that is the layout of the XML. */
  #isLayout = false

  constructor(rows: RowWriter) {
    this.#rows = rows
  }

  begin(): void {
    this.#afterSpace = true
    this.#isLayout = false
  }

  write(bytes: Uint8Array, from: number, to: number): void {
    const rows = this.#rows
    rows.reserve(to - from)
    const out = rows.bytes
    let at = rows.length
    for (let i = from; i < to; i++) {
      const c = bytes[i]!
      if (c > SPACE) {
        this.#afterSpace = false
        out[at++] = c
        continue
      }
      if (!this.#afterSpace) {
        out[at++] = SPACE
        this.#afterSpace = true
        this.#isLayout = false
      }
      if (c === LF) this.#isLayout = true
    }
    rows.length = at
  }

  /** What is written as an element, not as white space: `character`, so many times. */
  put(character: ' ' | '\t' | '\n', times = 1): void {
    this.#rows.appendText(character.repeat(Math.min(times, MAX_SPACES)))
    this.#afterSpace = false
  }

  /** `start`: where the cell begins. */
  end(start: number): void {
    const rows = this.#rows
    if (this.#afterSpace && this.#isLayout && rows.length > start && rows.bytes[rows.length - 1] === SPACE) rows.length--
  }
}
