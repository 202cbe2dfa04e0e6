// What a row is about, so that a reader finds it again: the name that stands in it.
import type { TableReport } from '../../core/reportTypes.js'
import type { ReportWords } from '../../messages/reportWords.js'

/** The text that names a row, for the rows that the report keeps. */
export type NameOfRow = (row: number, exceptColumn: number) => string | undefined

export function rowNames({ columns, faultyRows }: TableReport, words: ReportWords): NameOfRow {
  const naming = columns
    .filter(({ label }) => words.namesRow(label))
    .map(({ column }) => ({ column, distinct: new Set(faultyRows.map(({ cells }) => cells[column - 1] ?? '')).size }))
    .sort((a, b) => b.distinct - a.distinct)[0]
  // A name that most rows share says nothing of any.
  if (naming === undefined || naming.distinct * 2 <= faultyRows.length) return () => undefined
  const byRow = new Map(faultyRows.map(({ row, cells }) => [row, cells[naming.column - 1]]))
  return (row, exceptColumn) => (exceptColumn === naming.column ? undefined : byRow.get(row) || undefined)
}
