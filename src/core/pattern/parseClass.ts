// `[…]`, read from after its opening bracket.
import { CATEGORIES, type CharSet, makeSet, type SetFlags } from './charSet.js'
import { isOctal, readCharEscape } from './parseEscape.js'
import { PatternError } from './patternError.js'
import type { Reader } from './reader.js'

/** A bracket that comes first is a member; so is a hyphen that comes first or last. */
export function parseClass(reader: Reader, flags: SetFlags): CharSet {
  const negated = reader.take('^')
  const ranges: number[] = []
  let categories = 0
  for (let first = true; ; first = false) {
    const char = nextOf(reader)
    if (char === ']' && !first) return makeSet(ranges, flags, categories, negated)
    const low = member(reader, char)
    if (reader.peek() !== '-') {
      categories |= low.category
      if (low.category === 0) ranges.push(low.codePoint, low.codePoint)
      continue
    }
    reader.next()
    if (reader.take(']')) {
      if (low.category === 0) ranges.push(low.codePoint, low.codePoint)
      return makeSet([...ranges, 45, 45], flags, categories | low.category, negated)
    }
    const high = member(reader, nextOf(reader))
    if (low.category !== 0 || high.category !== 0 || high.codePoint < low.codePoint) throw new PatternError('bad-range')
    ranges.push(low.codePoint, high.codePoint)
  }
}

function nextOf(reader: Reader): string {
  const char = reader.next()
  if (char === undefined) throw new PatternError('unterminated-class')
  return char
}

interface Member {
  codePoint: number
  /** Not 0: one of `CATEGORIES`, and no code point. */
  category: number
}

function member(reader: Reader, char: string): Member {
  if (char !== '\\') return { codePoint: char.codePointAt(0)!, category: 0 }
  const escaped = nextOf(reader)
  const category = CATEGORIES[escaped] ?? 0
  if (category !== 0) return { codePoint: 0, category }
  if (escaped === 'b') return { codePoint: 8, category }
  if (!isOctal(escaped)) return { codePoint: readCharEscape(reader, escaped), category }
  const codePoint = Number.parseInt(escaped + reader.takeWhile(isOctal, 2), 8)
  if (codePoint > 0o377) throw new PatternError('bad-escape')
  return { codePoint, category }
}
