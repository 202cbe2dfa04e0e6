// One object, described by report.schema.json. Written in pieces, one finding per line, so that a report of any length takes no room.
// It holds all of a report, so that node/readReport.ts reads it back and reports can be merged.
import type { Conversion, Failure, TableReport } from '../core/reportTypes.js'
import { diagnosticJson } from './diagnosticJson.js'
import { runsOfDiagnostics } from './everyDiagnostic.js'
import { jsonText } from './jsonText.js'
import type { Reporter, ReporterContext } from './reporter.js'

export const json: Reporter = async function* (report, context) {
  const { scdl, verdict, valid, settings, shard } = report
  const stats = { ...report.stats, seconds: Math.round(report.stats.seconds * 1000) / 1000 }
  yield `{ ${members({ scdl, verdict, valid, stats, settings, shard })},\n`
  if (report.failures !== undefined) yield `  "failures": ${lines(report.failures.map((failure) => failureJson(failure, context)))},\n`
  yield '  "files": ['
  for (const [i, table] of report.files.entries()) {
    yield i === 0 ? '\n' : ',\n'
    yield* tableJson(table, context)
  }
  yield ' ] }\n'
}

async function* tableJson(table: TableReport, context: ReporterContext): AsyncIterable<string> {
  const { source, verdict, valid, schema, format, stats, rowsNotChecked, columns, counts, truncated, samples, faultyRows } = table
  const { afterRenaming, known, conversion } = table
  yield `    { ${members({ source, verdict, valid, schema, format, stats, rowsNotChecked })},\n`
  const plainColumns = columns.map(({ groups: _groups, ...column }) => column)
  yield `      "columns": ${lines(plainColumns)},\n      "counts": ${lines(counts)},\n      "diagnostics": [`
  let end = ''
  for await (const run of runsOfDiagnostics(table)) {
    if (run.length === 0) continue
    const text = run.map((diagnostic) => `\n        ${jsonText(diagnosticJson(diagnostic, context))}`).join(',')
    yield end === '' ? text : `,${text}`
    end = ' '
  }
  yield `${end}],\n      "truncated": ${truncated}`
  const groups = columns.flatMap(({ column, groups = [] }) => groups.map((group) => ({ column, ...group })))
  if (groups.length > 0) yield `,\n      "groups": ${lines(groups)}`
  if (samples !== undefined) yield `,\n      "samples": ${lines(samples.map((diagnostic) => diagnosticJson(diagnostic, context)))}`
  if (faultyRows.length > 0) yield `,\n      "faultyRows": ${lines(faultyRows)}`
  if (afterRenaming !== undefined) {
    const later = afterRenaming.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, context))
    yield `,\n      "afterRenaming": { "errors": ${afterRenaming.errors},\n      "counts": ${lines(afterRenaming.counts)},\n      "diagnostics": ${lines(later)} }`
  }
  if (known !== undefined) {
    const accepted = known.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, context))
    yield `,\n      "known": { "findings": ${known.findings},\n      "counts": ${lines(known.counts)},\n      "diagnostics": ${lines(accepted)} }`
  }
  if (conversion !== undefined) yield* conversionJson(conversion, context)
  yield ' }'
}

function failureJson({ source, code, details, place }: Failure, { messages }: ReporterContext): object {
  const message = code === 'defect' ? String(details.reason) : messages.requests[code](details)
  return { source, code, message, details, place }
}

async function* conversionJson(conversion: Conversion, context: ReporterContext): AsyncIterable<string> {
  const { output, changeLog, rows, cells, changes, diff, doubts, guesses, contested, remaining } = conversion
  yield `,\n      "conversion": { ${members({ output, changeLog, rows, cells, doubts, guesses, contested })},\n`
  yield `      "changes": ${lines(changes)}${diff === undefined ? '' : `,\n      "diff": ${lines(diff)}`}`
  if (remaining !== undefined) {
    yield ',\n      "remaining":\n'
    yield* tableJson(remaining, context)
  }
  yield ' }'
}

/** Members without the braces around them; absent ones are left out. */
const members = (object: object): string => jsonText(object).slice(1, -1)

const lines = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `        ${jsonText(item)}`).join(',\n')} ]`
