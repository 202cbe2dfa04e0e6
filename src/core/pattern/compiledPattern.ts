export interface CompiledPattern {
  /** The bytes must be UTF-8. */
  test(bytes: Uint8Array, start: number, end: number): boolean
  /** automaton: one step per character, whatever the pattern. backtracking: within a budget, see `compileBacktracker`. */
  kind: 'automaton' | 'backtracking'
  /** Bits of `ALIKE`: of texts that are, all are accepted or none. */
  alike: number
}
