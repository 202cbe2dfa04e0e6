// What a value of a document is called in counts: the names that lead to it, whatever its place in lists.

/** Data may use names as if they were values: so many are told apart. */
const MOST_NAMES = 2000
const MOST_PARTS = 12
const LONGEST = 200

export class FieldNames {
  readonly #known = new Set<string>()

  /** `features[].properties.nom`; undefined: the document itself, or one name too many. */
  of(path: readonly string[]): string | undefined {
    if (path.length === 0 || path.length > MOST_PARTS) return undefined
    let name = ''
    for (const part of path) name += /^\d+$/.test(part) ? '[]' : name === '' ? part : `.${part}`
    if (name.length > LONGEST) return undefined
    if (!this.#known.has(name) && this.#known.size === MOST_NAMES) return undefined
    this.#known.add(name)
    return name
  }
}
