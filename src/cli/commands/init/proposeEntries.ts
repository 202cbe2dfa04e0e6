// From the tables of a folder and their schemas to the entries of a configuration that would name them.
import { compilePathPattern } from '../../../node/configuration/pathPattern.js'

export interface RecognisedTable {
  /** From the configuration's folder, with `/`. */
  way: string
  /** As `--schema` takes it, with its version. */
  schema: string
}

export interface ProposedEntry extends Pick<RecognisedTable, 'schema'> {
  match: string
  /** The tables that it is the first to match. */
  ways: string[]
}

/** `others`: tables that no entry may match. A pattern that would take too much gives way to the paths themselves. */
export function proposeEntries(tables: readonly RecognisedTable[], others: readonly string[]): ProposedEntry[] {
  const patterns = [...grouped(tables, ({ way, schema }) => `${schema}\n${shapeOf(way)}`)].map(([, group]) => ({
    schema: group[0]!.schema,
    match: generalise(group.map(({ way }) => way)),
    ways: group.map(({ way }) => way),
  }))
  const schemaOf = new Map<string, string | undefined>([
    ...others.map((way) => [way, undefined] as const),
    ...tables.map(({ way, schema }) => [way, schema] as const),
  ])
  const fits = ({ match, schema: own }: ProposedEntry): boolean => {
    const compiled = compilePathPattern(match)
    return compiled !== undefined && [...schemaOf].every(([way, schema]) => schema === own || compiled.match(way) === undefined)
  }
  const entries = [...grouped(patterns, ({ match, schema }) => `${schema}\n${folderOf(match)}\n${endOf(match)}`).values()]
    .flatMap((alike) => {
      const one = widened(alike)
      return one !== undefined && fits(one) ? [one] : alike
    })
    .flatMap((entry) => (fits(entry) ? [entry] : entry.ways.map((way) => ({ ...entry, match: asItself(way), ways: [way] }))))
  return [...grouped(entries, ({ match }) => match)].map(([match, same]) => ({
    match,
    schema: same[0]!.schema,
    ways: same.flatMap(({ ways }) => ways),
  }))
}

const folderOf = (match: string): string => match.slice(0, match.lastIndexOf('/') + 1)
const endOf = (match: string): string => /\.[^./*]*$/.exec(match)?.[0] ?? ''

/** A beginning of names that says what they are about. */
const TELLING = 4
/** So many tables of one schema make a folder one of such tables, whatever their names. */
const MANY = 3

/** One pattern in place of several of one folder: there will be more tables like them. undefined: they have too little in common. */
function widened(alike: readonly ProposedEntry[]): ProposedEntry | undefined {
  const [first, ...others] = alike
  if (first === undefined || others.length === 0) return undefined
  const folder = folderOf(first.match)
  const names = alike.map(({ match }) => match.slice(folder.length))
  let length = 0
  while (names.every((name) => length < name.length && name[length] === names[0]?.[length] && name[length] !== '*')) length++
  const start = names[0]?.slice(0, length) ?? ''
  if (length < TELLING && alike.length < MANY) return undefined
  const match = `${folder}${length < TELLING ? '' : start}*${endOf(first.match)}`
  return { schema: first.schema, match, ways: alike.flatMap(({ ways }) => ways) }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** What tables that one pattern could name have in common: the folders but for numbers of bodies, the name but for its figures. */
function shapeOf(way: string): string {
  const segments = way.split('/')
  const name = segments.pop() ?? ''
  return [...segments.map((segment) => folderPattern(segment) ?? segment), name.replace(/\d+/g, '0')].join('/')
}

/** A folder that is named after a body. */
function captureOf(segment: string): string | undefined {
  if (/^\d{14}$/.test(segment)) return '{siret}'
  return /^\d{9}$/.test(segment) ? '{siren}' : undefined
}

/** There will be another year. */
const folderPattern = (segment: string): string | undefined => captureOf(segment) ?? (isYear(segment) ? '*' : undefined)
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

function generalise(ways: readonly string[]): string {
  const segments = ways[0]!.split('/')
  const name = segments.pop() ?? ''
  const names = ways.map((way) => way.slice(way.lastIndexOf('/') + 1))
  const folders = uniqueCaptures(segments.map((segment) => folderPattern(segment) ?? asItself(segment)))
  return [...folders, generaliseName(name, names)].join('/')
}

/** The same body may name a folder and the one below it; a third one is any. */
function uniqueCaptures(segments: readonly string[]): string[] {
  return segments.map((segment, i) => (segments.indexOf(segment) < i && segment.startsWith('{') ? '*' : segment))
}

/** Figures that differ from name to name, and years, which will. */
function generaliseName(name: string, names: readonly string[]): string {
  const parts = names.map((each) => each.split(/(\d+)/))
  return name
    .split(/(\d+)/)
    .map((part, i) => {
      if (i % 2 === 0) return asItself(part)
      const differs = parts.some((other) => other[i] !== part)
      return differs || isYear(part) ? '*' : part
    })
    .join('')
}

/** Signs that a pattern would take for its own. */
const asItself = (text: string): string => text.replace(/[*?{}[\]\\]/g, '?')
