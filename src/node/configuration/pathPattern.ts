// Patterns of paths with captures: `data/{siren}/subventions*.csv`. Matched here rather than by a glob package, which has no captures.

type Token =
  | { kind: 'text'; text: string }
  /** `?`, `*`, `**`. */
  | { kind: 'one' }
  | { kind: 'some' }
  | { kind: 'folders' }
  /** `{name}`: at least one character, none of them a slash. */
  | { kind: 'capture'; name: string }

export interface PathPattern {
  captures: readonly string[]
  /** What the captures found in a path with `/`; undefined: the path is not like it. */
  match(path: string): Readonly<Record<string, string>> | undefined
}

const MOST_ALTERNATIVES = 256
const MOST_TOKENS = 100
/** Names of captures that come again: each multiplies what there is to try. */
const MOST_REPEATED = 1

/** undefined: the pattern cannot be understood, or leads out of its folder. `{a,b}` are alternatives. */
export function compilePathPattern(text: string): PathPattern | undefined {
  const clean = text.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (clean === '' || /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(clean)) return undefined
  const alternatives = expand(clean)
  if (alternatives === undefined) return undefined
  const compiled = alternatives.map(tokenise)
  if (compiled.some((tokens) => tokens === undefined)) return undefined
  const all = compiled as Token[][]
  if (all.some((tokens) => tokens.length > MOST_TOKENS || repeatedNames(tokens).length > MOST_REPEATED)) return undefined
  return {
    captures: [...new Set(all.flat().flatMap((token) => (token.kind === 'capture' ? [token.name] : [])))],
    match: (path) => {
      for (const tokens of all) {
        const found = matchTokens(tokens, path)
        if (found !== undefined) return found
      }
      return undefined
    },
  }
}

const CAPTURE = /^\{[\p{L}_][\p{L}\p{N}_-]*\}$/u

/** `a{b,c}d` as `abd` and `acd`; one level deep. */
function expand(text: string): string[] | undefined {
  let all = ['']
  for (const part of text.split(/(\{[^{}]*\})/)) {
    const choices = part.startsWith('{') && part.includes(',') ? part.slice(1, -1).split(',') : [part]
    all = all.flatMap((before) => choices.map((choice) => before + choice))
    if (all.length > MOST_ALTERNATIVES) return undefined
  }
  return all
}

function tokenise(pattern: string): Token[] | undefined {
  const tokens: Token[] = []
  for (const [part] of pattern.matchAll(/\*\*\/|\*+|\?|\{[^{}]*\}|[{}[\]]|[^*?{}[\]]+/g)) {
    if (part === '**/' || part === '**') tokens.push({ kind: 'folders' }, ...(part === '**' ? [{ kind: 'some' } as const] : []))
    else if (part.startsWith('*')) tokens.push({ kind: 'some' })
    else if (part === '?') tokens.push({ kind: 'one' })
    else if (/^[{}[\]]$/.test(part)) return undefined
    else if (!part.startsWith('{')) tokens.push({ kind: 'text', text: part })
    else if (CAPTURE.test(part)) tokens.push({ kind: 'capture', name: part.slice(1, -1) })
    else return undefined
  }
  return tokens
}

function repeatedNames(tokens: readonly Token[]): string[] {
  const names = tokens.flatMap((token) => (token.kind === 'capture' ? [token.name] : []))
  return [...new Set(names.filter((name, i) => names.indexOf(name) < i))]
}

/** The shortest captures that fit, from left to right. What has failed at a place is not tried there again. */
function matchTokens(tokens: readonly Token[], path: string): Readonly<Record<string, string>> | undefined {
  const [repeated = ''] = repeatedNames(tokens)
  /** By what the capture that comes again has found: it decides what can follow. */
  const failures = new Map<string, Set<number>>()
  const captured: Record<string, string> = Object.create(null)

  function from(t: number, at: number): boolean {
    const token = tokens[t]
    if (token === undefined) return at === path.length
    const value = captured[repeated] ?? ''
    const failed = failures.get(value) ?? new Set()
    failures.set(value, failed)
    const state = t * (path.length + 1)
    if (failed.has(state + at)) return false
    const found = step(token, t, at)
    if (!found) for (let end = lastTried(token, at); end >= at; end--) failed.add(state + end)
    return found
  }

  /** What can take any part of a segment has tried, from one place, all that it could try from a later one. */
  function lastTried(token: Token, at: number): number {
    if (token.kind !== 'some' && (token.kind !== 'capture' || token.name === repeated)) return at
    const slash = path.indexOf('/', at)
    return slash < 0 ? path.length : slash
  }

  function step(token: Token, t: number, at: number): boolean {
    switch (token.kind) {
      case 'text':
        return path.startsWith(token.text, at) && from(t + 1, at + token.text.length)
      case 'one':
        return at < path.length && path[at] !== '/' && from(t + 1, at + 1)
      case 'some':
        for (let end = at; ; end++) {
          if (from(t + 1, end)) return true
          if (end === path.length || path[end] === '/') return false
        }
      case 'folders':
        for (let end = at; end >= 0; ) {
          if (from(t + 1, end)) return true
          const slash = path.indexOf('/', end)
          end = slash < 0 ? -1 : slash + 1
        }
        return false
      case 'capture':
        return capture(token.name, t, at)
    }
  }

  function capture(name: string, t: number, at: number): boolean {
    const known = captured[name]
    if (known !== undefined) return path.startsWith(known, at) && from(t + 1, at + known.length)
    for (let end = at + 1; end <= path.length && path[end - 1] !== '/'; end++) {
      captured[name] = path.slice(at, end)
      if (from(t + 1, end)) return true
    }
    delete captured[name]
    return false
  }

  return from(0, 0) ? captured : undefined
}
