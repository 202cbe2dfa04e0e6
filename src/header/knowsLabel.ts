// Which labels belong to a schema, whatever their spelling: what the search for the header row asks.
import type { Schema } from '../core/schema.js'
import { foldArticles, foldWording } from './foldLabel.js'
import { LONGEST_LABEL, type MatchOptions, spellingsOf } from './matchHeader.js'

/** The test holds for the names, titles and aliases of the schema's fields, without regard to case, accents, punctuation and articles. */
export function knowsLabel(schema: Schema, options: Pick<MatchOptions, 'aliases'> = {}): (label: string) => boolean {
  const names = new Set(schema.fields.map(({ name }) => name))
  let folded: Set<string> | undefined
  const spellings = (): Set<string> =>
    new Set(schema.fields.flatMap((field) => spellingsOf(field, options).flatMap(foldings)).filter((text) => text !== ''))
  return (label) => {
    if (names.has(label)) return true
    if (label.length > LONGEST_LABEL) return false
    folded ??= spellings()
    const known = folded
    return foldings(label).some((text) => known.has(text))
  }
}

const foldings = (label: string): string[] => [foldArticles(label), foldWording(label).ordered]
