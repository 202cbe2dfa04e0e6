// Empty cells of several required columns, told in one entry: most often a few rows lack nearly everything.
import type { CellGroup, ColumnReport } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { shorten } from '../../messages/visible.js'
import { rowRanges, rowsIn } from './rowRanges.js'
import type { Entry, TableView } from './section.js'

const LABEL_WIDTH = 40
const LISTED_RANGES = 8

interface EmptyCells {
  group: CellGroup
  column: ColumnReport
}

/** Empty, required, in a column that is filled elsewhere. */
export function isEmptyHere({ codes, repair }: CellGroup, { filled }: ColumnReport): boolean {
  return codes.includes('cell/required') && repair === undefined && filled > 0
}

export function emptyEntry(found: readonly EmptyCells[], { table, messages }: TableView): Entry {
  const words = messages.report
  const cells = found.reduce((total, { group }) => total + group.cells, 0)
  const columns = new Set(found.map(({ column }) => column.column))
  const listed = table.diagnostics.filter(({ code, column }) => code === 'cell/required' && column !== undefined && columns.has(column))
  const ranges = rowRanges(listed)
  return {
    title: words.emptyColumns(cells, found.length),
    places: found.map(({ group, column }) => ({
      address: `${columnLetters(column.column)}${group.examples[0]?.row ?? ''}`,
      value: shorten(column.label, LABEL_WIDTH),
      ...(group.cells > 1 ? { aside: words.cells(group.cells) } : {}),
    })),
    sentences: listed.length === cells && ranges.length <= LISTED_RANGES && rowsIn(ranges) < cells ? [words.rows(ranges, 0)] : [],
  }
}
