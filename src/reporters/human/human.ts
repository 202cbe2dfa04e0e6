// The report for readers: verdict, what was read, then what there is to do, by who can do it. In the language of the messages.
import type { Report, Verdict } from '../../core/reportTypes.js'
import { shorten } from '../../messages/visible.js'
import { totalsByFolder } from '../byFolder.js'
import type { Reporter, ReporterContext, Style } from '../reporter.js'
import { verdictCounts } from '../verdictCounts.js'
import { type ConvertedView, conversionLines, conversionVerdict, headLines as convertedHead } from './conversion.js'
import { headParagraphs, schemaParagraph, verdictSentence } from './headParagraphs.js'
import { type Layout, sectionLines, stepLines, wrap } from './layout.js'
import { nextSteps } from './nextSteps.js'
import { noteEntries } from './notes.js'
import type { TableView } from './section.js'
import { tableSections } from './tableSections.js'

const FOLDER_WIDTH = 120
const MIN_WIDTH = 60
const MAX_WIDTH = 100
const SIGNS = { valid: '✔', convertible: '✎', invalid: '✖' } as const
const COLOURS = { valid: 'green', convertible: 'yellow', invalid: 'red' } as const satisfies Record<string, keyof Style>

export const human: Reporter = (report, context) => {
  const layout: Layout = { style: context.style, width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, context.width)) }
  const several = report.files.length > 1
  const blocks = report.files.map((listed) => {
    // Every code has something to show, even those for which the list had no room.
    const table = listed.samples === undefined ? listed : { ...listed, diagnostics: [...listed.diagnostics, ...listed.samples] }
    const view: TableView = { ...context, table }
    if (table.conversion !== undefined) return convertedLines({ ...view, conversion: table.conversion }, layout, several)
    if (context.quiet === true || (several && table.valid)) return verdictLines(view, layout, several)
    return several ? [...tableLines(view, layout, []), ''] : tableLines(view, layout, schemaParagraph(view))
  })
  const lines = blocks.flat()
  if (several) lines.push(...summaryLines(report, context, layout))
  return `${lines.join('\n')}\n`
}

function verdictLines(view: TableView, layout: Layout, several: boolean): string[] {
  const { table, messages } = view
  const aside =
    several && table.valid
      ? ` ${(table.schema?.type === 'jsonschema' ? messages.report.json : messages.report).among(table.stats.rows, table.stats.warnings, table.known?.findings ?? 0)}`
      : ''
  return signedLines(`${verdictSentence(view)}${aside}`, table.verdict, layout)
}

function signedLines(sentence: string, verdict: Verdict, { style, width }: Layout): string[] {
  const [first = '', ...rest] = wrap(sentence, width, '  ', '  ')
  return [`${style[COLOURS[verdict]](SIGNS[verdict])} ${style.bold(first.slice(2))}`, ...rest.map((line) => style.bold(line))]
}

function convertedLines(view: ConvertedView, layout: Layout, several: boolean): string[] {
  const { remaining } = view.conversion
  const verdict = remaining === undefined ? 'invalid' : remaining.valid ? 'valid' : 'convertible'
  const lines = signedLines(conversionVerdict(view), verdict, layout)
  if (view.quiet === true) return lines
  if (several && remaining?.valid === true) return [...lines, ...convertedHead(view, layout, [])]
  return [...lines, ...(several ? [...conversionLines(view, layout, []), ''] : conversionLines(view, layout, schemaParagraph(view)))]
}

function summaryLines(report: Report, { messages, style, groupBy, quiet }: ReporterContext, { width }: Layout): string[] {
  const lines = (sentence: string): string[] => ['', ...wrap(sentence, width, '', '').map((line) => style.bold(line))]
  const told = new Set(report.files.flatMap((table) => schemaParagraph({ table, messages }, true)))
  const schemas = quiet === true || told.size === 0 ? [] : ['', ...[...told].flatMap((sentence) => wrap(sentence, width, '', ''))]
  if (report.files.some(({ conversion }) => conversion !== undefined)) {
    const valid = report.files.filter(({ conversion }) => conversion?.remaining?.valid === true).length
    return [...schemas, ...lines(messages.conversion.summaryOf({ all: report.files.length, valid, notYet: report.files.length - valid }))]
  }
  const folders = groupBy === 'folder' ? ['', ...folderLines(report, messages, width)] : []
  return [...folders, ...schemas, ...lines(messages.report.summary(verdictCounts(report.files)))]
}

const folderLines = (report: Report, messages: ReporterContext['messages'], width: number): string[] =>
  totalsByFolder(report.files).flatMap(({ folder, files, errors }) =>
    wrap(messages.report.folder(shorten(folder, FOLDER_WIDTH), files, errors), width, '', '  '),
  )

/** `about`: paragraphs of the head after those on the data. */
function tableLines(view: TableView, layout: Layout, about: readonly string[]): string[] {
  const { table, messages } = view
  const titles = messages.report.sections
  const notes = noteEntries(view)
  return [
    ...verdictLines(view, layout, false),
    ...[...headParagraphs(view, notes.length > 0), ...about].flatMap((paragraph) => wrap(paragraph, layout.width, '  ', '  ')),
    ...tableSections(view).flatMap((section) => sectionLines(section, layout)),
    ...(notes.length > 0 ? sectionLines({ title: titles.notes, amount: '', entries: notes }, layout) : []),
    ...stepLines(nextSteps(view, table.stats.errors <= COMPLETE_UP_TO), titles.next, layout),
  ]
}

/** Below this many errors, what the report shows is all there is. */
const COMPLETE_UP_TO = 12
