import type { TableReport } from '../core/reportTypes.js'

/** How many files there are, and how many of each verdict: what a summary says. */
export function verdictCounts(files: readonly TableReport[]): { all: number; valid: number; convertible: number; invalid: number } {
  const counts = { all: files.length, valid: 0, convertible: 0, invalid: 0 }
  for (const { verdict } of files) counts[verdict]++
  return counts
}
