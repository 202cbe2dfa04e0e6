// A pattern, read character by character (code points, so that a letter beyond the basic plane is one).
import { PatternError } from './patternError.js'

export class Reader {
  at = 0
  readonly #chars: readonly string[]

  constructor(source: string) {
    this.#chars = [...source]
  }

  get done(): boolean {
    return this.at >= this.#chars.length
  }

  peek(): string | undefined {
    return this.#chars[this.at]
  }

  next(): string | undefined {
    return this.#chars[this.at++]
  }

  take(char: string): boolean {
    if (this.#chars[this.at] !== char) return false
    this.at++
    return true
  }

  takeWhile(accepts: (char: string) => boolean, most = Number.POSITIVE_INFINITY): string {
    let taken = ''
    for (let char = this.peek(); char !== undefined && taken.length < most && accepts(char); char = this.peek()) {
      taken += char
      this.at++
    }
    return taken
  }

  /** Up to the mark, which is passed over. */
  takeUntil(mark: string): string {
    const end = this.#chars.indexOf(mark, this.at)
    if (end < 0) throw new PatternError('unbalanced-parenthesis')
    const taken = this.#chars.slice(this.at, end).join('')
    this.at = end + 1
    return taken
  }
}
