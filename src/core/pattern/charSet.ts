// A set of characters: a literal, a class, or one of \d \s \w, as Python understands them in a Unicode pattern.
import { INDIFFERENT } from '../alike.js'
import { foldAscii, foldCase, foldRanges } from './foldCase.js'

/** One bit for each of the escapes that stand for a kind of character. */
export const CATEGORIES: Readonly<Record<string, number>> = { d: 1, D: 2, s: 4, S: 8, w: 16, W: 32 }

export interface CharSet {
  /** Code points, pairs low and high, sorted, apart; folded when the case is ignored. */
  ranges: readonly number[]
  /** Bits of `CATEGORIES`. */
  categories: number
  negated: boolean
  ignoreCase: boolean
  /** `(?a)`: the categories and the case know ASCII only. */
  ascii: boolean
}

export interface SetFlags {
  ignoreCase: boolean
  ascii: boolean
}

/** `ranges`: pairs low and high, in any order. */
export function makeSet(ranges: readonly number[], flags: SetFlags, categories = 0, negated = false): CharSet {
  const all = flags.ignoreCase ? foldRanges(ranges, flags.ascii) : ranges
  return { ranges: merge(all), categories, negated, ignoreCase: flags.ignoreCase, ascii: flags.ascii }
}

export function contains(set: CharSet, codePoint: number): boolean {
  const folded = !set.ignoreCase ? codePoint : set.ascii ? foldAscii(codePoint) : foldCase(codePoint)
  const found = inRanges(set.ranges, folded) || (set.categories !== 0 && inCategories(set.categories, codePoint, set.ascii))
  return found !== set.negated
}

/** Of `INDIFFERENT`: the figures that the set takes all of, or none of. */
export function alikeIn(set: CharSet): number {
  const takesOne = contains(set, 0x31)
  for (let figure = 0x32; figure <= 0x39; figure++) if (contains(set, figure) !== takesOne) return INDIFFERENT.none
  return contains(set, 0x30) === takesOne ? INDIFFERENT.allFigures : INDIFFERENT.figures
}

/** The same text for equal sets. */
export function setKey(set: CharSet): string {
  const flags = (set.negated ? 1 : 0) | (set.ignoreCase ? 2 : 0) | (set.ascii ? 4 : 0)
  return `${flags}.${set.categories}.${set.ranges.join()}`
}

/** The set's ASCII characters, as pairs low and high, sorted, apart. */
export function asciiRanges(set: CharSet): number[] {
  const found: number[] = []
  for (let pair = 0; pair < set.ranges.length && set.ranges[pair]! < 128; pair += 2) {
    const low = set.ranges[pair]!
    const high = Math.min(set.ranges[pair + 1]!, 127)
    found.push(low, high)
    // The ranges are folded: they hold the small letters only.
    if (set.ignoreCase && low <= 122 && high >= 97) found.push(Math.max(low, 97) - 32, Math.min(high, 122) - 32)
  }
  const spaces = set.ascii ? [9, 13, 32, 32] : [9, 13, 28, 32]
  const kinds = [[48, 57], spaces, [48, 57, 65, 90, 95, 95, 97, 122]]
  kinds.forEach((ranges, kind) => {
    if ((set.categories & (1 << (2 * kind))) !== 0) found.push(...ranges)
    if ((set.categories & (2 << (2 * kind))) !== 0) found.push(...complement(ranges))
  })
  const merged = merge(found)
  return set.negated ? complement(merged) : merged
}

export function isWord(codePoint: number, ascii: boolean): boolean {
  if (codePoint < 128) {
    const letter = codePoint | 32
    return (letter >= 97 && letter <= 122) || (codePoint >= 48 && codePoint <= 57) || codePoint === 95
  }
  return !ascii && matches('word', codePoint)
}

function isDigit(codePoint: number, ascii: boolean): boolean {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57
  return !ascii && matches('digit', codePoint)
}

function isSpace(codePoint: number, ascii: boolean): boolean {
  if (codePoint < 128) return codePoint === 32 || (codePoint >= 9 && codePoint <= 13) || (!ascii && codePoint >= 28 && codePoint <= 31)
  return !ascii && matches('space', codePoint)
}

function inCategories(categories: number, codePoint: number, ascii: boolean): boolean {
  if ((categories & 3) !== 0 && (categories & (isDigit(codePoint, ascii) ? 1 : 2)) !== 0) return true
  if ((categories & 12) !== 0 && (categories & (isSpace(codePoint, ascii) ? 4 : 8)) !== 0) return true
  return (categories & 48) !== 0 && (categories & (isWord(codePoint, ascii) ? 16 : 32)) !== 0
}

function inRanges(ranges: readonly number[], codePoint: number): boolean {
  for (let pair = 0; pair < ranges.length; pair += 2) {
    if (codePoint < ranges[pair]!) return false
    if (codePoint <= ranges[pair + 1]!) return true
  }
  return false
}

/** Within ASCII. */
function complement(ranges: readonly number[]): number[] {
  const outside: number[] = []
  let next = 0
  for (let pair = 0; pair < ranges.length; pair += 2) {
    if (ranges[pair]! > next) outside.push(next, ranges[pair]! - 1)
    next = ranges[pair + 1]! + 1
  }
  if (next < 128) outside.push(next, 127)
  return outside
}

function merge(ranges: readonly number[]): number[] {
  if (ranges.length <= 2) return [...ranges]
  const pairs: [number, number][] = []
  for (let pair = 0; pair < ranges.length; pair += 2) pairs.push([ranges[pair]!, ranges[pair + 1]!])
  pairs.sort(([a], [b]) => a - b)
  const merged: number[] = []
  for (const [low, high] of pairs) {
    const end = merged.length - 1
    if (end > 0 && low <= merged[end]! + 1) merged[end] = Math.max(merged[end]!, high)
    else merged.push(low, high)
  }
  return merged
}

// Made when the first character beyond ASCII is met: most tables of digits and codes never need them.
const expressions: Partial<Record<'digit' | 'space' | 'word', RegExp>> = {}
const SOURCES = {
  digit: '\\p{Nd}',
  space: '[\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]',
  word: '[\\p{L}\\p{N}]',
} as const

function matches(category: keyof typeof SOURCES, codePoint: number): boolean {
  expressions[category] ??= new RegExp(`^${SOURCES[category]}$`, 'u')
  return expressions[category].test(String.fromCodePoint(codePoint))
}
