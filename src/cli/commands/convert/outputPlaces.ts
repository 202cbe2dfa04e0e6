// Where each source is written: beside it, in the folder that was asked for, or in the file that was named.
import { statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { ScdlError } from '../../../core/error.js'
import { fileIdentity } from '../../../node/fileIdentity.js'
import { distinct, isFilePath } from '../../../node/sources.js'

export interface OutputPlace {
  source: string
  /** `-`: standard output. */
  output: string
  /** Absent: the changes are not listed. */
  changeLog?: string
}

export interface OutputWishes {
  out?: string
  outDir?: string
  changes?: string
  /** The extension of the outputs. */
  extension: string
  /** What the name of a list of changes ends with. */
  logName: string
}

/** An argument of the command line, with the sources that it stands for. */
export interface Expanded {
  argument: string
  names: readonly string[]
}

/** Throws `ScdlError`: several sources and one output, several with one place, an output that is a source. */
export function outputPlaces(expanded: readonly Expanded[], wishes: OutputWishes): OutputPlace[] {
  const { out, outDir, changes, extension, logName } = wishes
  const own = new RegExp(String.raw`\.scdl\.\w+$|\.${logName}\.(?:csv|xlsx)$`, 'i')
  // What an earlier run wrote into a folder is not a source of the next.
  const meant = expanded.map(({ argument, names }) => ({ argument, names: names.filter((name) => name === argument || !own.test(name)) }))
  const sources = distinct(meant.flatMap(({ names }) => names))
  if (sources.length > 1 && out !== undefined) throw new ScdlError('one-output', { option: '--out', files: sources.length })
  if (sources.length > 1 && changes !== undefined) throw new ScdlError('one-output', { option: '--changes', files: sources.length })
  const stems = distinctStems(sources, (source) => {
    const folder = outDir === undefined ? dirname(nameOf(source)) : join(outDir, folderBelow(source, meant))
    return join(folder, stemOf(source))
  })
  const places = sources.map((source, i): OutputPlace => {
    const listed = changes === undefined ? {} : { changeLog: changes }
    if (out !== undefined) return { source, output: out, ...listed }
    if (source === '-' && outDir === undefined) return { source, output: '-', ...listed }
    const output = `${stems[i]}${outDir === undefined ? '.scdl' : ''}.${extension}`
    return { source, output, changeLog: changes ?? `${stems[i]}.${logName}.xlsx` }
  })
  refuseClashes(places, sources)
  return places
}

/**
 * Sources that would take each other's place keep what tells them apart: `x.csv` and `x.xlsx` become `x-csv` and `x-xlsx`, files of one
 * name in folders that were not named together take the names of these.
 */
function distinctStems(sources: readonly string[], stemAt: (source: string) => string): string[] {
  const alike = new Map<string, string[]>()
  for (const source of sources) alike.set(stemAt(source), [...(alike.get(stemAt(source)) ?? []), source])
  return sources.map((source) => {
    const stem = stemAt(source)
    const others = alike.get(stem)!
    if (others.length === 1) return stem
    const tells = [extensionOf, folderNameOf].find((name) => new Set(others.map(name)).size === others.length)
    return tells === undefined ? `${stem}-${folderNameOf(source)}-${extensionOf(source)}` : `${stem}-${tells(source)}`
  })
}

const extensionOf = (source: string): string => extname(nameOf(source).replace(/\.gz$/i, '')).slice(1).toLowerCase()
const folderNameOf = (source: string): string => basename(dirname(resolve(source)))

/** `data/2024/x.csv.gz` → `x` */
const stemOf = (source: string): string =>
  basename(nameOf(source))
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')

/** As a path. What comes from the web goes where the user is, under the name that its address ends with. */
const nameOf = (source: string): string => (source === '-' ? 'stdin' : isFilePath(source) ? source : nameOfAddress(source))

const LONGEST_NAME = 100

function nameOfAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const last = url?.pathname.split('/').findLast((segment) => segment !== '') ?? url?.hostname ?? ''
  return decoded(last)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .slice(-LONGEST_NAME)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The folders between the one that was named and the source. */
function folderBelow(source: string, expanded: readonly Expanded[]): string {
  const argument = expanded.find(({ names }) => names.includes(source))?.argument ?? source
  if (source === '-' || argument === source) return '.'
  const below = relative(isFolder(argument) ? argument : fixedPart(argument), dirname(source))
  return below.startsWith('..') ? '.' : below
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Of a pattern: the folders before its first glob character. */
function fixedPart(pattern: string): string {
  const [fixed = ''] = /^[^*?[{(!]*/.exec(pattern) ?? []
  return fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.'
}

function refuseClashes(places: readonly OutputPlace[], sources: readonly string[]): void {
  const inputs = new Set(sources.filter((source) => source !== '-').map((source) => fileIdentity(source)))
  const taken = new Map<string, string>()
  for (const { source, output, changeLog } of places) {
    for (const [option, path] of [
      ['--out', output],
      ['--changes', changeLog],
    ] as const) {
      if (path === undefined || path === '-') continue
      if (inputs.has(fileIdentity(path))) throw new ScdlError('bad-option-value', { option, value: path, expected: 'other-place' })
      if (option === '--changes' && output !== '-' && resolve(path) === resolve(output)) {
        throw new ScdlError('bad-option-value', { option, value: path, expected: 'own-place' })
      }
      const other = taken.get(resolve(path))
      if (other !== undefined) throw new ScdlError('same-output', { path, sources: [other, source] })
      taken.set(resolve(path), source)
    }
  }
}
