// The files of a configuration: which entry a file falls under, and all those that some entry names.
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { ScdlError } from '../../core/error.js'
import { listFiles } from '../listFiles.js'
import { isPassedOver, isTableName } from '../sources.js'
import type { Configuration, FileEntry } from './configuration.js'
import { compilePathPattern } from './pathPattern.js'

export interface EntryOfFile {
  entry: FileEntry
  /** `entry.expect` with what `entry.match` found in the path. */
  expected: Readonly<Record<string, string>> | undefined
}

/** The first entry that matches a file; undefined: none does. `path`: from the current folder, or whole. */
export function entryFinder({ folder, settings }: Configuration): (path: string) => EntryOfFile | undefined {
  const patterns = (settings.files ?? []).flatMap((entry) => {
    const pattern = compilePathPattern(entry.match)
    return pattern === undefined ? [] : [{ entry, pattern }]
  })
  return (path) => {
    const way = wayFrom(folder, path)
    if (way === undefined) return undefined
    for (const { entry, pattern } of patterns) {
      const found = pattern.match(way)
      if (found !== undefined) return { entry, expected: entry.expect && fillIn(entry.expect, found) }
    }
    return undefined
  }
}

/** With `/`; undefined: the path is not below the folder. */
export function wayFrom(folder: string, path: string): string | undefined {
  const way = relative(folder, resolve(path))
  return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : way.split(sep).join('/')
}

function fillIn(expect: Readonly<Record<string, string>>, found: Readonly<Record<string, string>>): Record<string, string> {
  const filled = Object.entries(expect).map(([field, text]) => [field, text.replace(/\{([^{}]*)\}/g, (all, name) => found[name] ?? all)])
  return Object.fromEntries(filled) as Record<string, string>
}

export interface NamedFiles {
  /** From the current folder, in the order of their names. */
  paths: string[]
  /** Tables that no entry matches. */
  unmatched: string[]
  /** The patterns that match nothing. */
  unused: string[]
  /** Of each folder that could not be looked into. */
  unread: ScdlError[]
}

/** Looks through the whole folder of the configuration. */
export async function namedFiles(configuration: Configuration): Promise<NamedFiles> {
  const folder = relative(process.cwd(), configuration.folder) || '.'
  const { paths: found, unread } = await listFiles({ folder, patterns: ['**'] })
  const entryOf = entryFinder(configuration)
  const used = new Set<FileEntry>()
  const named: NamedFiles = { paths: [], unmatched: [], unused: [], unread }
  for (const way of found) {
    if (isPassedOver(way)) continue
    const path = relative(process.cwd(), resolve(configuration.folder, way))
    const of = entryOf(path)
    if (of !== undefined) {
      used.add(of.entry)
      named.paths.push(path)
    } else if (isTableName(way)) named.unmatched.push(path)
  }
  named.unused = (configuration.settings.files ?? []).filter((entry) => !used.has(entry)).map(({ match }) => match)
  return named
}
