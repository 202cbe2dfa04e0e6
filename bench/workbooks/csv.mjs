// The table as a CSV.
import { LABELS, tableRows } from './table.mjs'

export function* csv(count) {
  yield `${LABELS.join(',')}\n`
  for (const cells of tableRows(count)) {
    yield `${cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)).join(',')}\n`
  }
}
