// The tree of a pattern, once read.
import type { CharSet } from './charSet.js'

export type Assertion =
  /** `^` and `\A`: the start of the text. */
  | 'start'
  /** `^` under `(?m)`. */
  | 'lineStart'
  /** `$`: the end, or before a line feed that ends the text. */
  | 'end'
  /** `$` under `(?m)`. */
  | 'lineEnd'
  /** `\Z`: the very end. */
  | 'veryEnd'
  | 'boundary'
  | 'notBoundary'

export type Node =
  | { kind: 'set'; set: CharSet }
  | { kind: 'sequence'; items: readonly Node[] }
  | { kind: 'choice'; branches: readonly Node[] }
  | { kind: 'repeat'; body: Node; min: number; max: number; mode: 'greedy' | 'lazy' | 'possessive' }
  | { kind: 'group'; index: number; body: Node }
  /** `ascii`: what a word is, for boundaries only. */
  | { kind: 'assertion'; assertion: Assertion; ascii: boolean }
  /** `behind`: how many characters back it begins, 0 when it looks ahead. */
  | { kind: 'look'; behind: number; negated: boolean; body: Node }
  | { kind: 'reference'; group: number; ignoreCase: boolean }
  | { kind: 'atomic'; body: Node }
  | { kind: 'conditional'; group: number; yes: Node; no: Node }

/** How many characters a node can match, fewest and most. `groups` gives the widths of those a reference can name. */
export function widthOf(node: Node, groups: ReadonlyMap<number, readonly [number, number]>): [number, number] {
  switch (node.kind) {
    case 'set':
      return [1, 1]
    case 'sequence': {
      const widths = node.items.map((item) => widthOf(item, groups))
      return [widths.reduce((sum, [low]) => sum + low, 0), widths.reduce((sum, [, high]) => sum + high, 0)]
    }
    case 'choice': {
      const widths = node.branches.map((branch) => widthOf(branch, groups))
      return widths.reduce(([low, high], [otherLow, otherHigh]) => [Math.min(low, otherLow), Math.max(high, otherHigh)])
    }
    case 'repeat': {
      const [low, high] = widthOf(node.body, groups)
      return [low * node.min, high === 0 ? 0 : high * node.max]
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups)
    case 'assertion':
    case 'look':
      return [0, 0]
    case 'reference':
      return [...(groups.get(node.group) ?? [0, Number.POSITIVE_INFINITY])]
    case 'conditional': {
      const [yesLow, yesHigh] = widthOf(node.yes, groups)
      const [noLow, noHigh] = widthOf(node.no, groups)
      return [Math.min(yesLow, noLow), Math.max(yesHigh, noHigh)]
    }
  }
}
