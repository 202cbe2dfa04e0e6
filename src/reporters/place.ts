// Where a finding stands.
import type { Diagnostic } from '../core/diagnostic.js'
import type { TableReport } from '../core/reportTypes.js'
import { columnLetters } from '../messages/columnLetters.js'
import type { Messages } from '../messages/messages.js'
import type { RuleWords } from '../messages/ruleWords.js'

/** `K2`, `K`, `ligne 70`, `lignes 118 à 122`, `ligne 12, caractère 5` of JSON; undefined: it concerns the table as a whole. */
export function placeOf({ row, rowEnd, line, character, column }: Diagnostic, { report, page }: Messages): string | undefined {
  if (row !== undefined && rowEnd !== undefined && rowEnd > row) return page.rowRange(row, rowEnd)
  if (column !== undefined) return `${columnLetters(column)}${row ?? ''}`
  if (row === undefined) return line === undefined ? undefined : report.json.line(line, character)
  return report.row(row, line)
}

/** The physical line, from 1; undefined where the file has no lines: a workbook, or the table as a whole. */
export function lineOf({ line, row }: Diagnostic, { format }: TableReport): number | undefined {
  // The header and what stands above it come without a line: they are the first ones, most often one each.
  return line ?? (format?.delimiter === undefined ? undefined : row)
}

/** The path of a source with slashes, without `./`; undefined: standard input. */
export function pathOf(source: string): string | undefined {
  if (source === '-') return undefined
  return source.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '')
}

/** What the code of a finding stands for. */
export function ruleOf({ code }: { code: string }, { rules }: Messages): RuleWords {
  const known: Readonly<Record<string, RuleWords>> = rules
  return Object.hasOwn(known, code) ? known[code]! : { title: code, help: code }
}
