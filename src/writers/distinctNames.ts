// Names for formats in which no two columns can share one.
import type { WrittenColumn } from '../core/writer.js'

export interface DistinctNames {
  /** A label that comes again takes a number. */
  columns: string[]
  /** For the cells beyond the last column. */
  beyond: string
}

export function distinctNames(columns: readonly WrittenColumn[]): DistinctNames {
  const taken = new Set<string>()
  const names = columns.map(({ name }) => {
    const free = freeName(name, taken)
    taken.add(free)
    return free
  })
  return { columns: names, beyond: freeName('_extra', taken) }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`
  return free
}
