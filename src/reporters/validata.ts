// The answer of Validata's API, member by member. One file is one answer; several are an array of answers.
import type { Diagnostic } from '../core/diagnostic.js'
import type { Report, TableReport } from '../core/reportTypes.js'
import { jsonText } from './jsonText.js'
import { escapeMarkdown } from './markdownText.js'
import { ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'

export const validata: Reporter = (report, context) => {
  const answers = report.files.map((table) => jsonText(answer(table, report, context)))
  return answers.length === 1 ? `${answers[0]}\n` : `[${answers.map((text) => `\n${text}`).join(',')}\n]\n`
}

function answer(table: TableReport, report: Report, context: ReporterContext): object {
  const { source, schema, stats, valid } = table
  const request = {
    schema: schema?.name ?? '',
    url: source,
    options: { ignore_header_case: String(context.ignoreHeaderCase ?? false) },
    ...(context.date === undefined ? {} : { date: context.date.toISOString().replace('Z', '+00:00') }),
    version: report.scdl,
  }
  // Nothing could be read: Validata then refuses the request.
  const refused =
    stats.columns === 0 ? table.diagnostics.find(({ severity, code }) => severity === 'error' && code.startsWith('file/')) : undefined
  if (refused !== undefined) return { ...request, error: { message: message(refused, context), type: refused.type } }
  return {
    ...request,
    report: {
      valid,
      stats: {
        errors: stats.errors,
        warnings: stats.warnings,
        seconds: Math.round(report.stats.seconds * 1000) / 1000,
        fields: stats.columns,
        rows: stats.rows,
        rows_processed: table.rowsNotChecked === true ? 0 : stats.rows,
      },
      warnings: table.diagnostics
        .filter(({ severity }) => severity === 'warning')
        .map((found) => `${ruleOf(found, context.messages).title} : ${message(found, context)}`),
      errors: validataErrors(table, context),
    },
  }
}

export interface ValidataError {
  title: string
  message: string
  type: string
  tags: readonly string[]
  rowNumber?: number
  fieldName?: string
  fieldNumber?: number
  cell?: string
}

/** In the order of the report; a run of blank rows is one error per row, as Validata counts them. */
export function validataErrors(table: TableReport, context: ReporterContext): ValidataError[] {
  let absent = 0
  return table.diagnostics
    .filter(({ severity }) => severity === 'error')
    .flatMap((found) => {
      const { code, row, rowEnd = row, column, field, label, cell, type } = found
      const isLabel = code === 'header/missing-label' || code === 'header/missing-column'
      // Validata numbers absent columns after those of the file.
      const fieldNumber = isLabel ? table.stats.columns + ++absent : column
      const name = field ?? label
      const error: ValidataError = {
        title: ruleOf(found, context.messages).title,
        message: message(found, context),
        type,
        tags: tagsOf(found),
        ...(row === undefined || !isBody(code) ? {} : { rowNumber: row }),
        ...(name === undefined ? {} : { fieldName: name }),
        ...(fieldNumber === undefined ? {} : { fieldNumber }),
        ...(cell === undefined ? {} : { cell }),
      }
      if (row === undefined || rowEnd === undefined || code !== 'row/blank') return [error]
      return Array.from({ length: rowEnd - row + 1 }, (_, i) => ({ ...error, rowNumber: row + i }))
    })
}

/** Validata's messages are Markdown. */
const message = (found: Diagnostic, { say }: ReporterContext): string => escapeMarkdown(say(found))

const isBody = (code: string): boolean => code.startsWith('row/') || code.startsWith('cell/')

const CELL = ['#table', '#row', '#cell']
const LABEL = ['#table', '#header', '#label']

/** Where a fault stands, in Frictionless's words; Validata's own checks have a word of theirs. */
function tagsOf({ code, type }: Diagnostic): readonly string[] {
  if (type === 'check-error') return ['#structure']
  if (code.startsWith('cell/') || type === 'extra-cell' || type === 'missing-cell') return CELL
  if (code.startsWith('header/')) return LABEL
  if (FRICTIONLESS_ROWS.has(type)) return ['#table', '#row']
  return code.startsWith('row/') && type !== 'encoding-error' && type !== 'source-error' ? ['#body'] : ['#table']
}

const FRICTIONLESS_ROWS: ReadonlySet<string> = new Set(['blank-row', 'primary-key', 'foreign-key', 'unique-error', 'row-error'])
