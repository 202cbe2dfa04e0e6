// A schema's `pattern`, made into a test of a cell's bytes with Validata's verdict.
import { compileAutomaton } from './automaton.js'
import { compileBacktracker } from './backtracker.js'
import { buildNfa } from './nfa.js'
import { parsePattern } from './parse.js'

export { PatternError, type PatternReason } from './patternError.js'

export interface CompiledPattern {
  /** The bytes must be UTF-8. */
  test(bytes: Uint8Array, start: number, end: number): boolean
  /** automaton: one step per character, whatever the pattern. backtracking: within a budget, see `compileBacktracker`. */
  kind: 'automaton' | 'backtracking'
}

/**
 * The syntax is that of Python's `re`, and the test is `re.match("^" + pattern + "$", text)`: alternation is not protected
 * (`a|b` is `^a|b$` and accepts `ab`), and `$` also stands before a line feed that ends the text.
 * Flags for the whole pattern are understood at its beginning, where the added `^` makes Python 3.11 refuse them.
 * Throws `PatternError` when the pattern cannot be understood.
 */
export function compilePattern(pattern: string): CompiledPattern {
  const parsed = parsePattern(pattern)
  const nfa = buildNfa(parsed.tree)
  return nfa === undefined ? compileBacktracker(parsed) : compileAutomaton(nfa)
}
