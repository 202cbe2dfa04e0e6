// The pipeline of `scdl validate --annotate`: validate, then read again and write the table with its findings.
import { annotatedCsv } from './annotate/annotatedCsv.js'
import type { AnnotatedTable } from './annotate/annotatedTable.js'
import { RowFindings } from './annotate/rowFindings.js'
import type { TableReport } from './core/reportTypes.js'
import type { Source } from './core/source.js'
import type { Messages } from './messages/index.js'
import { examine } from './validate.js'
import type { ValidateOptions } from './validateOptions.js'
import { onlySheets } from './writers/sheet/cellSink.js'

export interface AnnotateOptions extends ValidateOptions {
  messages: Messages
  to: 'xlsx' | 'csv'
  /** Takes the file; a chunk is valid until the next one is asked for. Not called where there is no table to write. */
  output(bytes: AsyncIterable<Uint8Array>): Promise<void>
}

/**
 * The user's own table, all its rows and columns in their places, with its findings. The report is as `validate` gives it.
 * Throws as `validate`, and `ScdlError('workbook-limit')` for a table that a workbook cannot hold. Reads the source twice.
 */
export async function annotate(source: Source, options: AnnotateOptions): Promise<TableReport> {
  const { messages, to, output, maxDiagnostics, ...rest } = options
  let width = 0
  const { report, found } = await examine(
    source,
    { ...rest, maxDiagnostics: 0 },
    {
      despiteDuplicates: true,
      follow:
        () =>
        ({ first, rows }) => {
          for (let r = 0; r < rows; r++) width = Math.max(width, first[r + 1]! - first[r]!)
        },
    },
  )
  if (found !== undefined) {
    const findings = await RowFindings.open(report)
    const table: AnnotatedTable = { report, found, findings, width: Math.max(width, found.labels.length), messages }
    await output(to === 'csv' ? annotatedCsv(table) : await workbook(table, options))
  }
  return firstOf(report, maxDiagnostics)
}

async function workbook(table: AnnotatedTable, { platform }: AnnotateOptions): Promise<AsyncGenerator<Uint8Array>> {
  const [{ writeWorkbook }, { annotatedSheet }, { summarySheet }] = await Promise.all([
    import('./writers/xlsx/writeWorkbook.js'),
    import('./annotate/annotatedSheet.js'),
    import('./annotate/summarySheet.js'),
  ])
  return writeWorkbook(onlySheets([annotatedSheet(table), summarySheet(table)]), platform ?? {})
}

const DEFAULT_MAX_DIAGNOSTICS = 1000

/** The list of findings as long as it was asked for. */
function firstOf(report: TableReport, most = DEFAULT_MAX_DIAGNOSTICS): TableReport {
  const isWhole = report.rest === undefined && report.diagnostics.length <= most
  if (most === 0 || isWhole) return report
  const { rest: _rest, diagnostics, ...facts } = report
  return { ...facts, diagnostics: diagnostics.slice(0, most), truncated: true }
}
