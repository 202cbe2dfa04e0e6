import type { Opened } from '../core/format.js'

/** A file that is no table, or none that can be read. `found`: a word of `file/not-a-table`. */
export function refused(found: string): Opened {
  return { facts: { name: found }, faults: [{ code: 'file/not-a-table', details: { found } }], sheets: [] }
}
