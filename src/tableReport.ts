// What was counted and kept while a table was read, made into its report.
import type { Column } from './core/compileColumn.js'
import type { Table } from './core/compileTable.js'
import type { Code, Diagnostic } from './core/diagnostic.js'
import type { FormatFacts } from './core/format.js'
import type { HeaderMatch } from './core/headerMatch.js'
import type { Recorder } from './core/report.js'
import type { ColumnReport, KnownReport, SchemaFacts, TableReport, Verdict } from './core/reportTypes.js'

export interface TableRun {
  source: string
  bytes: number
  schema: SchemaFacts
  format: FormatFacts
  recorder: Recorder
  provisional: Recorder
  /** Absent: there was nothing to read. */
  header?: HeaderMatch | undefined
  /** Absent: the rows were not checked. */
  table?: Table | undefined
  columns?: readonly Column[] | undefined
}

export function tableReport(run: TableRun): TableReport {
  const { recorder, provisional, table, header, columns = [] } = run
  for (const column of columns) column.tell(column.provisional ? provisional : recorder)
  const counted = columns.filter((column) => !column.provisional)
  const counts = recorder.counts()
  const report: TableReport = {
    source: run.source,
    verdict: verdictOf(recorder, provisional),
    valid: recorder.stats.errors === 0,
    schema: run.schema,
    format: run.format,
    stats: {
      rows: table?.rows ?? 0,
      columns: header?.columns.length ?? 0,
      ...recorder.stats,
      invalidRows: table?.invalidRows ?? 0,
      invalidCells: counted.reduce((total, column) => total + column.invalid, 0),
      repairableCells: counted.reduce((total, column) => total + column.repairable(), 0),
      bytes: run.bytes,
    },
    columns: columnReports(run),
    counts,
    diagnostics: withSuggestions(recorder.head(), columns),
    truncated: recorder.truncated,
    ...(recorder.samples.length === 0 ? {} : { samples: withSuggestions(recorder.samples, columns) }),
    faultyRows: table?.faultyRows ?? [],
  }
  if (header !== undefined && table === undefined) report.rowsNotChecked = true
  if (columns.some((column) => column.provisional)) {
    report.afterRenaming = {
      errors: provisional.stats.errors,
      counts: provisional.counts(),
      // The first of each code, whatever came before it: of every count something is said.
      diagnostics: withSuggestions([...provisional.head(), ...provisional.samples], columns),
    }
  }
  if (recorder.known !== undefined) report.known = knownReport(recorder.known, columns)
  if (recorder.spooled) {
    Object.defineProperty(report, 'rest', {
      enumerable: false,
      value: async function* () {
        for await (const diagnostic of recorder.tail()) yield withSuggestion(diagnostic, columns)
      },
    })
  }
  return report
}

export function knownReport({ faults, recorder }: NonNullable<Recorder['known']>, columns: readonly Column[] = []): KnownReport {
  const { errors, warnings } = recorder.stats
  return {
    findings: errors + warnings,
    counts: recorder.counts(),
    diagnostics: withSuggestions(recorder.head(), columns),
    found: faults.found(),
    absent: faults.absent(),
  }
}

function verdictOf(recorder: Recorder, provisional: Recorder): Verdict {
  if (recorder.stats.errors === 0) return 'valid'
  const left = [...recorder.counts(), ...provisional.counts()].some(
    ({ severity, count, repairable }) => severity === 'error' && repairable < count,
  )
  return left ? 'invalid' : 'convertible'
}

function columnReports({ header, table, columns }: TableRun): ColumnReport[] {
  const proofs = header?.columns ?? []
  if (columns === undefined) return proofs.map(({ column, label }) => ({ column: column + 1, label, filled: 0, invalid: 0 }))
  return columns.map((column) => {
    const proof = proofs[column.index]?.proof
    const groups = column.groups()
    return {
      column: column.index + 1,
      label: column.label,
      ...(column.names.field === undefined ? {} : { field: column.names.field }),
      filled: table?.filled(column.index) ?? 0,
      invalid: column.invalid,
      ...(column.provisional && proof !== undefined ? { nearMiss: proof } : {}),
      ...(groups.length === 0 ? {} : { groups }),
    }
  })
}

function withSuggestions(diagnostics: readonly Diagnostic[], columns: readonly Column[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => withSuggestion(diagnostic, columns))
}

/** Nothing else is to be written in the cell. */
const WITHOUT_SUGGESTION: readonly Code[] = ['row/extra-cell', 'cell/unique', 'cell/native-value', 'cell/native-display']

/** Suggestions wait for the end of the table: some depend on what the whole column proves. The diagnostic itself is given them. */
function withSuggestion(diagnostic: Diagnostic, columns: readonly Column[]): Diagnostic {
  const { column, cell, row, severity } = diagnostic
  if (column === undefined || cell === undefined || row === undefined || severity !== 'error') return diagnostic
  if (WITHOUT_SUGGESTION.includes(diagnostic.code)) return diagnostic
  const found = columns[column - 1]?.suggest(cell)
  return Object.assign(diagnostic, found)
}
