// One JSON object per line: each finding as it stands in the JSON report, then each table without its findings, then the run as a whole.
import type { TableReport } from '../core/reportTypes.js'
import { diagnosticJson } from './diagnosticJson.js'
import { runsOfDiagnostics } from './everyDiagnostic.js'
import { jsonText } from './jsonText.js'
import type { Reporter, ReporterContext } from './reporter.js'

export const ndjson: Reporter = async function* (report, context) {
  for (const table of report.files) yield* tableLines(table, context)
  const { scdl, verdict, valid, stats } = report
  yield line('run', { scdl, verdict, valid, stats: { ...stats, seconds: Math.round(stats.seconds * 1000) / 1000 } })
}

async function* tableLines(table: TableReport, context: ReporterContext): AsyncIterable<string> {
  const { source, verdict, valid, schema, format, stats, rowsNotChecked, columns, counts, truncated, afterRenaming } = table
  for await (const run of runsOfDiagnostics(table)) {
    yield run.map((diagnostic) => line('finding', { source, ...diagnosticJson(diagnostic, context) })).join('')
  }
  const later = afterRenaming?.diagnostics ?? []
  yield later.map((diagnostic) => line('finding-after-renaming', { source, ...diagnosticJson(diagnostic, context) })).join('')
  const plainColumns = columns.map(({ groups: _groups, ...column }) => column)
  yield line('file', { source, verdict, valid, schema, format, stats, rowsNotChecked, columns: plainColumns, counts, truncated })
}

const line = (record: string, members: object): string => `${jsonText({ record, ...members })}\n`
