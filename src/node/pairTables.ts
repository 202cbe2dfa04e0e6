// Which entry of the catalogue is which resource of a package. The catalogue names tables by the names of their schemas, most often longer
// than those of the resources (`site`, `schema-comptage-mobilites-site`), sometimes shorter (`classe-dynamique`, `dynamique`).
import type { KnownSchema } from './knownSchemas.js'

/** By resource: no two have the same entry, and the names that have most in common go together. `resources`: of the descriptor. */
export function pairTables(resources: readonly unknown[], entries: readonly KnownSchema[]): ReadonlyMap<string, KnownSchema> {
  const pairs = resources.flatMap((resource) => {
    const name = (resource as { name?: unknown } | null)?.name
    return typeof name === 'string' ? entries.map((entry) => ({ name, entry, common: commonEnding(name, shortName(entry)) })) : []
  })
  const paired = new Map<string, KnownSchema>()
  const taken = new Set<KnownSchema>()
  for (const { name, entry, common } of pairs.sort((a, b) => b.common - a.common)) {
    if (common === 0) break
    if (paired.has(name) || taken.has(entry)) continue
    paired.set(name, entry)
    taken.add(entry)
  }
  return paired
}

const shortName = ({ name }: KnownSchema): string => name.slice(name.indexOf('/') + 1)

/** What the ending of one is the whole of the other, in letters; above all where they are the same. 0: neither ends with the other. */
function commonEnding(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')) as [string, string]
  if (left === '' || right === '') return 0
  if (left === right) return Number.MAX_SAFE_INTEGER
  if (left.endsWith(right)) return right.length
  return right.endsWith(left) ? left.length : 0
}
