// The list of changes as a CSV for a spreadsheet: a byte-order mark, and the separator that the language's Excel expects.
import type { Change } from '../core/change.js'
import { columnLetters } from '../messages/columnLetters.js'
import type { Messages } from '../messages/messages.js'
import { spreadsheetText } from './spreadsheetText.js'

const MARK = '\ufeff'

export interface ChangeLog {
  head: string
  lines(changes: readonly Change[]): string
}

export function changeLog({ conversion: { log }, page: { listSeparator } }: Messages): ChangeLog {
  const rules: Readonly<Record<string, string>> = log.rules
  const special = new RegExp(`["\\r\\n${listSeparator}]`)
  const quote = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (cells: readonly string[]): string => `${cells.join(listSeparator)}\r\n`
  const lineOf = ({ row, column, name, before, after, rule, certainty }: Change): string =>
    line([
      String(row),
      column === undefined ? '' : columnLetters(column),
      quote(spreadsheetText(name)),
      quote(spreadsheetText(before)),
      quote(spreadsheetText(after)),
      quote(rules[rule] ?? rule),
      quote(log.certainties[certainty]),
    ])
  return { head: MARK + line(log.columns.map(quote)), lines: (changes) => changes.map(lineOf).join('') }
}
