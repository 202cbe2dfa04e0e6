// Names that spreadsheet programs accept: at most 31 characters, none of []:*?/\, no apostrophe at the ends, each once.

const LONGEST = 31
const FORBIDDEN = /[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]+/gu

export class SheetNames {
  readonly #taken = new Set<string>()

  /** The name itself, or the nearest that is free. */
  take(wished: string): string {
    const plain = wished.replace(FORBIDDEN, ' ').replace(/^[\s']+|[\s']+$/g, '') || '1'
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` (${number})`
      const name = cut(plain, LONGEST - end.length) + end
      if (this.#taken.has(name.toLowerCase())) continue
      this.#taken.add(name.toLowerCase())
      return name
    }
  }
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.replace(/[\s']+$/, '')
}
