import type { CheckedColumn, CompiledRowCheck } from '../../core/check.js'

/** What is left to do where not every field has its column: all of them absent, nothing; some of them, one fault of the header. */
export function absentFields(fields: readonly string[], columns: readonly (CheckedColumn | undefined)[]): CompiledRowCheck | undefined {
  const absent = [...new Set(fields.filter((_, i) => columns[i] === undefined))]
  if (absent.length === 0) return undefined
  return columns.every((column) => column === undefined) ? {} : { absent }
}
