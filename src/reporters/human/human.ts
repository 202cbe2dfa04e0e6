// The report for readers: verdict, what was read, then what there is to do, by who can do it. In the language of the messages.
import type { Report, TableReport } from '../../core/reportTypes.js'
import { shorten } from '../../messages/visible.js'
import type { Reporter, ReporterContext, Style } from '../reporter.js'
import { type Layout, sectionLines, stepLines, wrap } from './layout.js'
import { nextSteps } from './nextSteps.js'
import { noteEntries } from './notes.js'
import type { TableView } from './section.js'
import { amountToDo, tableSections } from './tableSections.js'

const MIN_WIDTH = 60
const MAX_WIDTH = 100
const SOURCE_WIDTH = 200
const VERSION_WIDTH = 20
const SIGNS = { valid: '✔', convertible: '✎', invalid: '✖' } as const
const COLOURS = { valid: 'green', convertible: 'yellow', invalid: 'red' } as const satisfies Record<string, keyof Style>

export const human: Reporter = (report, context) => {
  const layout: Layout = { style: context.style, width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, context.width)) }
  const several = report.files.length > 1
  const blocks = report.files.map((table) => {
    const view: TableView = { ...context, table }
    if (context.quiet === true || (several && table.valid)) return verdictLines(view, layout, several)
    return [...tableLines(view, layout), ...(several ? [''] : [])]
  })
  const lines = blocks.flat()
  if (several) lines.push(...summaryLines(report, context, layout))
  return `${lines.join('\n')}\n`
}

function verdictLines({ table, messages, style }: TableView, layout: Layout, several: boolean): string[] {
  const words = messages.report
  const said = words.verdict({ source: shorten(table.source, SOURCE_WIDTH), verdict: table.verdict, ...schemaName(table.schema) })
  const aside = several && table.valid ? ` ${words.among(table.stats.rows, table.stats.warnings)}` : ''
  const [first = '', ...rest] = wrap(`${said}${aside}`, layout.width, '  ', '  ')
  const colour = style[COLOURS[table.verdict]]
  return [`${colour(SIGNS[table.verdict])} ${style.bold(first.slice(2))}`, ...rest.map((line) => style.bold(line))]
}

/** A schema given as a file is known by its title: its path is what the reader has just typed. */
function schemaName(schema: TableReport['schema']): { schema: string; title?: string; version?: string } {
  if (schema === undefined) return { schema: '' }
  const { name, title, version, origin } = schema
  const registered = origin === 'shipped' || origin === 'cache' || origin === 'registry'
  return {
    schema: shorten(name, SOURCE_WIDTH),
    ...(registered || title === undefined ? {} : { title: shorten(title, SOURCE_WIDTH) }),
    ...(version === undefined ? {} : { version: shorten(version, VERSION_WIDTH) }),
  }
}

function summaryLines(report: Report, { messages, style }: ReporterContext, { width }: Layout): string[] {
  const having = (verdict: TableReport['verdict']): number => report.files.filter((table) => table.verdict === verdict).length
  const files = { all: report.files.length, valid: having('valid'), convertible: having('convertible'), invalid: having('invalid') }
  return ['', ...wrap(messages.report.summary(files), width, '', '').map((line) => style.bold(line))]
}

function tableLines(view: TableView, layout: Layout): string[] {
  const { table, messages } = view
  const titles = messages.report.sections
  const notes = noteEntries(view)
  return [
    ...verdictLines(view, layout, false),
    ...headLines(view, notes.length > 0, layout),
    ...tableSections(view).flatMap((section) => sectionLines(section, layout)),
    ...(notes.length > 0 ? sectionLines({ title: titles.notes, amount: '', entries: notes }, layout) : []),
    ...stepLines(nextSteps(view, table.stats.errors <= COMPLETE_UP_TO), titles.next, layout),
  ]
}

/** Below this many errors, what the report shows is all there is. */
const COMPLETE_UP_TO = 12

function headLines(view: TableView, remarks: boolean, { width }: Layout): string[] {
  const { table, messages } = view
  const words = messages.report
  const { rows, columns, errors, invalidRows } = table.stats
  const paragraphs: string[] = []
  if (columns > 0 && table.rowsNotChecked === true) {
    paragraphs.push(`${words.read(undefined, columns, table.format)} ${words.rowsNotChecked}`)
  } else if (columns > 0) {
    const todoColumns = table.columns.filter(({ invalid, nearMiss }) => invalid > 0 && nearMiss === undefined).length
    const state = table.valid
      ? words.valid(rows, remarks)
      : words.state({ rows, rightRows: rows - invalidRows, todo: amountToDo(view), todoColumns, errors })
    paragraphs.push(`${words.read(rows, columns, table.format)} ${state}`)
  }
  for (const fault of table.diagnostics) {
    if (fault.code.startsWith('file/') && fault.severity === 'error') paragraphs.push(view.say(fault))
  }
  return paragraphs.flatMap((paragraph) => wrap(paragraph, width, '  ', '  '))
}
