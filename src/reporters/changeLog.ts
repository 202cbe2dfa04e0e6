// The list of changes, row by row, for a spreadsheet.
import type { Change } from '../core/change.js'
import { columnLetters } from '../messages/columnLetters.js'
import type { Messages } from '../messages/messages.js'

export interface ChangeLog {
  head: readonly string[]
  /** Of the columns, in characters. */
  widths: readonly number[]
  cells(change: Change): (string | number)[]
}

export function changeLog({ conversion: { log } }: Messages): ChangeLog {
  const rules: Readonly<Record<string, string>> = log.rules
  return {
    head: log.columns,
    widths: [9, 11, 26, 30, 30, 60, 26],
    cells: ({ row, rowEnd, column, name, before, after, rule, certainty }) => [
      rowEnd === undefined ? row : `${row}-${rowEnd}`,
      column === undefined ? '' : columnLetters(column),
      name,
      before,
      after,
      rules[rule] ?? rule,
      log.certainties[certainty],
    ],
  }
}
