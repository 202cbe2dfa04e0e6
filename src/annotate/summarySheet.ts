// What was found in all, and how to read the table beside.
import { say } from '../messages/index.js'
import { ruleOf } from '../reporters/place.js'
import type { CellSink, Look } from '../writers/sheet/cellSink.js'
import { fitting } from '../writers/sheet/fitting.js'
import type { XlsxSheet } from '../writers/xlsx/xlsxSheet.js'
import { MOST_NOTES } from './annotatedSheet.js'
import type { AnnotatedTable } from './annotatedTable.js'

const WIDTHS = [30, 60, 34, 12, 24]

const encoder = new TextEncoder()

export function summarySheet(table: AnnotatedTable): XlsxSheet {
  const { messages } = table
  return {
    name: messages.annotation.summary,
    widths: WIDTHS,
    frozenRows: 0,
    head() {},
    async fill(out) {
      writeHead(out, table)
      writeCounts(out, table)
      writeLegend(out, table)
      writeGeneral(out, table)
      return false
    },
  }

  function line(out: CellSink, look: Look, ...cells: (string | number)[]): void {
    for (const cell of cells) {
      if (typeof cell === 'number') {
        const digits = encoder.encode(String(cell))
        out.number(digits, 0, digits.length, 0)
      } else if (cell === '') out.skip()
      else out.string(fitting(cell, messages.page.textCut), look)
    }
    out.endRow()
  }

  function writeHead(out: CellSink, { report }: AnnotatedTable): void {
    const { page } = messages
    const { schema, stats } = report
    line(out, 'heading', page.title)
    line(out, 'text', page.file.name, report.source)
    if (schema !== undefined) {
      line(out, 'text', page.schema.title, [schema.title, schema.name, schema.version].filter((part) => part).join(' · '))
    }
    line(out, 'text', page.verdict, page.verdicts[report.verdict])
    line(out, 'text', page.file.rows, stats.rows)
    line(out, 'text', page.severityNames.error, stats.errors)
    line(out, 'text', page.severityNames.warning, stats.warnings)
    line(out, 'text', page.repairable, stats.repairableCells)
    out.endRow()
  }

  function writeCounts(out: CellSink, { report }: AnnotatedTable): void {
    if (report.counts.length === 0) return
    line(out, 'header', ...messages.annotation.counts)
    for (const { code, severity, field, label, count, repairable } of report.counts) {
      line(out, 'text', messages.page.severities[severity], ruleOf({ code }, messages).title, label ?? field ?? '', count, repairable)
    }
    out.endRow()
  }

  function writeLegend(out: CellSink, { report: { stats } }: AnnotatedTable): void {
    const { legend, how, notesCut } = messages.annotation
    line(out, 'header', legend.title)
    line(out, 'wrong', legend.wrong)
    line(out, 'doubtful', legend.doubtful)
    line(out, 'text', how)
    if (stats.errors + stats.warnings > MOST_NOTES) line(out, 'text', notesCut(MOST_NOTES))
    out.endRow()
  }

  function writeGeneral(out: CellSink, { findings }: AnnotatedTable): void {
    if (findings.general.length === 0) return
    line(out, 'header', messages.annotation.general)
    for (const diagnostic of findings.general) {
      line(out, 'text', messages.page.severities[diagnostic.severity], say(messages, diagnostic))
    }
  }
}
