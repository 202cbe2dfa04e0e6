// Annotations for GitHub's workflows: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
// A step shows ten of each level: one tells of all findings that are alike, and files take turns.
import { pageOf } from '../codes.js'
import type { Diagnostic, Severity } from '../core/diagnostic.js'
import type { Count, TableReport } from '../core/reportTypes.js'
import { shorten, visible } from '../messages/visible.js'
import { verdictSentence } from './human/headParagraphs.js'
import { lineOf, pathOf, placeOf, ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'

const MAX_OF_A_LEVEL = 10
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>
const SEVERITIES = ['error', 'warning', 'info'] as const
const SIGNS = { valid: '✔', convertible: '✎', invalid: '✖' } as const
const PATH_WIDTH = 1000
const TITLE_WIDTH = 200
const MESSAGE_WIDTH = 2000

interface Annotation {
  severity: Severity
  text: string
}

export const github: Reporter = (report, context) => {
  const byTable = report.files.map((table) => annotations(table, context))
  const longest = byTable.reduce((most, { length }) => Math.max(most, length), 0)
  const inTurns = Array.from({ length: longest }, (_, i) => byTable.flatMap((found) => found[i] ?? [])).flat()
  const lines = SEVERITIES.flatMap((severity) => {
    const found = inTurns.filter((annotation) => annotation.severity === severity).map(({ text }) => text)
    if (found.length <= MAX_OF_A_LEVEL) return found
    const shown = found.slice(0, MAX_OF_A_LEVEL - 1)
    const more = context.messages.page.moreAnnotations(found.length - shown.length)
    return [...shown, command(severity, { title: context.messages.page.title }, more)]
  })
  const verdicts = report.files.map((table) => `${SIGNS[table.verdict]} ${verdictSentence({ ...context, table })}`)
  return `${[...lines, ...verdicts.map(withoutCommand)].join('\n')}\n`
}

/** One for each code of each column, most frequent first. */
function annotations(table: TableReport, context: ReporterContext): Annotation[] {
  const counts = table.counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  return counts.map((count) => ({ severity: count.severity, text: annotation(count, table, context) }))
}

function annotation(count: Count, table: TableReport, { say, messages }: ReporterContext): string {
  const first = table.diagnostics.find((diagnostic) => isOf(diagnostic, count))
  const rule = ruleOf(count, messages)
  const page = pageOf(count.code)
  const place = first === undefined ? count.field : placeOf(first, messages)
  const path = pathOf(table.source)
  // An address is no file of the repository, and a name that would have to be changed finds none: they stand in the title.
  const isFile = path !== undefined && path.length <= PATH_WIDTH && visible(path) === path && !/^[a-z][a-z\d+.-]+:\/\//i.test(path)
  const title = [...(isFile ? [] : [table.source]), ...(place === undefined ? [] : [place]), rule.title].join(' · ')
  const more = count.count > 1 ? ` ${messages.page.alike(count.count - 1)}` : ''
  const line = first === undefined ? undefined : lineOf(first, table)
  return command(
    count.severity,
    {
      ...(isFile ? { file: path } : {}),
      ...(line === undefined ? {} : { line: String(line) }),
      ...(first?.character === undefined ? {} : { col: String(first.character) }),
      title: shorten(title, TITLE_WIDTH),
    },
    [
      shorten(`${first === undefined ? rule.help : say(first)}${more}`, MESSAGE_WIDTH),
      ...(page === undefined ? [] : [messages.page.explained(page)]),
    ].join('\n'),
  )
}

const isOf = (diagnostic: Diagnostic, { code, field, label }: Count): boolean =>
  diagnostic.code === code && diagnostic.field === field && (field !== undefined || label === undefined || diagnostic.label === label)

function command(severity: Severity, properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(message)}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Nor is a plain line a command, in the new form or in the old one. */
const withoutCommand = (line: string): string => line.replaceAll('##[', '## [').replaceAll('::', ': :')
