// Row numbers as ranges, from the diagnostics that the report lists.
import type { Diagnostic } from '../../core/diagnostic.js'
import type { Ranges } from '../../messages/reportWords.js'

export function rowRanges(diagnostics: readonly Diagnostic[]): Ranges {
  const ranges: [number, number][] = []
  const placed = diagnostics.flatMap(({ row, rowEnd }): [number, number][] => (row === undefined ? [] : [[row, rowEnd ?? row]]))
  for (const [from, to] of placed.sort((a, b) => a[0] - b[0])) {
    const last = ranges.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}

export const rowsIn = (ranges: Ranges): number => ranges.reduce((total, [from, to]) => total + to - from + 1, 0)
