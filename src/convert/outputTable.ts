// The table as it is written, checked while it is written: what `scdl validate` would say of it.
import type { BoundRowCheck } from '../core/boundRowCheck.js'
import type { Column } from '../core/compileColumn.js'
import type { EarlyFinding, Table, TableLayout } from '../core/compileTable.js'
import type { TableReport } from '../core/reportTypes.js'
import type { MatchOptions } from '../header/matchHeader.js'
import { openRecorders } from '../openRecorders.js'
import { sayUncheckedKeys } from '../sayUncheckedKeys.js'
import { startTable } from '../startTable.js'
import { tableReport } from '../tableReport.js'
import type { ValidateOptions } from '../validateOptions.js'

export interface OutputTable {
  columns: readonly Column[]
  /** Checks across the cells of a row. */
  checks: readonly BoundRowCheck[]
  besideData: TableLayout['besideData']
  /** Hears every row that is written. */
  table: Table
  /** Hears what the reader found amiss and the output still has, at its place in the output, before the rows from there on. */
  carry(finding: EarlyFinding): void
  /** After the last row; `bytes`: the size of the file. */
  report(source: string, bytes: number): TableReport
}

export function openOutputTable(labels: readonly string[], options: ValidateOptions): OutputTable {
  const { schema, aliases, facts, faults } = options.schema
  const recorders = openRecorders(options)
  for (const { code, details } of faults) recorders.recorder.add(code, {}, () => details)
  sayUncheckedKeys(options, recorders.recorder)
  const matching: MatchOptions = { ignoreCase: options.ignoreHeaderCase ?? false, ...(aliases === undefined ? {} : { aliases }) }
  const { header, columns, layout, table, unchecked } = startTable(
    { labels, row: 1 },
    { schema, matching, ...recorders, despiteDuplicates: true },
  )
  if (columns === undefined || layout === undefined || table === undefined) throw new Error('a table that was not laid')
  recorders.recorder.settleHead()
  return {
    columns,
    checks: layout.checks.filter(({ provisional }) => !provisional),
    besideData: layout.besideData,
    table,
    carry(finding) {
      const { code, place, details } = finding
      // Above the rows it concerns no row.
      if (place.row > 1) table.early.push(finding)
      else recorders.recorder.add(code, place, details)
    },
    report(source, bytes) {
      table.finish()
      if (table.rows === 0 && !unchecked) recorders.recorder.add('file/no-rows', {})
      const format = { name: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 1 }
      const checked = unchecked ? {} : { table, columns }
      return tableReport({ source, bytes, schema: facts, format, ...recorders, header, ...checked })
    },
  }
}
