// The automaton, the backtracker, the look at fixed shapes before them and the runtime's own RegExp give the same answers.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileAutomaton } from '../../../src/core/pattern/automaton.js'
import { compileBacktracker } from '../../../src/core/pattern/backtracker.js'
import { compilePattern } from '../../../src/core/pattern/compilePattern.js'
import { buildNfa } from '../../../src/core/pattern/nfa.js'
import { parsePattern } from '../../../src/core/pattern/parse.js'

interface Pair {
  python: string
  javascript: string
}

const WORD = '[\\p{L}\\p{N}_]'
const END = '(?=\\n?(?![^]))'
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u2000-\\u200a]'

const atom: fc.Arbitrary<Pair> = fc.constantFrom(
  ...['a', 'b', 'é', '1', '\\n', '[ab]', '[^a]', '[a-cé]', '[^\\n1]', '-'].map((same) => ({ python: same, javascript: same })),
  { python: '.', javascript: '[^\\n]' },
  { python: '\\d', javascript: '\\p{Nd}' },
  { python: '\\w', javascript: WORD },
  { python: '\\W', javascript: `(?!${WORD})[^]` },
  { python: '\\s', javascript: SPACE },
  { python: '[\\w-]', javascript: `(?:${WORD}|-)` },
)
const assertion: fc.Arbitrary<Pair> = fc.constantFrom(
  { python: '^', javascript: '^' },
  { python: '$', javascript: END },
  { python: '\\Z', javascript: '(?![^])' },
  { python: '\\b', javascript: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))` },
)
const quantifier = fc.constantFrom('*', '+', '?', '*?', '+?', '{2}', '{0,2}', '{1,}', '{0}')

const joined = (pairs: readonly Pair[], glue: string): Pair => ({
  python: pairs.map((pair) => pair.python).join(glue),
  javascript: pairs.map((pair) => pair.javascript).join(glue),
})

const { alternatives } = fc.letrec<{ alternatives: Pair; sequence: Pair; item: Pair }>((tie) => ({
  alternatives: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((pairs) => joined(pairs, '|')),
  sequence: fc.array(tie('item'), { maxLength: 4 }).map((pairs) => joined(pairs, '')),
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    { arbitrary: assertion, weight: 1 },
    fc.tuple(atom, quantifier).map(([{ python, javascript }, times]) => ({
      python: python + times,
      javascript: `(?:${javascript})${times}`,
    })),
    fc.tuple(tie('alternatives'), fc.oneof(quantifier, fc.constant(''))).map(([{ python, javascript }, times]) => ({
      python: `(${python})${times}`,
      javascript: `(?:${javascript})${times}`,
    })),
  ),
}))

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1', '٣', ' ', '-', '\n', '𝒳'), maxLength: 8 })

it('agree on random patterns and texts', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(alternatives, fc.array(text, { minLength: 4, maxLength: 12 }), ({ python, javascript }, texts) => {
      const parsed = parsePattern(python)
      const nfa = buildNfa(parsed.tree)
      fc.pre(nfa !== undefined)
      const automaton = compileAutomaton(nfa)
      const backtracker = compileBacktracker(parsed)
      const whole = compilePattern(python)
      const expression = new RegExp(`^${javascript}${END}`, 'uy')
      for (const candidate of texts) {
        const bytes = encoder.encode(candidate)
        expression.lastIndex = 0
        const expected = expression.test(candidate)
        expect({ candidate, accepted: automaton.test(bytes, 0, bytes.length) }).toEqual({ candidate, accepted: expected })
        expect({ candidate, accepted: backtracker.test(bytes, 0, bytes.length) }).toEqual({ candidate, accepted: expected })
        expect({ candidate, accepted: whole.test(bytes, 0, bytes.length) }).toEqual({ candidate, accepted: expected })
      }
    }),
    { seed: 20_240_607, numRuns: 400 },
  )
})

const character = fc.constantFrom(...['a', 'é', '1', '\\n', '[ab]', '[^a]', '-'].map((same) => ({ python: same, javascript: same })), {
  python: '\\d',
  javascript: '\\p{Nd}',
})
const run = fc
  .tuple(character, fc.constantFrom('', '{2}', '{3}', '?', '{1,2}'))
  .map(([{ python, javascript }, times]) => ({ python: python + times, javascript: javascript + times }))

it('agree on patterns of fixed shapes', () => {
  const encoder = new TextEncoder()
  const shape = fc.array(run, { maxLength: 4 }).map((pairs) => joined(pairs, ''))
  fc.assert(
    fc.property(shape, fc.array(text, { minLength: 8, maxLength: 16 }), ({ python, javascript }, texts) => {
      const { test } = compilePattern(`^${python}$`)
      const expression = new RegExp(`^${javascript}${END}`, 'u')
      for (const candidate of texts) {
        // Beside other cells, as in a file.
        const bytes = encoder.encode(`1${candidate}1`)
        expect({ candidate, accepted: test(bytes, 1, bytes.length - 1) }).toEqual({ candidate, accepted: expression.test(candidate) })
      }
    }),
    { seed: 20_240_607, numRuns: 2000 },
  )
})
