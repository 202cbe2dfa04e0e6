// What a pattern lets through: which characters can occur, and how many.
import { asciiRanges } from '../core/pattern/charSet.js'
import { parsePattern } from '../core/pattern/parse.js'
import { PatternError } from '../core/pattern/patternError.js'
import { type Node, widthOf } from '../core/pattern/syntax.js'

export interface PatternShape {
  /** By ASCII code, 1 where the character can occur. */
  allowed: Uint8Array
  /** In characters. `max` may be infinite. */
  min: number
  max: number
}

function collect(node: Node, allowed: Uint8Array): void {
  switch (node.kind) {
    case 'set': {
      const ranges = asciiRanges(node.set)
      for (let i = 0; i < ranges.length; i += 2) allowed.fill(1, ranges[i], Math.min(ranges[i + 1]!, 127) + 1)
      return
    }
    case 'sequence':
      for (const item of node.items) collect(item, allowed)
      return
    case 'choice':
      for (const branch of node.branches) collect(branch, allowed)
      return
    case 'repeat':
    case 'group':
    case 'atomic':
      collect(node.body, allowed)
      return
    case 'conditional':
      collect(node.yes, allowed)
      collect(node.no, allowed)
  }
}

/** undefined: the pattern cannot be understood. */
export function readPatternShape(pattern: string): PatternShape | undefined {
  try {
    const { tree } = parsePattern(pattern)
    const allowed = new Uint8Array(128)
    collect(tree, allowed)
    const [min, max] = widthOf(tree, new Map())
    return { allowed, min, max }
  } catch (error) {
    if (error instanceof PatternError) return undefined
    throw error
  }
}
