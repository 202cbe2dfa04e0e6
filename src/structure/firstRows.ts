import type { Batch } from '../core/batch.js'

/** Rows among which the header is looked for. */
export const HEADER_SEARCH_ROWS = 50

/** The texts of the first rows of a sheet's first batch, as many as the header is looked for among. */
export function firstRows({ bytes, rows, first, start, end }: Batch): string[][] {
  const decoder = new TextDecoder()
  return Array.from({ length: Math.min(rows, HEADER_SEARCH_ROWS) }, (_, r) =>
    Array.from({ length: first[r + 1]! - first[r]! }, (_, c) => {
      const i = first[r]! + c
      return decoder.decode(bytes.subarray(start[i]!, end[i]!))
    }),
  )
}
