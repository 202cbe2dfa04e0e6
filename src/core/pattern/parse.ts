// Python's `re` syntax read into a tree. Where Python refuses a pattern, so does this, with a reason.
// Longer than most files: one grammar, whose rules call each other.
import { CATEGORIES, makeSet } from './charSet.js'
import { parseClass } from './parseClass.js'
import { isOctal, readCharEscape } from './parseEscape.js'
import { PatternError } from './patternError.js'
import { Reader } from './reader.js'
import { type Assertion, type Node, widthOf } from './syntax.js'

export interface ParsedPattern {
  tree: Node
  /** Number of capturing groups. */
  groups: number
}

interface Flags {
  ignoreCase: boolean
  multiline: boolean
  dotAll: boolean
  verbose: boolean
  ascii: boolean
}

const FLAG_LETTERS: Readonly<Record<string, keyof Flags>> = { i: 'ignoreCase', m: 'multiline', s: 'dotAll', x: 'verbose', a: 'ascii' }
const NO_FLAGS: Flags = { ignoreCase: false, multiline: false, dotAll: false, verbose: false, ascii: false }
const MAX_DEPTH = 200
const MAX_REPEAT = 2 ** 32 - 1
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]*$/u
const CASED = { ignoreCase: false, ascii: false }

/** Reads `^pattern$`, the form in which Validata matches it. */
export function parsePattern(pattern: string): ParsedPattern {
  return new Parser(`^${pattern}$`).parse()
}

class Parser {
  readonly #reader: Reader
  #flags = NO_FLAGS
  #groups = 0
  #depth = 0
  readonly #names = new Map<string, number>()
  /** Widths of the groups that are closed: those that can be referred to. */
  readonly #closed = new Map<number, [number, number]>()
  #furthestCondition = 0

  constructor(source: string) {
    this.#reader = new Reader(source)
  }

  parse(): ParsedPattern {
    const tree = this.#choice(true)
    if (!this.#reader.done) throw new PatternError('unbalanced-parenthesis')
    if (this.#furthestCondition > this.#groups) throw new PatternError('bad-reference')
    return { tree, groups: this.#groups }
  }

  #choice(whole: boolean): Node {
    this.#depth++
    if (this.#depth > MAX_DEPTH) throw new PatternError('too-deep')
    const branches = [this.#sequence(whole)]
    while (this.#reader.take('|')) branches.push(this.#sequence(false))
    this.#depth--
    return branches.length === 1 ? branches[0]! : { kind: 'choice', branches }
  }

  /** `takesFlags`: flags for the whole pattern may stand at its start. */
  #sequence(takesFlags: boolean): Node {
    const items: Node[] = []
    for (;;) {
      const char = this.#reader.peek()
      if (char === undefined || char === '|' || char === ')') return { kind: 'sequence', items }
      this.#reader.next()
      if (this.#flags.verbose && this.#skipsVerbose(char)) continue
      const bounds = this.#bounds(char)
      if (bounds !== undefined) items.push(this.#repeat(items.pop(), bounds))
      // One item: the `^` that was put before the pattern.
      else if (char === '(') items.push(...this.#group(takesFlags && items.length === 1))
      else items.push(this.#single(char))
    }
  }

  #skipsVerbose(char: string): boolean {
    if (' \t\n\r\v\f'.includes(char)) return true
    if (char !== '#') return false
    for (let skipped = this.#reader.next(); skipped !== undefined && skipped !== '\n'; ) skipped = this.#reader.next()
    return true
  }

  #single(char: string): Node {
    switch (char) {
      case '.':
        return { kind: 'set', set: makeSet(this.#flags.dotAll ? [] : [10, 10], CASED, 0, true) }
      case '^':
        return this.#assertion(this.#flags.multiline ? 'lineStart' : 'start')
      case '$':
        return this.#assertion(this.#flags.multiline ? 'lineEnd' : 'end')
      case '[':
        return { kind: 'set', set: parseClass(this.#reader, this.#flags) }
      case '\\':
        return this.#escape()
      default:
        return this.#literal(char.codePointAt(0)!)
    }
  }

  #escape(): Node {
    const reader = this.#reader
    const char = reader.next()
    switch (char) {
      case 'A':
        return this.#assertion('start')
      case 'Z':
        return this.#assertion('veryEnd')
      case 'b':
        return this.#assertion('boundary')
      case 'B':
        return this.#assertion('notBoundary')
      case undefined:
        throw new PatternError('bad-escape')
    }
    const category = CATEGORIES[char]
    if (category !== undefined) return { kind: 'set', set: makeSet([], this.#flags, category) }
    if (char < '1' || char > '9') return this.#literal(readCharEscape(reader, char))
    return this.#numberEscape(char)
  }

  /** `\12` is a group, `\123` a character in octal. */
  #numberEscape(first: string): Node {
    const reader = this.#reader
    let digits = first
    if (isDigit(reader.peek())) {
      digits += reader.next()
      if (isOctal(first) && isOctal(digits[1]) && isOctal(reader.peek())) {
        digits += reader.next()
        const value = Number.parseInt(digits, 8)
        if (value > 0o377) throw new PatternError('bad-escape')
        return this.#literal(value)
      }
    }
    return this.#reference(Number(digits))
  }

  #reference(group: number | undefined): Node {
    if (group === undefined || !this.#closed.has(group)) throw new PatternError('bad-reference')
    return { kind: 'reference', group, ignoreCase: this.#flags.ignoreCase }
  }

  /** The bounds of a quantifier that begins with this character, or nothing when it is no quantifier. */
  #bounds(char: string): [number, number] | undefined {
    if (char === '*') return [0, Number.POSITIVE_INFINITY]
    if (char === '+') return [1, Number.POSITIVE_INFINITY]
    if (char === '?') return [0, 1]
    if (char !== '{' || this.#reader.peek() === '}') return undefined
    const reader = this.#reader
    const mark = reader.at
    const low = reader.takeWhile(isDigit)
    const high = reader.take(',') ? reader.takeWhile(isDigit) : low
    if (!reader.take('}')) {
      reader.at = mark
      return undefined
    }
    const min = low === '' ? 0 : Number(low)
    const max = high === '' ? Number.POSITIVE_INFINITY : Number(high)
    if (max < min || min >= MAX_REPEAT || (high !== '' && max >= MAX_REPEAT)) throw new PatternError('bad-repeat')
    return [min, max]
  }

  #repeat(body: Node | undefined, [min, max]: [number, number]): Node {
    if (body === undefined || body.kind === 'assertion') throw new PatternError('nothing-to-repeat')
    if (body.kind === 'repeat') throw new PatternError('multiple-repeat')
    const mode = this.#reader.take('?') ? 'lazy' : this.#reader.take('+') ? 'possessive' : 'greedy'
    return { kind: 'repeat', body, min, max, mode }
  }

  /** What follows an opening parenthesis: one node, or none for comments and flags. */
  #group(takesFlags: boolean): Node[] {
    const reader = this.#reader
    if (!reader.take('?')) return [this.#capture(undefined)]
    const char = reader.next()
    switch (char) {
      case ':':
        return [this.#enclosed()]
      case '>':
        return [{ kind: 'atomic', body: this.#enclosed() }]
      case '=':
      case '!':
        return [{ kind: 'look', behind: 0, negated: char === '!', body: this.#enclosed() }]
      case '<':
        return [this.#lookBehind()]
      case '(':
        return [this.#conditional()]
      case 'P':
        if (reader.take('<')) return [this.#capture(this.#name('>'))]
        if (reader.take('=')) return [this.#reference(this.#names.get(this.#name(')')))]
        throw new PatternError('bad-group')
      case '#':
        reader.takeUntil(')')
        return []
      default:
        return this.#flagged(char, takesFlags)
    }
  }

  #enclosed(): Node {
    const body = this.#choice(false)
    if (!this.#reader.take(')')) throw new PatternError('unbalanced-parenthesis')
    // A sequence of its own, so that a quantifier after the parenthesis meets the group and not the last thing in it.
    return { kind: 'sequence', items: [body] }
  }

  #capture(name: string | undefined): Node {
    const index = ++this.#groups
    if (name !== undefined) {
      if (this.#names.has(name)) throw new PatternError('bad-group')
      this.#names.set(name, index)
    }
    const body = this.#enclosed()
    this.#closed.set(index, widthOf(body, this.#closed))
    return { kind: 'group', index, body }
  }

  #name(end: string): string {
    const name = this.#reader.takeUntil(end)
    if (!IDENTIFIER.test(name)) throw new PatternError('bad-group')
    return name
  }

  #lookBehind(): Node {
    const char = this.#reader.next()
    if (char !== '=' && char !== '!') throw new PatternError('bad-group')
    const body = this.#enclosed()
    const [low, high] = widthOf(body, this.#closed)
    if (low !== high) throw new PatternError('lookbehind-width')
    return { kind: 'look', behind: low, negated: char === '!', body }
  }

  #conditional(): Node {
    const name = this.#reader.takeUntil(')')
    const group = /^[0-9]+$/.test(name) ? Number(name) : this.#names.get(name)
    if (group === undefined || group === 0) throw new PatternError('bad-reference')
    this.#furthestCondition = Math.max(this.#furthestCondition, group)
    const body = this.#enclosedBranches()
    if (body.length > 2) throw new PatternError('bad-group')
    return { kind: 'conditional', group, yes: body[0]!, no: body[1] ?? { kind: 'sequence', items: [] } }
  }

  #enclosedBranches(): readonly Node[] {
    const body = this.#enclosed()
    const inner = body.kind === 'sequence' ? body.items[0] : undefined
    return inner?.kind === 'choice' ? inner.branches : [body]
  }

  /** `(?i)`, `(?i:…)`, `(?i-s:…)`; `char` is what follows the question mark. */
  #flagged(char: string | undefined, takesFlags: boolean): Node[] {
    const reader = this.#reader
    const outer = this.#flags
    const flags = { ...outer }
    const letters = new Set<string>()
    let at = char
    while (at !== undefined && at !== ')' && at !== ':' && at !== '-') {
      const flag = FLAG_LETTERS[at]
      if (flag === undefined && at !== 'u') throw new PatternError(at === char ? 'bad-group' : 'bad-flags')
      if (flag === undefined) flags.ascii = false
      else flags[flag] = true
      letters.add(at)
      at = reader.next()
    }
    if (letters.has('a') && letters.has('u')) throw new PatternError('bad-flags')
    if (at === ')') {
      if (!takesFlags) throw new PatternError('bad-flags')
      this.#flags = flags
      return []
    }
    if (at === '-') at = this.#clearFlags(flags)
    if (at !== ':') throw new PatternError('bad-flags')
    this.#flags = flags
    const body = this.#enclosed()
    this.#flags = outer
    return [body]
  }

  #clearFlags(flags: Flags): string | undefined {
    let at = this.#reader.next()
    if (at === ':') throw new PatternError('bad-flags')
    while (at !== undefined && at !== ':') {
      const flag = FLAG_LETTERS[at]
      if (flag === undefined || flag === 'ascii') throw new PatternError('bad-flags')
      flags[flag] = false
      at = this.#reader.next()
    }
    return at
  }

  #literal(codePoint: number): Node {
    return { kind: 'set', set: makeSet([codePoint, codePoint], this.#flags) }
  }

  #assertion(assertion: Assertion): Node {
    return { kind: 'assertion', assertion, ascii: this.#flags.ascii }
  }
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9' && char.length === 1
