// Whether an engine that tries one way after another can take time that doubles with each character of a text.
import { contains } from '../../core/pattern/charSet.js'
import { ASSERT, buildNfa, MATCH, type Nfa, SET, SPLIT } from '../../core/pattern/nfa.js'
import type { Node } from '../../core/pattern/syntax.js'

/** A repetition of fewer turns does no harm inside another. */
const MANY = 10
/** Pairs of places, or steps from one to the next, beyond which nothing is said. */
const MOST = 200_000
/** Characters that tell the sets of real patterns apart. */
const PROBES = [...Array.from({ length: 128 }, (_, code) => code), ...Array.from('\u00a0éÀœ€٣漢', (sign) => sign.codePointAt(0) ?? 0)]

const NOTHING: Node = { kind: 'sequence', items: [] }

/**
 * The pattern has a loop that can be walked in two ways by the same text (Weber and Seidl, "On the degree of ambiguity of finite
 * automata", criterion EDA). What stands beyond an automaton is left out, or taken for what it may match.
 */
export function isExponential(tree: Node): boolean {
  const nfa = buildNfa(plain(tree))
  if (nfa === undefined) return false
  const loops = new Loops(nfa)
  return loops.isAmbiguous()
}

/** Long repetitions without end; looks, references and what never gives back as what an automaton can say of them. */
function plain(node: Node): Node {
  switch (node.kind) {
    case 'sequence':
      return { ...node, items: node.items.map(plain) }
    case 'choice':
      return { ...node, branches: node.branches.map(plain) }
    case 'conditional':
      return { kind: 'choice', branches: [plain(node.yes), plain(node.no)] }
    case 'repeat': {
      if (node.mode === 'possessive') return plain(node.body)
      const isLong = node.max > MANY && node.max !== node.min
      return { ...node, body: plain(node.body), ...(isLong && { min: Math.min(node.min, MANY), max: Number.POSITIVE_INFINITY }) }
    }
    case 'group':
      return { ...node, body: plain(node.body) }
    case 'look':
      return { kind: 'choice', branches: [NOTHING, plain(node.body)] }
    case 'reference':
    case 'atomic':
      return NOTHING
    default:
      return node
  }
}

/** Places are the states that take a character; `ways` leads from each to those that may take the next one. */
class Loops {
  readonly #nfa: Nfa
  readonly #ways: ReadonlyMap<number, number>[]
  readonly #masks: readonly bigint[]
  #left = MOST

  constructor(nfa: Nfa) {
    this.#nfa = nfa
    this.#masks = nfa.sets.map((set) => PROBES.reduce((mask, code, i) => (contains(set, code) ? mask | (1n << BigInt(i)) : mask), 0n))
    this.#ways = nfa.kinds.map((kind, state) => (kind === SET ? this.#waysFrom(nfa.nexts[state]!) : new Map()))
  }

  /** By place that can follow, in how many ways: 1, or 2 for more. */
  #waysFrom(state: number, found = new Map<number, number>(), path?: Set<number>): Map<number, number> {
    if (path?.has(state) || this.#left-- < 0) return found
    const { kinds, args, nexts, assertions } = this.#nfa
    const kind = kinds[state]
    if (kind === SET) found.set(state, Math.min(2, (found.get(state) ?? 0) + 1))
    if (kind === SET || kind === MATCH) return found
    // Neither holds between two characters.
    if (kind === ASSERT && ['start', 'end', 'veryEnd'].includes(assertions[args[state]!]!)) return found
    // The first state may be met once more, in the next turn of a loop around; otherwise that would be a turn that takes nothing.
    const met = path ?? new Set<number>()
    if (path !== undefined) met.add(state)
    this.#waysFrom(nexts[state]!, found, met)
    if (kind === SPLIT) {
      // Of a loop, what is repeated is built after its split, or is nothing at all.
      if (args[state]! >= state) met.add(state)
      this.#waysFrom(args[state]!, found, met)
    }
    met.delete(state)
    return found
  }

  isAmbiguous(): boolean {
    const places = this.#nfa.kinds.flatMap((kind, state) => (kind === SET ? state : []))
    return places.some((place) => this.#ways[place]!.size > 0 && this.#hasTwoWaysBack(place))
  }

  /** Two walkers that leave a place and read the same text: they part, or had a choice, and are both back. */
  #hasTwoWaysBack(place: number): boolean {
    const size = this.#nfa.kinds.length
    const pairs = [2 * (place * size + place)]
    const seen = new Set(pairs)
    for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
      const [one, other] = [Math.floor(pair / 2 / size), Math.floor(pair / 2) % size]
      for (const [nextOne, times] of this.#ways[one]!) {
        for (const nextOther of this.#ways[other]!.keys()) {
          if (this.#left-- < 0) return false
          if ((this.#maskOf(nextOne) & this.#maskOf(nextOther)) === 0n) continue
          const hadChoice = pair % 2 === 1 || nextOne !== nextOther || (one === other && times > 1)
          if (hadChoice && nextOne === place && nextOther === place) return true
          const next = 2 * (nextOne * size + nextOther) + (hadChoice ? 1 : 0)
          if (!seen.has(next)) pairs.push(next)
          seen.add(next)
        }
      }
    }
    return false
  }

  #maskOf(place: number): bigint {
    return this.#masks[this.#nfa.args[place]!]!
  }
}
