// JUnit's XML, as Jenkins, GitLab and most others read it: a suite per file; a test for the file, its header, its rows and each column.
import { pageOf } from '../codes.js'
import type { Diagnostic } from '../core/diagnostic.js'
import type { Count, TableReport } from '../core/reportTypes.js'
import { columnLetters } from '../messages/columnLetters.js'
import { shorten } from '../messages/visible.js'
import { headParagraphs, schemaParagraph, verdictSentence } from './human/headParagraphs.js'
import { type Markup, markup, rawMarkup } from './markup.js'
import { placeOf, ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'

const NAME_WIDTH = 200
const SENTENCE_WIDTH = 1000
/** Findings told in full per test. */
const MAX_TOLD = 20

/** What is tested apart: what is wrong with it, and whether it could be tested at all. */
interface Test {
  name: string
  counts: Count[]
  findings: Diagnostic[]
  skipped?: boolean
}

export const junit: Reporter = (report, context) => {
  const suites = report.files.map((table, id) => suite(table, id, report.files.length === 1 ? report.stats.seconds : 0, context))
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>${suites}
</testsuites>
`.text
}

function suite(table: TableReport, id: number, seconds: number, context: ReporterContext): Markup {
  const tests = testsOf(table, context)
  const failures = tests.filter(({ counts }) => counts.length > 0).length
  const skipped = tests.filter((test) => test.skipped).length
  const name = shorten(table.source, NAME_WIDTH)
  const view = { ...context, table }
  const told = [verdictSentence(view), ...headParagraphs(view, false), ...schemaParagraph(view)].map((line) => markup`${line}\n`)
  const remarks = table.diagnostics.filter(({ severity }) => severity !== 'error').slice(0, MAX_TOLD)
  const schema =
    table.schema === undefined ? 'scdl' : `${table.schema.name}${table.schema.version === undefined ? '' : ` ${table.schema.version}`}`
  return markup`
  <testsuite id="${id}" name="${name}" package="${shorten(schema, NAME_WIDTH)}" hostname="localhost"${timestamp(context.date)} tests="${tests.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds.toFixed(3)}">
    <properties>
      <property name="verdict" value="${table.verdict}"/>
      <property name="rows" value="${table.stats.rows}"/>
      <property name="errors" value="${table.stats.errors}"/>
      <property name="warnings" value="${table.stats.warnings}"/>
    </properties>${tests.map((test) => testCase(test, name, context))}
    <system-out>${told}${remarks.map((diagnostic) => sentence(diagnostic, context))}</system-out>
    <system-err></system-err>
  </testsuite>`
}

/** Without a zone, as the schema of Ant asks: in UTC. */
const timestamp = (date: Date | undefined): Markup | undefined =>
  date === undefined ? undefined : markup` timestamp="${date.toISOString().slice(0, 19)}"`

function testCase({ name, counts, findings, skipped }: Test, suiteName: string, context: ReporterContext): Markup {
  const open = markup`<testcase name="${name}" classname="${suiteName}" time="0"`
  if (skipped) return markup`\n    ${open}><skipped/></testcase>`
  if (counts.length === 0) return markup`\n    ${open}/>`
  const { messages } = context
  const byTitle = new Map<string, number>()
  for (const count of counts) {
    const { title } = ruleOf(count, messages)
    byTitle.set(title, (byTitle.get(title) ?? 0) + count.count)
  }
  const message = [...byTitle].map(([title, times]) => messages.page.table.times(times, title)).join(', ')
  const left = counts.reduce((total, { count }) => total + count, 0) - Math.min(findings.length, MAX_TOLD)
  const told = findings.slice(0, MAX_TOLD).map((diagnostic) => sentence(diagnostic, context))
  return markup`\n    ${open}>
      <failure type="${counts[0]?.type}" message="${shorten(message, SENTENCE_WIDTH)}">${told}${left > 0 && rawMarkup(`${messages.report.others(left, undefined)}\n`)}${pages(counts, context)}</failure>
    </testcase>`
}

/** Where more is told of what was found. */
function pages(counts: readonly Count[], { messages }: ReporterContext): Markup[] {
  const found = new Set(counts.flatMap(({ code }) => pageOf(code) ?? []))
  return [...found].map((page) => markup`${messages.page.explained(page)}\n`)
}

function sentence(diagnostic: Diagnostic, { say, messages }: ReporterContext): Markup {
  const place = placeOf(diagnostic, messages)
  const said = say(diagnostic)
  return markup`${shorten(place === undefined ? said : messages.report.titled(place, said), SENTENCE_WIDTH)}\n`
}

function testsOf(table: TableReport, { messages }: ReporterContext): Test[] {
  const words = messages.page.tests
  const errors = table.counts.filter(({ severity, count }) => severity === 'error' && count > 0)
  const found = table.diagnostics.filter(({ severity }) => severity === 'error')
  const ofLevel = (name: string, levels: RegExp): Test => ({
    name,
    counts: errors.filter(({ code }) => levels.test(code)),
    findings: found.filter(({ code }) => levels.test(code)),
  })
  const tests = [ofLevel(words.file, /^(?:file|schema)\//)]
  if (table.schema?.type === 'jsonschema') return [...tests, ofLevel(words.values, /^json\//)]
  if (table.stats.columns === 0) return tests
  tests.push(ofLevel(words.header, /^header\//))
  const body = errors.filter(({ code }) => /^(?:row|cell)\//.test(code))
  const names = new Set(table.columns.map(({ field, label }) => field ?? label))
  const isOfRow = ({ field, label }: { field?: string; label?: string }): boolean => !names.has(field ?? label ?? '')
  const skipped = table.rowsNotChecked === true
  tests.push({ name: words.rows, counts: body.filter(isOfRow), findings: found.filter((d) => isBody(d) && isOfRow(d)), skipped })
  for (const { column, label, field, nearMiss } of table.columns) {
    if (field === undefined) continue
    const isHere = (name: string | undefined): boolean => name === field
    tests.push({
      name: shorten(`${columnLetters(column)} ${label}`, NAME_WIDTH),
      counts: body.filter((count) => isHere(count.field)),
      findings: found.filter((d) => isBody(d) && isHere(d.field)),
      // Its label has to be corrected first.
      skipped: skipped || nearMiss !== undefined,
    })
  }
  return tests
}

const isBody = ({ code }: Diagnostic): boolean => /^(?:row|cell)\//.test(code)
