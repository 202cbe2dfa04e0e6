// The texts of cells: for what is told of them, never on the way of a good cell.
import type { Batch } from './batch.js'

const decoder = new TextDecoder()

/** `cell`: its index in the batch. */
export function cellText({ bytes, start, end }: Batch, cell: number): string {
  return decoder.decode(bytes.subarray(start[cell]!, end[cell]!))
}

/** Of so many cells from `f` on. */
export function cellTexts(batch: Batch, f: number, n: number): string[] {
  return Array.from({ length: n }, (_, c) => cellText(batch, f + c))
}

/** Of the cells of a row, by its index in the batch. */
export function rowTexts(batch: Batch, r: number): string[] {
  const f = batch.first[r]!
  return cellTexts(batch, f, batch.first[r + 1]! - f)
}
