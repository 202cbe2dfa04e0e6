// The tree of a pattern as a nondeterministic automaton over characters.
import { type CharSet, setKey } from './charSet.js'
import type { Assertion, Node } from './syntax.js'

export const MATCH = 0
export const SET = 1
export const SPLIT = 2
export const ASSERT = 3

/** By state: what it does, its argument (the set, the other state of a split, the assertion), and the state that follows. */
export interface Nfa {
  kinds: number[]
  args: number[]
  nexts: number[]
  start: number
  sets: CharSet[]
  assertions: Assertion[]
}

/** Beyond this many states counted repetitions are left to the backtracker, which counts. */
const MAX_STATES = 10_000

/** More sets of characters than any real pattern tells apart. */
const MAX_SETS = 1000

const NOT_EXPRESSIBLE = -1

/**
 * Nothing when the pattern asks for more than the language it describes: lookaround, references, atomic groups, conditionals,
 * possessive quantifiers, boundaries of ASCII words; or for too many states.
 */
export function buildNfa(tree: Node): Nfa | undefined {
  const nfa: Nfa = { kinds: [MATCH], args: [0], nexts: [0], start: 0, sets: [], assertions: [] }
  const known = new Map<string, number>()

  const add = (kind: number, arg: number, next: number): number => {
    if (arg < 0 || nfa.kinds.length >= MAX_STATES) return NOT_EXPRESSIBLE
    nfa.args.push(arg)
    nfa.nexts.push(next)
    return nfa.kinds.push(kind) - 1
  }

  const setIndex = (set: CharSet): number => {
    const key = setKey(set)
    const found = known.get(key)
    if (found !== undefined) return found
    if (nfa.sets.length >= MAX_SETS) return NOT_EXPRESSIBLE
    known.set(key, nfa.sets.length)
    return nfa.sets.push(set) - 1
  }

  /** The state from which the node leads to `next`; built from its end. */
  const build = (node: Node, next: number): number => {
    if (next === NOT_EXPRESSIBLE) return next
    switch (node.kind) {
      case 'set':
        return add(SET, setIndex(node.set), next)
      case 'sequence':
        return node.items.reduceRight((after, item) => build(item, after), next)
      case 'choice':
        return node.branches
          .map((branch) => build(branch, next))
          .reduceRight((other, state) => (state < 0 || other < 0 ? NOT_EXPRESSIBLE : add(SPLIT, other, state)))
      case 'group':
        return build(node.body, next)
      case 'assertion':
        if (node.ascii && (node.assertion === 'boundary' || node.assertion === 'notBoundary')) return NOT_EXPRESSIBLE
        return add(ASSERT, nfa.assertions.push(node.assertion) - 1, next)
      case 'repeat':
        return node.mode === 'possessive' ? NOT_EXPRESSIBLE : repeat(node.body, node.min, node.max, next)
      default:
        return NOT_EXPRESSIBLE
    }
  }

  const repeat = (body: Node, min: number, max: number, next: number): number => {
    let state = next
    if (max === Number.POSITIVE_INFINITY) {
      state = add(SPLIT, next, next)
      if (state < 0) return state
      const again = build(body, state)
      if (again < 0) return again
      nfa.args[state] = again
    }
    for (let copy = max === Number.POSITIVE_INFINITY ? min : max; copy > 0; copy--) {
      const inner = build(body, state)
      // A body that matches nothing but the empty text: once is as good as many times.
      if (inner < 0 || inner === state) return inner
      state = copy > min ? add(SPLIT, next, inner) : inner
    }
    return state
  }

  nfa.start = build(tree, 0)
  return nfa.start < 0 ? undefined : nfa
}
