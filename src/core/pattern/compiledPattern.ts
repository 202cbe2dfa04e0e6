export interface CompiledPattern {
  /** The bytes must be UTF-8. */
  test(bytes: Uint8Array, start: number, end: number): boolean
  /** automaton: one step per character, whatever the pattern. backtracking: within a budget, see `compileBacktracker`. */
  kind: 'automaton' | 'backtracking'
  /** Whether a text is accepted does not depend on which figures other than 0 stand in it. */
  figuresAlike: boolean
}
