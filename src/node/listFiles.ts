// The files of a folder that fit patterns: in one order on every machine, each once, and what could not be looked into.
import { readdir, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { ScdlError } from '../core/error.js'
import { readFault } from './fileFault.js'

export interface Listing {
  folder: string
  patterns: readonly string[]
  caseSensitive?: boolean
}

export interface Listed {
  /** From the folder. */
  paths: string[]
  /** Of each folder below that could not be looked into. */
  unread: ScdlError[]
}

/** Links are followed; a folder that several ways lead to gives its files once, under their shortest names. */
export async function listFiles({ folder, patterns, caseSensitive = true }: Listing): Promise<Listed> {
  const { glob } = await import('tinyglobby')
  const whole = resolve(folder)
  const unread: ScdlError[] = []
  const found = await glob([...patterns], {
    cwd: whole,
    ignore: ['**/node_modules/**'],
    caseSensitiveMatch: caseSensitive,
    expandDirectories: false,
    // What it cannot read it passes over without a word.
    fs: { readdir: readingAloud(tell) as typeof readdir },
  })
  return { paths: inReadersOrder(onceEach(found, whole)), unread }

  function tell(path: string, error: NodeJS.ErrnoException): void {
    // It went while the others were looked at.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return
    unread.push(readFault(error, join(folder, relative(whole, path))) as ScdlError)
  }
}

type Listener = (error: NodeJS.ErrnoException | null, entries: unknown) => void

const readingAloud =
  (onError: (path: string, error: NodeJS.ErrnoException) => void) =>
  (path: string, options: { withFileTypes: true }, done: Listener): void =>
    readdir(path, options, (error, entries) => {
      if (error !== null) onError(path, error)
      done(error, entries)
    })

/** As a reader numbers files, f2 before f10; names that are alike to a reader, as f1 and f01, by their signs. */
function inReadersOrder(paths: readonly string[]): string[] {
  // Made where it is needed: the runtime's own data take longer to load than a small file to check.
  const { compare } = new Intl.Collator('fr', { numeric: true })
  return paths.toSorted((a, b) => compare(a, b) || (a < b ? -1 : 1))
}

function onceEach(paths: readonly string[], folder: string): string[] {
  const placeOf = placeFinder()
  const kept = new Map<string, string>()
  for (const path of paths) {
    const place = placeOf(join(folder, path))
    const other = kept.get(place)
    if (other === undefined || path.length < other.length || (path.length === other.length && path < other)) kept.set(place, path)
  }
  return [...kept.values()]
}

/** Of a path, the same for all ways that lead to it. A link to a file is a file of its own: what it is called may matter. */
export function placeFinder(): (path: string) => string {
  const folders = new Map<string, string>()
  return (path) => {
    const folder = dirname(resolve(path))
    let real = folders.get(folder)
    if (real === undefined) {
      real = realFolder(folder)
      folders.set(folder, real)
    }
    return join(real, basename(path))
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
