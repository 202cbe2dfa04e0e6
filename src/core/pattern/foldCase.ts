// Letters that differ by case only, one code point for one code point, as Python's `re.IGNORECASE` takes them.

/** Letters beyond this one have no case. */
const LAST_CASED = 0x1e943

let cased: Int32Array | undefined

/** The same number for all the forms of a letter. */
export function foldCase(codePoint: number): number {
  if (codePoint < 128) return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint
  // The dotted capital I: its small form in JavaScript is two characters, in Python it is i.
  if (codePoint === 0x130) return 105
  const upper = single(String.fromCodePoint(codePoint).toUpperCase(), codePoint)
  return single(String.fromCodePoint(upper).toLowerCase(), upper)
}

export function foldAscii(codePoint: number): number {
  return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint
}

/** The ranges (pairs low, high), and the folded form of every letter in them; neither sorted nor merged. */
export function foldRanges(ranges: readonly number[], ascii: boolean): number[] {
  const folded = [...ranges]
  for (let pair = 0; pair < ranges.length; pair += 2) {
    const low = ranges[pair]!
    const high = ranges[pair + 1]!
    const candidates = high - low < 256 ? span(low, high) : casedLetters()
    for (const codePoint of candidates) {
      if (codePoint < low || codePoint > high) continue
      const fold = ascii ? foldAscii(codePoint) : foldCase(codePoint)
      if (fold !== codePoint) folded.push(fold, fold)
    }
  }
  return folded
}

function single(text: string, otherwise: number): number {
  const codePoint = text.codePointAt(0)!
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : otherwise
}

function span(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index)
}

function casedLetters(): Int32Array {
  cased ??= Int32Array.from(span(0, LAST_CASED).filter((codePoint) => foldCase(codePoint) !== codePoint))
  return cased
}
