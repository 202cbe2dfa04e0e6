// A pattern as a deterministic automaton over UTF-8, built state by state as texts ask for them.
import { INDIFFERENT } from '../alike.js'
import { CharacterClasses, END, FINAL_NEWLINE } from './characterClasses.js'
import { alikeIn, contains, isWord, makeSet } from './charSet.js'
import type { CompiledPattern } from './compiledPattern.js'
import { ASSERT, MATCH, type Nfa, SET, SPLIT } from './nfa.js'
import type { Assertion } from './syntax.js'

// States. The first two end the reading: nothing can match any more, or whatever follows matches.
const DEAD = 0
const ACCEPT = 1
const START = 2

const UNKNOWN = -1

// What stands before the current place, as far as the pattern's assertions ask.
const BEFORE = { other: 0, start: 1, word: 2, newline: 3 } as const

// Bounds of the memory that one pattern takes; beyond any of them its states are forgotten and built anew as they are met.
const MAX_STATES = 4096
const MAX_CELLS = 1 << 20
const MAX_MEMBERS = 1 << 20

const UNICODE = { ignoreCase: false, ascii: false }

/** One look-up per character for the states already met, and memory that does not grow with the texts. */
export function compileAutomaton(nfa: Nfa): CompiledPattern {
  const asksWords = nfa.assertions.some((assertion) => assertion === 'boundary' || assertion === 'notBoundary')
  const asksLines = nfa.assertions.some((assertion) => assertion === 'lineStart' || assertion === 'lineEnd')
  // What assertions look at must tell characters apart as the pattern's own sets do.
  const sets = [...nfa.sets]
  if (asksWords) sets.push(makeSet([], UNICODE, 16))
  if (asksLines) sets.push(makeSet([10, 10], UNICODE))
  const classes = new CharacterClasses(sets)
  const { ascii } = classes

  let shift = Math.ceil(Math.log2(classes.count + 4))
  let table = new Int32Array(8 << shift).fill(UNKNOWN)
  /** By state: the states of the NFA it stands for, before their assertions are tried, and what stands before. */
  let members: (readonly number[])[] = []
  let before: number[] = []
  let memberCount = 0
  let ids = new Map<string, number>()

  const seen = new Int32Array(nfa.kinds.length)
  const reached = new Int32Array(nfa.kinds.length)
  let round = 0
  const pending: number[] = []

  const restart = (): void => {
    members = [[], [], [nfa.start]]
    before = [BEFORE.other, BEFORE.other, BEFORE.start]
    memberCount = 0
    ids = new Map()
    table.fill(UNKNOWN)
  }
  restart()

  const holds = (assertion: Assertion, context: number, next: number): boolean => {
    switch (assertion) {
      case 'start':
        return context === BEFORE.start
      case 'lineStart':
        return context === BEFORE.start || context === BEFORE.newline
      case 'end':
        return next === END || next === FINAL_NEWLINE
      case 'lineEnd':
        return next === END || classes.members[next] === 10
      case 'veryEnd':
        return next === END
      default: {
        // Python finds neither a boundary nor its absence in the empty text.
        if (context === BEFORE.start && next === END) return false
        const wordAfter = next !== END && isWord(classes.members[next]!, false)
        return ((context === BEFORE.word) !== wordAfter) === (assertion === 'boundary')
      }
    }
  }

  const stateOf = (targets: number[], context: number): number => {
    if (targets.length === 0) return DEAD
    targets.sort((a, b) => a - b)
    // The accepting state of the NFA is its first.
    if (targets[0] === MATCH) return ACCEPT
    let key = String.fromCharCode(context)
    for (const target of targets) key += String.fromCharCode(target)
    const known = ids.get(key)
    if (known !== undefined) return known
    const most = Math.max(16, Math.min(MAX_STATES, MAX_CELLS >> shift))
    if (members.length >= most || memberCount + targets.length > MAX_MEMBERS) restart()
    const id = members.push(targets) - 1
    before.push(context)
    memberCount += targets.length
    ids.set(key, id)
    if ((id + 1) << shift > table.length) {
      const larger = new Int32Array(table.length * 2).fill(UNKNOWN, table.length)
      larger.set(table)
      table = larger
    }
    return id
  }

  /** The state that follows `state` on a character of a class, or ACCEPT or DEAD on END. */
  const build = (state: number, next: number): number => {
    const context = before[state]!
    const targets: number[] = []
    let accepted = false
    round++
    pending.push(...members[state]!)
    while (pending.length > 0) {
      const at = pending.pop()!
      if (seen[at] === round) continue
      seen[at] = round
      const kind = nfa.kinds[at]!
      const following = nfa.nexts[at]!
      if (kind === SPLIT) pending.push(nfa.args[at]!, following)
      else if (kind === ASSERT) {
        if (holds(nfa.assertions[nfa.args[at]!]!, context, next)) pending.push(following)
      } else if (kind === MATCH) {
        accepted = true
        pending.length = 0
      } else if (kind === SET && next !== END && reached[following] !== round && accepts(nfa.args[at]!, next)) {
        reached[following] = round
        targets.push(following)
      }
    }
    const current = members
    const result = accepted ? ACCEPT : next === END ? DEAD : stateOf(targets, contextAfter(next))
    // Forgetting the states has given them other numbers.
    if (members === current) table[(state << shift) + next] = result
    return result
  }

  const accepts = (set: number, next: number): boolean => contains(nfa.sets[set]!, classes.members[next]!)

  const contextAfter = (next: number): number => {
    const codePoint = classes.members[next]!
    if (asksLines && codePoint === 10) return BEFORE.newline
    return asksWords && isWord(codePoint, false) ? BEFORE.word : BEFORE.other
  }

  const widen = (): void => {
    const old = table
    const oldShift = shift
    shift = Math.ceil(Math.log2(classes.count + 4))
    table = new Int32Array((old.length >> oldShift) << shift).fill(UNKNOWN)
    for (let state = 0; state < members.length; state++) {
      table.set(old.subarray(state << oldShift, (state + 1) << oldShift), state << shift)
    }
  }

  const classBeyondAscii = (codePoint: number): number => {
    const found = classes.of(codePoint)
    if (found >> shift !== 0) widen()
    return found
  }

  const test = (bytes: Uint8Array, start: number, end: number): boolean => {
    // A line feed that ends the text is a class of its own, so that `$` is known before it is read.
    const last = end > start && bytes[end - 1] === 10 ? end - 1 : end
    let state = START
    let at = start
    // Copies, which the loop keeps in registers.
    let cells = table
    let width = shift
    while (at < last) {
      const byte = bytes[at]!
      let next: number
      if (byte < 128) {
        next = ascii[byte]!
        at++
      } else {
        const codePoint = codePointAt(bytes, at)
        at += codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
        next = classBeyondAscii(codePoint)
        cells = table
        width = shift
      }
      let following = cells[(state << width) + next]!
      if (following < START) {
        if (following === UNKNOWN) {
          following = build(state, next)
          cells = table
        }
        if (following === DEAD) return false
        if (following === ACCEPT) return true
      }
      state = following
    }
    if (last < end) {
      state = step(state, FINAL_NEWLINE)
      if (state < START) return state === ACCEPT
    }
    return step(state, END) === ACCEPT
  }

  const step = (state: number, next: number): number => {
    const known = table[(state << shift) + next]!
    return known === UNKNOWN ? build(state, next) : known
  }

  return { test, kind: 'automaton', alike: nfa.sets.reduce((alike: number, set) => alike & alikeIn(set), INDIFFERENT.allFigures) }
}

/** Of a character beyond ASCII. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if (byte < 0xe0) return ((byte & 31) << 6) | (bytes[at + 1]! & 63)
  const middle = (bytes[at + 1]! & 63) << 6
  if (byte < 0xf0) return ((byte & 15) << 12) | middle | (bytes[at + 2]! & 63)
  return ((byte & 7) << 18) | (middle << 6) | ((bytes[at + 2]! & 63) << 6) | (bytes[at + 3]! & 63)
}
