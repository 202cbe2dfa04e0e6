// The list of findings for a spreadsheet: a double click shows it right. The byte-order mark and, in French, the semicolon are for Excel.
import { pageOf } from '../codes.js'
import type { Diagnostic } from '../core/diagnostic.js'
import { columnLetters } from '../messages/columnLetters.js'
import { shorten } from '../messages/visible.js'
import { CSV_MARK, csvLine } from './csvLine.js'
import { everyDiagnostic, findingsIn, findingsLeft } from './everyDiagnostic.js'
import { placeOf, ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'
import { spreadsheetText } from './spreadsheetText.js'

const LINES_PER_PIECE = 200
const CELL_WIDTH = 1000
const MESSAGE_WIDTH = 2000

export const csv: Reporter = async function* (report, context) {
  const words = context.messages.page
  const line = (cells: readonly string[]): string => csvLine(cells, words.listSeparator)
  const { file, severity, title, place, row, lastRow, column, field, cell, suggestion, message, code, page } = words.columns
  yield CSV_MARK + line([file, severity, title, place, row, lastRow, column, field, cell, suggestion, message, code, page])
  for (const table of report.files) {
    const source = asText(table.source)
    let listed = 0
    let piece: string[] = []
    for await (const diagnostic of everyDiagnostic(table)) {
      listed += findingsIn(diagnostic)
      piece.push(line([source, ...cellsOf(diagnostic, context)]))
      if (piece.length === LINES_PER_PIECE) {
        yield piece.join('')
        piece = []
      }
    }
    const left = findingsLeft(table, listed)
    if (left > 0) piece.push(line([source, '', '', '', '', '', '', '', '', '', words.listCut(left), '', '']))
    yield piece.join('')
  }
}

function cellsOf(diagnostic: Diagnostic, { say, messages }: ReporterContext): string[] {
  const { severity, row, rowEnd, column, field, label, cell, suggestion, code } = diagnostic
  return [
    messages.page.severities[severity],
    ruleOf(diagnostic, messages).title,
    placeOf(diagnostic, messages) ?? '',
    String(row ?? ''),
    String(rowEnd ?? ''),
    column === undefined ? '' : columnLetters(column),
    asText(label ?? field ?? ''),
    asText(cell ?? ''),
    suggestion === '' ? messages.report.emptyCell : asText(suggestion ?? ''),
    shorten(say(diagnostic), MESSAGE_WIDTH),
    code,
    pageOf(code) ?? '',
  ]
}

const asText = (text: string): string => spreadsheetText(shorten(text, CELL_WIDTH))
