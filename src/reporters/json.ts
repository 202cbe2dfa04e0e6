// One object, described by report.schema.json. Written in pieces, one finding per line, so that a report of any length takes no room.
import type { Diagnostic } from '../core/diagnostic.js'
import type { TableReport } from '../core/reportTypes.js'
import type { Reporter, ReporterContext } from './reporter.js'

/** Lines that are written together. */
const LINES_PER_PIECE = 200

export const json: Reporter = async function* (report, context) {
  const { scdl, verdict, valid } = report
  const stats = { ...report.stats, seconds: Math.round(report.stats.seconds * 1000) / 1000 }
  yield `{ ${members({ scdl, verdict, valid, stats })},\n  "files": [`
  for (const [i, table] of report.files.entries()) {
    yield i === 0 ? '\n' : ',\n'
    yield* tableJson(table, context)
  }
  yield ' ] }\n'
}

async function* tableJson(table: TableReport, context: ReporterContext): AsyncIterable<string> {
  const { source, verdict, valid, schema, format, stats, rowsNotChecked, columns, counts, truncated, afterRenaming } = table
  yield `    { ${members({ source, verdict, valid, schema, format, stats, rowsNotChecked })},\n`
  const plainColumns = columns.map(({ groups: _groups, ...column }) => column)
  yield `      "columns": ${lines(plainColumns)},\n      "counts": ${lines(counts)},\n      "diagnostics": [`
  let piece: string[] = []
  let first = true
  for await (const diagnostic of everyDiagnostic(table)) {
    piece.push(`${first ? '' : ','}\n        ${write(diagnosticJson(diagnostic, context))}`)
    first = false
    if (piece.length === LINES_PER_PIECE) {
      yield piece.join('')
      piece = []
    }
  }
  yield `${piece.join('')}${first ? '' : ' '}],\n      "truncated": ${truncated}`
  if (afterRenaming !== undefined) {
    const later = afterRenaming.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, context))
    yield `,\n      "afterRenaming": { "errors": ${afterRenaming.errors},\n      "counts": ${lines(afterRenaming.counts)},\n      "diagnostics": ${lines(later)} }`
  }
  yield ' }'
}

async function* everyDiagnostic({ diagnostics, rest }: TableReport): AsyncIterable<Diagnostic> {
  yield* diagnostics
  if (rest !== undefined) yield* rest()
}

function diagnosticJson(diagnostic: Diagnostic, { say }: ReporterContext): object {
  const { code, type, severity, row, rowEnd, line, column, field, label, cell, suggestion, repair, details } = diagnostic
  const detailed = Object.keys(details).length > 0 ? { details } : {}
  return { code, type, severity, row, rowEnd, line, column, field, label, cell, message: say(diagnostic), suggestion, repair, ...detailed }
}

/** Members without the braces around them; absent ones are left out. */
const members = (object: object): string => write(object).slice(1, -1)

const lines = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `        ${write(item)}`).join(',\n')} ]`

/** What a terminal would obey is written by its number; a reader of JSON sees the same text. */
const UNSAFE = /[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}/gu

const write = (value: object): string =>
  JSON.stringify(value).replace(UNSAFE, (sign) =>
    Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )
