import { codes } from '../codes.js'
import type { TableReport } from '../core/reportTypes.js'

/** The codes that are found, in the order of the registry; those that it does not know come last. */
export function codesFound(files: readonly TableReport[]): readonly string[] {
  const found = new Set<string>()
  for (const { counts, diagnostics, afterRenaming } of files) {
    for (const { code } of [...counts, ...diagnostics, ...(afterRenaming?.diagnostics ?? [])]) found.add(code)
  }
  return [...Object.keys(codes).filter((code) => found.delete(code)), ...found]
}
