// A schema's `pattern`, made into a test of a cell's bytes with Validata's verdict.
import { compileAutomaton } from './automaton.js'
import { compileBacktracker } from './backtracker.js'
import type { CompiledPattern } from './compiledPattern.js'
import { compileFixedShapes, isAsciiLine } from './fixedShapes.js'
import { buildNfa } from './nfa.js'
import { parsePattern } from './parse.js'

export type { CompiledPattern } from './compiledPattern.js'
export { PatternError } from './patternError.js'

/**
 * The syntax is that of Python's `re`, and the test is `re.match("^" + pattern + "$", text)`: alternation is not protected
 * (`a|b` is `^a|b$` and accepts `ab`), and `$` also stands before a line feed that ends the text.
 * Flags for the whole pattern are understood at its beginning, where the added `^` makes Python 3.11 refuse them.
 * Throws `PatternError` when the pattern cannot be understood.
 */
export function compilePattern(pattern: string): CompiledPattern {
  const parsed = parsePattern(pattern)
  const nfa = buildNfa(parsed.tree)
  if (nfa === undefined) return compileBacktracker(parsed)
  const automaton = compileAutomaton(nfa)
  const hasShape = compileFixedShapes(parsed.tree)
  if (hasShape === undefined) return automaton
  return {
    kind: automaton.kind,
    alike: automaton.alike,
    test: (bytes, start, end) => hasShape(bytes, start, end) || (!isAsciiLine(bytes, start, end) && automaton.test(bytes, start, end)),
  }
}
