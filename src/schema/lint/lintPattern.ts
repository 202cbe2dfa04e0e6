// Patterns that compile, but do not mean what they seem to, or take time without end elsewhere.
import { parsePattern } from '../../core/pattern/parse.js'
import { PatternError } from '../../core/pattern/patternError.js'
import { type Node, widthOf } from '../../core/pattern/syntax.js'
import type { SayLint } from './finding.js'

/** A repetition of fewer turns does no harm inside another. */
const MANY = 10

export function lintPattern(pattern: string | undefined, field: readonly (string | number)[], say: SayLint): void {
  if (pattern === undefined) return
  const path = [...field, 'constraints', 'pattern']
  const tree = readTree(pattern)
  if (tree === undefined) return
  if (hasLooseEnds(tree))
    say('pattern-alternatives', path, { pattern, better: `(${pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')})` })
  if (isSlow(tree)) say('slow-pattern', path, { pattern })
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

/** Repetitions within a repetition that can share the same text in many ways: an engine that tries all of them doubles with each sign. */
function isSlow(node: Node): boolean {
  if (node.kind === 'repeat' && node.max > MANY && node.mode !== 'possessive' && repeatsWithin(node.body)) return true
  return partsOf(node).some(isSlow)
}

/** Whether a turn may consist of nothing but a repetition. */
function repeatsWithin(node: Node): boolean {
  switch (node.kind) {
    case 'repeat':
      return node.max > MANY && node.max !== node.min
    case 'group':
      return repeatsWithin(node.body)
    case 'choice':
      return node.branches.some(repeatsWithin)
    case 'sequence':
      return node.items.some((item, i) => repeatsWithin(item) && node.items.every((other, j) => j === i || isEmpty(other)))
    default:
      return false
  }
}

const isEmpty = (node: Node): boolean => widthOf(node, new Map())[0] === 0

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'sequence':
      return node.items
    case 'choice':
      return node.branches
    case 'conditional':
      return [node.yes, node.no]
    case 'repeat':
    case 'group':
    case 'look':
    case 'atomic':
      return [node.body]
    default:
      return []
  }
}
