// What the user names: paths, globs, folders, standard input.
import { accessSync, constants, lstatSync, promises, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Details } from '../core/diagnostic.js'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { Source } from '../core/source.js'
import { readFault } from './fileFault.js'
import { fileSource, spooledSource } from './fileSource.js'
import { listFiles, placeFinder } from './listFiles.js'

/** The endings that make a file of a folder worth checking. JSON is named by its path: folders of tables hold schemas and settings too. */
export const TABLE_EXTENSIONS: readonly string[] = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'ods', 'xls', 'gz']

/** For schemas of JSON. */
export const JSON_EXTENSIONS: readonly string[] = ['json', 'geojson', 'jsonl', 'ndjson', 'json.gz', 'geojson.gz', 'jsonl.gz', 'ndjson.gz']

/** What Excel and LibreOffice leave beside an open file, and folders of packages. */
const PASSED_OVER = /(^|[/\\])(~\$[^/\\]*|\.~lock\.[^/\\]*#|node_modules[/\\].*)$/

/** Whether it is left alone in folders. */
export const isPassedOver = (path: string): boolean => PASSED_OVER.test(path)

/** Whether it would be checked in a folder. */
export const isTableName = (path: string): boolean => TABLE_EXTENSIONS.some((extension) => path.toLowerCase().endsWith(`.${extension}`))
/** Neither standard input nor a URL. */
export const isFilePath = (name: string): boolean => name !== '-' && !isUrl(name)

const isUrl = (argument: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(argument)

/** The sources of all arguments, in their order, each file once. Throws `ScdlError` for the first that cannot be found or read. */
export async function expandSources(args: readonly string[]): Promise<Source[]> {
  const names = await Promise.all(args.map((argument) => expandArgument(argument)))
  return Promise.all(distinct(names.flat()).map(openSource))
}

/** Names without those that stand for the same file as one before. */
export function distinct(names: readonly string[]): string[] {
  const placeOf = placeFinder()
  const byPlace = new Map<string, string>()
  for (const name of names) {
    const place = isFilePath(name) ? placeOf(name) : name
    if (!byPlace.has(place)) byPlace.set(place, name)
  }
  return [...byPlace.values()]
}

/**
 * One argument as names for `openSource`: a folder gives the files in and below it whose names end so, a pattern the files like it, the rest stays as it is.
 * Throws `ScdlError`: `nothing-to-check` for a folder or a pattern that gives none, `no-permission` for a folder.
 */
export async function expandArgument(
  argument: string,
  { extensions = TABLE_EXTENSIONS, onUnread = raise }: Search = {},
): Promise<string[]> {
  if (argument === '-' || isUrl(argument)) return [argument]
  const facts = factsOf(argument)
  if (facts?.isDirectory()) return filesBelow(argument, extensions, onUnread)
  // A file whose name holds glob characters is itself.
  if (facts === undefined && /[*?[{]/.test(argument)) return filesLike(argument, onUnread)
  return [argument]
}

export interface Search {
  /** Of the files of a folder that are meant. */
  extensions?: readonly string[] | 'all'
  /** Of a folder below that cannot be looked into; absent: it is thrown. */
  onUnread?: (fault: ScdlError) => void
}

function raise(fault: ScdlError): never {
  throw fault
}

/** In bytes; undefined for what is no file: standard input, a pipe, a file that does not exist. */
export function fileSize(path: string): number | undefined {
  const facts = isFilePath(path) ? factsOf(path) : undefined
  return facts?.isFile() ? facts.size : undefined
}

/** Why it cannot be looked at is said when it is opened. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** `-` is standard input; a web address is downloaded. Throws `ScdlError`: no such file (with the nearest of its folder), no permission, or a folder. */
export async function openSource(name: string): Promise<Source> {
  if (name === '-') return spooledSource(name, process.stdin)
  if (isUrl(name)) {
    const { urlSource } = await import('./urlSource.js')
    return urlSource(name)
  }
  return fileSource(name).catch((error: unknown) => throwWithNearest(error, name))
}

async function filesBelow(folder: string, extensions: readonly string[] | 'all', onUnread: (fault: ScdlError) => void): Promise<string[]> {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
  } catch (error) {
    throw readFault(error, folder)
  }
  // One pattern is tried on each name, not as many as there are endings.
  const endings = extensions.length === 1 ? extensions[0] : `{${[...extensions].join(',')}}`
  const patterns = [extensions === 'all' ? '**' : `**/*.${endings}`]
  const { paths, unread } = await listFiles({ folder, patterns, caseSensitive: false })
  unread.forEach(onUnread)
  return meantOf(
    paths.map((path) => join(folder, path)),
    { path: folder, kind: 'folder', extensions: extensions === 'all' ? [] : extensions },
  )
}

async function filesLike(pattern: string, onUnread: (fault: ScdlError) => void): Promise<string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const { paths, unread } = await listFiles({ folder: '.', patterns: [slashed] })
  unread.forEach(onUnread)
  return meantOf(paths, { path: pattern, kind: 'pattern' })
}

/** `nothing`: what to say when none is left. */
function meantOf(paths: readonly string[], nothing: Details): string[] {
  const meant = paths.filter((path) => !isPassedOver(path))
  if (meant.length === 0) throw new ScdlError('nothing-to-check', nothing)
  return meant
}

/** A file that does not exist is most often a file misspelt. */
async function throwWithNearest(error: unknown, path: string): Promise<never> {
  if (!(error instanceof ScdlError) || error.code !== 'no-such-file') throw error
  if (isLink(path)) throw new ScdlError('read-failed', { path, reason: 'broken-link' }, { cause: error.cause })
  const names: string[] = await promises.readdir(dirname(path)).catch(() => [])
  // Its bytes are no UTF-8: it is listed, and cannot be asked for by what the list says.
  if (names.includes(basename(path))) throw new ScdlError('read-failed', { path, reason: 'name-encoding' }, { cause: error.cause })
  const found = nearest(basename(path), names)
  if (found === undefined) throw error
  throw new ScdlError(error.code, { ...error.details, nearest: join(dirname(path), found) }, { cause: error.cause })
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
