// --include and --exclude: which of the files found are meant.
import { relative, resolve } from 'node:path'
import picomatch from 'picomatch'

export interface PathFilter {
  /** Only files like one of these; empty: all. */
  include: readonly string[]
  /** Files and folders that are passed over. */
  exclude: readonly string[]
}

/**
 * Patterns are relative to `folder`, with `/` on every system. One without `/` fits a name at any depth (`*.xlsx`, `archives`);
 * one that fits a folder fits all below it.
 */
export function pathFilter({ include, exclude }: PathFilter, folder = process.cwd()): (path: string) => boolean {
  const included = include.length === 0 ? () => true : matcherOf(include)
  const excluded = exclude.length === 0 ? () => false : matcherOf(exclude)
  return (path) => {
    const parts = relative(folder, resolve(folder, path)).replaceAll('\\', '/').split('/')
    return included(parts) && !excluded(parts)
  }
}

type Matcher = (parts: readonly string[]) => boolean

function matcherOf(patterns: readonly string[]): Matcher {
  const matchers = patterns.map((pattern): Matcher => {
    const meant = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
    const fits = picomatch(meant, { dot: true, nocase: process.platform === 'win32', nonegate: true })
    if (!meant.includes('/')) return (parts) => parts.some((part) => fits(part))
    return (parts) => parts.some((_, i) => fits(parts.slice(0, i + 1).join('/')))
  })
  return (parts) => matchers.some((matches) => matches(parts))
}
