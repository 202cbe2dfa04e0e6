import type { Details } from '../core/diagnostic.js'

/** Says it once for each details: all findings of a fault in a column share theirs, and nobody changes them. */
export function oncePerDetails<T extends string | undefined>(say: (details: Details) => T): (details: Details) => T {
  const said = new WeakMap<Details, { words: T }>()
  return (details) => {
    let known = said.get(details)
    if (known === undefined) {
      known = { words: say(details) }
      said.set(details, known)
    }
    return known.words
  }
}
