// A set of characters: a literal, a class, or one of \d \s \w, as Python understands them in a Unicode pattern.
import { foldAscii, foldCase, foldRanges } from './foldCase.js'

export const CATEGORY = { digit: 1, notDigit: 2, space: 4, notSpace: 8, word: 16, notWord: 32 } as const

export interface CharSet {
  /** Code points, pairs low and high, sorted, apart; folded when the case is ignored. */
  ranges: readonly number[]
  /** Bits of `CATEGORY`. */
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
  return { ranges: all.length === 2 ? all : merge(all), categories, negated, ...flags }
}

export function contains(set: CharSet, codePoint: number): boolean {
  const folded = !set.ignoreCase ? codePoint : set.ascii ? foldAscii(codePoint) : foldCase(codePoint)
  const found = inRanges(set.ranges, folded) || (set.categories !== 0 && inCategories(set.categories, codePoint, set.ascii))
  return found !== set.negated
}

/** The same text for equal sets. */
export function setKey(set: CharSet): string {
  const flags = (set.negated ? 1 : 0) | (set.ignoreCase ? 2 : 0) | (set.ascii ? 4 : 0)
  return `${flags}.${set.categories}.${set.ranges.join()}`
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

function merge(ranges: readonly number[]): number[] {
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
  const expression = (expressions[category] ??= new RegExp(`^${SOURCES[category]}$`, 'u'))
  return expression.test(String.fromCodePoint(codePoint))
}
