// Patterns that compile, but do not mean what they seem to, or take time without end elsewhere.
import { parsePattern } from '../../core/pattern/parse.js'
import { PatternError } from '../../core/pattern/patternError.js'
import type { Node } from '../../core/pattern/syntax.js'
import type { SayLint } from './finding.js'
import { isExponential } from './isExponential.js'

export function lintPattern(pattern: string | undefined, field: readonly (string | number)[], say: SayLint): void {
  if (pattern === undefined) return
  const path = [...field, 'constraints', 'pattern']
  const tree = readTree(pattern)
  if (tree === undefined) return
  if (hasLooseEnds(tree))
    say('pattern-alternatives', path, { pattern, better: `(${pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')})` })
  if (isExponential(tree)) say('slow-pattern', path, { pattern })
}

/** What cannot be compiled is said by who compiles it. */
function readTree(pattern: string): Node | undefined {
  try {
    return parsePattern(pattern).tree
  } catch (error) {
    if (error instanceof PatternError) return undefined
    throw error
  }
}

const isAt = (node: Node | undefined, assertions: readonly string[]): boolean =>
  node?.kind === 'assertion' && assertions.includes(node.assertion)

/** Validata matches `^a|b$`: the first branch is not held at its end, nor the last at its beginning. */
function hasLooseEnds(tree: Node): boolean {
  if (tree.kind !== 'choice') return false
  return tree.branches.some((branch) => {
    const items = branch.kind === 'sequence' ? branch.items : [branch]
    return !isAt(items[0], ['start']) || !isAt(items.at(-1), ['end', 'veryEnd'])
  })
}
