// Patterns that ask for a few fixed sequences of characters (`\d{14}`, `W\d{9}`, a date or two dates): accepted by looking at each
// byte once, without a state to wait for. About three times as fast as the automaton on 14 digits; `bench/` shows what a run gains.
import { areDigits, isAscii } from '../words.js'
import { asciiRanges, type CharSet, setKey } from './charSet.js'
import type { Node } from './syntax.js'

const MAX_SHAPES = 4
const MAX_LENGTH = 64
/** One bit each in a 32-bit mask. */
const MAX_SETS = 31

/** Says yes to a text that has one of the shapes in ASCII; undefined: the pattern is not of this kind. A no proves nothing but for `isAsciiLine`. */
export function compileFixedShapes(tree: Node): ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined {
  const whole = anchored(tree)
  const sequences = whole && expand(whole)
  if (sequences === undefined) return undefined
  const digits = digitsOf(sequences)
  if (digits >= 4) return (bytes, start, end) => end - start === digits && areDigits(bytes, start, end)
  const masks = new Int32Array(256)
  const bitOf = new Map<string, number>()
  const bit = (set: CharSet): number => {
    const key = setKey(set)
    const known = bitOf.get(key)
    if (known !== undefined) return known
    const mask = 1 << bitOf.size
    bitOf.set(key, mask)
    const ranges = asciiRanges(set)
    for (let pair = 0; pair < ranges.length; pair += 2) {
      for (let byte = ranges[pair]!; byte <= ranges[pair + 1]!; byte++) masks[byte]! |= mask
    }
    return mask
  }
  if (new Set(sequences.flat().map(setKey)).size > MAX_SETS) return undefined
  const shapes = sequences.map((sequence) => runsOf(sequence.map(bit)))
  return (bytes, start, end) => {
    for (let s = 0; s < shapes.length; s++) {
      const shape = shapes[s]!
      if (shape[0] === end - start && hasRuns(shape, masks, bytes, start)) return true
    }
    return false
  }
}

/** How many digits the pattern asks for, where it asks for nothing else: identifiers mostly do. 0: it does not. */
function digitsOf(sequences: readonly CharSet[][]): number {
  const [only] = sequences
  if (sequences.length !== 1 || only === undefined) return 0
  return only.every((set) => asciiRanges(set).join() === '48,57') ? only.length : 0
}

/** The length of the text, then the runs of characters of one set: their mask, and where they end. */
function runsOf(shape: readonly number[]): Int32Array {
  const runs = [shape.length]
  for (const [i, mask] of shape.entries()) {
    if (mask === runs.at(-2) && i > 0) runs[runs.length - 1] = i + 1
    else runs.push(mask, i + 1)
  }
  return Int32Array.from(runs)
}

/** A run is read to its end without a question for every byte. */
function hasRuns(runs: Int32Array, masks: Int32Array, bytes: Uint8Array, start: number): boolean {
  let at = start
  for (let run = 1; run < runs.length; run += 2) {
    const end = start + runs[run + 1]!
    let shared = runs[run]!
    while (at < end) shared &= masks[bytes[at++]!]!
    if (shared === 0) return false
  }
  return true
}

/** A short text in ASCII that does not end with a line feed: what has none of the shapes is then refused. */
export function isAsciiLine(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= MAX_LENGTH && bytes[end - 1] !== 10 && isAscii(bytes, start, end)
}

/**
 * Without the anchors that the test of a whole text makes idle; elsewhere an assertion is no fixed shape. undefined: the pattern ends
 * with a backslash, which makes a character of the `$` that is added, and more text may follow.
 */
function anchored(tree: Node): Node | undefined {
  if (tree.kind !== 'sequence') return undefined
  const isAnchor = (node: Node | undefined, kinds: readonly string[]): boolean =>
    node?.kind === 'assertion' && kinds.includes(node.assertion)
  let { items } = tree
  if (!isAnchor(items.at(-1), ['end', 'veryEnd'])) return undefined
  while (isAnchor(items[0], ['start'])) items = items.slice(1)
  while (isAnchor(items.at(-1), ['end', 'veryEnd'])) items = items.slice(0, -1)
  return { kind: 'sequence', items }
}

/** Every sequence of sets that the node stands for; undefined: too many, too long, or not fixed. */
function expand(node: Node): CharSet[][] | undefined {
  switch (node.kind) {
    case 'set':
      return [[node.set]]
    case 'group':
      return expand(node.body)
    case 'sequence':
      return node.items.reduce<CharSet[][] | undefined>((sequences, item) => product(sequences, expand(item)), [[]])
    case 'choice': {
      const branches = node.branches.map(expand)
      const known = branches.filter((branch) => branch !== undefined)
      return known.length === branches.length ? bounded(known.flat()) : undefined
    }
    case 'repeat': {
      const body = expand(node.body)
      if (node.mode !== 'greedy' || node.max > MAX_LENGTH || body === undefined) return undefined
      let repeated: CharSet[][] | undefined = [[]]
      let all: CharSet[][] | undefined = node.min === 0 ? [[]] : []
      for (let times = 1; times <= node.max && all !== undefined; times++) {
        repeated = product(repeated, body)
        if (repeated === undefined) return undefined
        if (times >= node.min) all = bounded([...all, ...repeated])
      }
      return all
    }
    default:
      return undefined
  }
}

function product(heads: CharSet[][] | undefined, tails: CharSet[][] | undefined): CharSet[][] | undefined {
  if (heads === undefined || tails === undefined) return undefined
  if (heads.length * tails.length > MAX_SHAPES) return undefined
  return bounded(heads.flatMap((head) => tails.map((tail) => [...head, ...tail])))
}

function bounded(sequences: CharSet[][]): CharSet[][] | undefined {
  return sequences.length <= MAX_SHAPES && sequences.every((sequence) => sequence.length <= MAX_LENGTH) ? sequences : undefined
}
