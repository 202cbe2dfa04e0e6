// Which schemas a header comes from, with the proof: what `scdl inspect` shows, and what stands for `--schema` where nobody gives one.
import type { MatchProof } from '../core/headerMatch.js'
import type { MatchedColumn, SchemaMatch } from '../core/inspectionTypes.js'
import type { SchemaFacts } from '../core/reportTypes.js'
import type { Schema } from '../core/schema.js'
import { foldArticles, stripLabel } from '../header/foldLabel.js'
import { LONGEST_LABEL, matchHeader, spellingsOf } from '../header/matchHeader.js'

/** A schema that a table may be meant for: what `readDescriptor` gives, or as much of it. */
export interface SchemaCandidate {
  schema: Schema
  facts: SchemaFacts
  /** By field: labels under which it is known in the field. */
  aliases?: Readonly<Record<string, readonly string[]>>
}

export interface Detection {
  /** The likeliest first. */
  matches: SchemaMatch[]
  /** The first of them, where nothing else comes near: it can be taken without asking. */
  clear?: SchemaMatch
}

/** What a label of this kind is worth beside the name itself. */
const STRENGTH: Readonly<Record<MatchProof, number>> = {
  exact: 1,
  'ignored-case': 1,
  mark: 1,
  mapping: 1,
  case: 0.95,
  accents: 0.95,
  punctuation: 0.9,
  alias: 0.8,
  distance: 0.7,
}
/** Of a required field, for one that may be absent: files often leave these out. */
const OPTIONAL = 0.3
/** Below, a likeness is chance. */
const LEAST_SCORE = 0.2
/** What a schema needs to be taken without asking: so many columns, and a score with its lead over the next one. */
const CLEAR_COLUMNS = 3
const CLEAR_SCORES = [
  { score: 0.6, lead: 0.12 },
  { score: 0.5, lead: 0.25 },
]
/** As many are matched closely: the others have fewer labels in common. */
const MOST_EXAMINED = 12

/** The likeliest schemas of a header row, `most` at the most. Two versions of one schema are two candidates, and rivals: give the newest. */
export function detectSchemas(labels: readonly string[], candidates: readonly SchemaCandidate[], most = 3): Detection {
  const ranked = shortlist(labels, candidates)
    .map(({ candidate, rarity }) => rate(labels, candidate, rarity))
    .filter(({ score, matched, fields }) => score >= LEAST_SCORE && matched.length >= Math.min(2, fields))
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
  const [first, second] = ranked
  const matches = ranked.slice(0, most)
  if (first === undefined) return { matches }
  const ahead = first.score - (second?.score ?? 0)
  const isClear = first.matched.length >= CLEAR_COLUMNS && CLEAR_SCORES.some(({ score, lead }) => first.score >= score && ahead >= lead)
  return isClear ? { matches, clear: first } : { matches }
}

/** By folded spelling of a field, how much it tells of its schema: 1 where no other one has it. */
type Rarity = (spelling: string) => number

interface Shortlisted {
  candidate: SchemaCandidate
  rarity: Rarity
}

/** Typing distances take time: only the candidates with most labels in common are looked at closely. */
function shortlist(labels: readonly string[], candidates: readonly SchemaCandidate[]): Shortlisted[] {
  const present = new Set(labels.filter((label) => label.length <= LONGEST_LABEL).map(foldArticles))
  present.delete('')
  const owners = new Map<string, number>()
  const rarity: Rarity = (spelling) => 1 / Math.sqrt(owners.get(spelling) ?? 1)
  const rated = candidates.map((candidate) => {
    const { fields } = candidate.schema
    const folded = foldedSpellings(candidate)
    for (const name of new Set(folded.map(([name = '']) => name))) owners.set(name, (owners.get(name) ?? 0) + 1)
    const common = folded.filter((spellings) => spellings.some((spelling) => present.has(spelling)))
    return { candidate, rarity, common: common.length, share: common.length / Math.max(1, fields.length) }
  })
  return rated
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || b.share - a.share)
    .slice(0, MOST_EXAMINED)
}

const folds = new WeakMap<SchemaCandidate, string[][]>()

/** By field, its name first. Kept: many tables are compared with the same candidates. */
function foldedSpellings(candidate: SchemaCandidate): string[][] {
  const known = folds.get(candidate)
  if (known !== undefined) return known
  const folded = candidate.schema.fields.map((field) => spellingsOf(field, candidate).map(foldArticles))
  folds.set(candidate, folded)
  return folded
}

function rate(labels: readonly string[], { schema, facts, aliases }: SchemaCandidate, rarity: Rarity): SchemaMatch {
  const header = matchHeader(labels, schema, aliases === undefined ? {} : { aliases })
  const matched: MatchedColumn[] = []
  const bound = new Set<number>()
  let explained = 0
  let found = 0
  let expected = 0
  let unexplained = 0
  const weightOf = (field: number): number => {
    const { name, constraints } = schema.fields[field]!
    return rarity(foldArticles(name)) * (isRequired(name, constraints.required, schema) ? 1 : OPTIONAL)
  }
  for (const { column, label, field, proof } of header.columns) {
    if (field === undefined || proof === undefined || bound.has(field)) {
      if (label !== '') unexplained++
      continue
    }
    bound.add(field)
    const { name } = schema.fields[field]!
    matched.push({ column: column + 1, label, field: name, proof })
    explained += STRENGTH[proof] * rarity(foldArticles(name))
    found += STRENGTH[proof] * weightOf(field)
  }
  schema.fields.forEach((_, field) => {
    expected += weightOf(field)
  })
  const precision = explained / Math.max(Number.MIN_VALUE, explained + unexplained)
  const recall = found / Math.max(Number.MIN_VALUE, expected)
  return {
    name: facts.name,
    ...(facts.version === undefined ? {} : { version: facts.version }),
    ...(facts.title === undefined ? {} : { title: facts.title }),
    score: Math.round(harmonicMean(precision, recall) * 100) / 100,
    matched,
    missing: schema.fields
      .filter(({ name, constraints }, i) => !bound.has(i) && isRequired(name, constraints.required, schema))
      .map(({ name }) => name),
    fields: schema.fields.length,
    columns: labels.length,
  }
}

const isRequired = (name: string, required: boolean | undefined, { primaryKey }: Schema): boolean =>
  required === true || primaryKey.includes(name)

const harmonicMean = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))

/** Whether a label is one that some candidate knows: what the search for a header row asks when no schema is given. */
export function knowsAnyLabel(candidates: readonly SchemaCandidate[]): (label: string) => boolean {
  const known = new Set(candidates.flatMap((candidate) => foldedSpellings(candidate).flat()))
  known.delete('')
  return (label) => label.length <= LONGEST_LABEL && known.has(foldArticles(stripLabel(label)))
}
