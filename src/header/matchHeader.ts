// Labels to fields, each with the proof of the match: exact names bind, near misses are named and checked all the same.
import type { ColumnMatch, HeaderMatch, MatchProof } from '../core/headerMatch.js'
import type { Field, Schema } from '../core/schema.js'
import { foldAccents, foldArticles, foldCase, foldPunctuation, foldWording, stripLabel, type Wording } from './foldLabel.js'
import { readSpelling, typingDistance } from './typingDistance.js'

export interface MatchOptions {
  ignoreCase?: boolean
  /** Other labels known to stand for a field, by the field's name. */
  aliases?: Readonly<Record<string, readonly string[]>>
  /** By label, the field that the user says it stands for; '': none. It stands above all likenesses. */
  mapping?: ReadonlyMap<string, string>
}

/** A longer label is a paragraph that lost its way, not a near miss. */
export const LONGEST_LABEL = 300
/** Above as many pairs typing distances are not looked for. */
const MOST_PAIRS = 4_000_000
const CONTESTED = -2

/**
 * Matches the labels of a header with the fields of a schema. Exact names after trimming come first, then, among the columns and
 * fields still free, each kind of near miss in the order of `MatchProof`. A near miss is kept only where it is the only one of its
 * kind, on both sides.
 */
export function matchHeader(labels: readonly string[], schema: Schema, options: MatchOptions = {}): HeaderMatch {
  const columns = labels.map((raw, column): ColumnMatch => {
    const label = stripLabel(raw)
    return label === raw || label === '' ? { column, label } : { column, label, padded: true }
  })
  const columnOf = new Int32Array(schema.fields.length).fill(-1)
  const matching: Matching = { schema, columns, columnOf, contested: new Map(), outside: new Set() }

  if (options.mapping !== undefined) bindAsMapped(matching, options.mapping)
  bindExactly(matching)
  if (options.ignoreCase === true) bindAlike(matching, 'ignored-case', foldCase, nameOnly)
  bindAlike(matching, 'case', foldCase, nameOnly)
  bindAlike(matching, 'accents', foldAccents, nameOnly)
  bindAlike(matching, 'punctuation', foldPunctuation, nameOnly)
  bindByAlias(matching, options)
  bindByDistance(matching)

  const blanks = columns.filter(({ label }) => label === '').map(({ column }) => column)
  const contested = [...matching.contested].map(([field, claimants]) => ({ field, columns: claimants }))
  return { columns, columnOf, duplicates: findDuplicates(columns), blanks, disordered: isDisordered(matching), contested }
}

type Spellings = (field: Field) => readonly string[]

const nameOnly: Spellings = ({ name }) => [name]

/** The ways to write a field that a person may have in mind: its name, its title, the labels known to stand for it. */
export function spellingsOf({ name, title }: Field, { aliases = {} }: MatchOptions): string[] {
  return [name, ...(title === undefined ? [] : [title]), ...(Object.hasOwn(aliases, name) ? aliases[name]! : [])]
}

interface Matching {
  schema: Schema
  columns: ColumnMatch[]
  columnOf: Int32Array
  /** Fields that several columns stand for equally well, with these: no coarser likeness decides between them. */
  contested: Map<number, number[]>
  /** Columns that the user says stand for no field. */
  outside: Set<number>
}

function bind({ columnOf }: Matching, match: ColumnMatch, field: number, proof: MatchProof): void {
  match.field = field
  match.proof = proof
  if (columnOf[field] === -1) columnOf[field] = match.column
}

function bindAsMapped(matching: Matching, mapping: ReadonlyMap<string, string>): void {
  const claims = new Map<number, ColumnMatch[]>()
  for (const match of matching.columns) {
    const name = match.label === '' ? undefined : mapping.get(match.label)
    if (name === undefined) continue
    const field = matching.schema.fields.findIndex((candidate) => candidate.name === name)
    if (field < 0) matching.outside.add(match.column)
    else claims.set(field, [...(claims.get(field) ?? []), match])
  }
  for (const [field, matches] of claims) bindOnly(matching, field, matches, (label, name) => (label === name ? 'exact' : 'mapping'))
}

/** The one column that stands for a field; several are left, and noted. */
function bindOnly(matching: Matching, field: number, matches: ColumnMatch[], proofOf: (label: string, name: string) => MatchProof): void {
  const [match] = matches
  if (match !== undefined && matches.length === 1) bind(matching, match, field, proofOf(match.label, matching.schema.fields[field]!.name))
  else
    matching.contested.set(
      field,
      matches.map(({ column }) => column),
    )
}

/** Every column with the field's own name stands for it, even when there are two: which one is the duplicate cannot be said. */
function bindExactly(matching: Matching): void {
  const fieldOf = new Map(matching.schema.fields.map(({ name }, field) => [name, field]))
  const mapped = matching.columnOf.slice()
  for (const match of freeColumns(matching)) {
    const field = fieldOf.get(match.label)
    if (field !== undefined && mapped[field] === -1 && !matching.contested.has(field)) bind(matching, match, field, 'exact')
  }
}

function freeColumns({ columns, outside }: Matching): ColumnMatch[] {
  return columns.filter(
    ({ column, field, label }) => field === undefined && label !== '' && label.length <= LONGEST_LABEL && !outside.has(column),
  )
}

function isFree({ columnOf, contested }: Matching, field: number): boolean {
  return columnOf[field] === -1 && !contested.has(field)
}

function bindAlike(matching: Matching, proof: MatchProof, fold: (label: string) => string, spellings: Spellings): void {
  const free = freeColumns(matching)
  if (free.length === 0) return
  const fieldOf = new Map<string, number>()
  matching.schema.fields.forEach((field, index) => {
    if (!isFree(matching, index)) return
    for (const spelling of spellings(field)) {
      const key = fold(spelling)
      const other = fieldOf.get(key)
      if (key !== '') fieldOf.set(key, other === undefined || other === index ? index : CONTESTED)
    }
  })
  const columnsOf = new Map<number, ColumnMatch[]>()
  for (const match of free) {
    const field = fieldOf.get(fold(match.label))
    if (field === undefined || field === CONTESTED) continue
    const same = columnsOf.get(field)
    if (same === undefined) columnsOf.set(field, [match])
    else same.push(match)
  }
  for (const [field, matches] of columnsOf) bindOnly(matching, field, matches, () => proof)
}

/** Fewer letters may be what is left of another word. */
const SHORTEST_REST = 8

/**
 * An alias of several fields stands for the one that is left once the others have their columns: `attributaire` is who receives, unless
 * a beneficiary stands beside.
 */
function bindByAlias(matching: Matching, options: MatchOptions): void {
  const spellings: Spellings = (field) => spellingsOf(field, options)
  const known = new Map<string, Wording>()
  const wordingOf = (label: string): Wording => {
    const wording = known.get(label) ?? foldWording(label)
    known.set(label, wording)
    return wording
  }
  const folds: ((label: string) => string)[] = [
    foldArticles,
    (label) => wordingOf(label).ordered,
    (label) => wordingOf(label).sorted,
    (label) => (wordingOf(label).withoutAccented.length < SHORTEST_REST ? '' : wordingOf(label).withoutAccented),
  ]
  let free: number
  do {
    free = freeColumns(matching).length
    for (const fold of folds) bindAlike(matching, 'alias', fold, spellings)
  } while (freeColumns(matching).length < free)
  for (const fold of folds) contest(matching, fold, spellings)
}

/** A label that stands for several free fields is asked about, and none of them gets a column of its own. */
function contest(matching: Matching, fold: (label: string) => string, spellings: Spellings): void {
  const free = freeColumns(matching)
  if (free.length === 0) return
  const fieldsOf = new Map<string, Set<number>>()
  matching.schema.fields.forEach((field, index) => {
    if (!isFree(matching, index)) return
    for (const key of spellings(field).map(fold)) if (key !== '') fieldsOf.set(key, (fieldsOf.get(key) ?? new Set()).add(index))
  })
  for (const { label, column } of free) {
    const fields = fieldsOf.get(fold(label))
    if (fields === undefined || fields.size < 2) continue
    for (const field of fields) matching.contested.set(field, [...(matching.contested.get(field) ?? []), column])
  }
}

/** Names only: a slip from an alias (`SIREN` for `SIRET`) too often means something else. */
function bindByDistance(matching: Matching): void {
  const free = freeColumns(matching)
  if (free.length === 0) return
  const names = matching.schema.fields.map(({ name }) => readSpelling(name))
  if (free.length * names.length > MOST_PAIRS) return
  const offers = new Map<number, { match: ColumnMatch; distance: number }[]>()
  for (const match of free) {
    const spelling = readSpelling(match.label)
    let closest = -1
    let least = Number.POSITIVE_INFINITY
    // Fields that have their column take part: a label closer to one of them is not a slip for another.
    names.forEach((name, field) => {
      const distance = typingDistance(spelling, name)
      if (distance === undefined || distance > least) return
      closest = distance === least ? CONTESTED : field
      least = distance
    })
    if (closest < 0 || !isFree(matching, closest)) continue
    const offer = { match, distance: least }
    const others = offers.get(closest)
    if (others === undefined) offers.set(closest, [offer])
    else others.push(offer)
  }
  for (const [field, candidates] of offers) {
    const least = Math.min(...candidates.map(({ distance }) => distance))
    const best = candidates.filter(({ distance }) => distance === least)
    if (best.length === 1) bind(matching, best[0]!.match, field, 'distance')
  }
}

function findDuplicates(columns: readonly ColumnMatch[]): HeaderMatch['duplicates'] {
  const columnsOf = new Map<string, number[]>()
  for (const { label, column } of columns) {
    const same = columnsOf.get(label)
    if (same === undefined) columnsOf.set(label, [column])
    else same.push(column)
  }
  return [...columnsOf].filter(([, same]) => same.length > 1).map(([label, same]) => ({ label, columns: same }))
}

function isDisordered({ columns, columnOf }: Matching): boolean {
  const sameNames =
    columns.every(({ proof, padded }) => (proof === 'exact' || proof === 'ignored-case') && padded !== true) && !columnOf.includes(-1)
  return sameNames && (columns.length !== columnOf.length || columns.some(({ field, column }) => field !== column))
}
