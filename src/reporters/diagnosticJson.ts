import { pageOf } from '../codes.js'
import type { Diagnostic } from '../core/diagnostic.js'
import type { ReporterContext } from './reporter.js'

/** A finding as the published schema of the report describes it; absent members are left out when it is written. */
export function diagnosticJson(diagnostic: Diagnostic, { say }: ReporterContext): object {
  const { code, type, severity, row, rowEnd, line, character, pointer, column, field, label, cell, suggestion, repair, details } =
    diagnostic
  const detailed = Object.keys(details).length > 0 ? { details } : {}
  return {
    code,
    type,
    severity,
    page: pageOf(code),
    row,
    rowEnd,
    line,
    character,
    pointer,
    column,
    field,
    label,
    cell,
    message: say(diagnostic),
    suggestion,
    repair,
    ...detailed,
  }
}
