// The list of findings, with what the script needs to filter it.
import type { Diagnostic } from '../../core/diagnostic.js'
import { shorten } from '../../messages/visible.js'
import { findingsIn } from '../everyDiagnostic.js'
import { type Markup, markup } from '../markup.js'
import { placeOf, ruleOf } from '../place.js'
import { breakable } from './breakable.js'
import { explainedTitle } from './explainedPart.js'
import { glued } from './glued.js'
import { heading } from './heading.js'
import type { PageView } from './pageView.js'

const CELL_WIDTH = 120
const LABEL_WIDTH = 60
const MESSAGE_WIDTH = 1000
/** A list that is seen at a glance needs no filter. */
const FEW = 5
/** As the style says for paper. */
const PRINTED_FINDINGS = 200
const SEVERITIES = ['error', 'warning', 'info'] as const

export function findingsPart(view: PageView): Markup | undefined {
  const { id, level, table, messages, maxFindings } = view
  const { page } = messages
  const findings = table.diagnostics.slice(0, maxFindings)
  if (findings.length === 0) return undefined
  const { errors, warnings, infos } = table.stats
  const all = errors + warnings + infos
  const listed = findings.reduce((total, diagnostic) => total + findingsIn(diagnostic), 0)
  const isCut = table.truncated || table.rest !== undefined || findings.length < table.diagnostics.length
  const { place, severity, title, cell, suggestion, message } = page.columns
  return markup`<div data-findings>
${heading(level, `${id}-findings`, page.parts.findings, page.findings(all))}
${isCut && listed < all && markup`<p>${page.cut(findings.length, all)}</p>\n`}${findings.length > FEW && filter(findings, view)}<section class="scroll" aria-labelledby="${id}-findings ${id}-title" tabindex="0">
<table class="findings">
<thead><tr>${[place, severity, title, cell, suggestion, message].map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${findings.map((diagnostic) => findingRow(diagnostic, view))}</tbody>
</table>
</section>
${findings.length > PRINTED_FINDINGS && markup`<p class="on-paper">${page.printed(PRINTED_FINDINGS)}</p>\n`}</div>
`
}

function filter(findings: readonly Diagnostic[], { id, messages }: PageView): Markup {
  const words = messages.page.filter
  const codes = new Map(findings.map((diagnostic) => [diagnostic.code as string, ruleOf(diagnostic, messages).title]))
  const severities = SEVERITIES.filter((severity) => findings.some((diagnostic) => diagnostic.severity === severity))
  const options = (choices: readonly (readonly [string, string])[]): Markup[] =>
    choices.map(([value, name]) => markup`<option value="${value}">${name}</option>`)
  const select = (name: string, title: string, choices: readonly (readonly [string, string])[]): Markup =>
    markup`<p><label for="${id}-${name}">${title}</label><select id="${id}-${name}" name="${name}"><option value="">${words.all}</option>${options(choices)}</select></p>\n`
  const byTitle = [...codes].sort(([, a], [, b]) => a.localeCompare(b, messages.language))
  return markup`<fieldset class="filter" hidden data-shown="${words.shown(findings.length)}" data-none="${words.none}">
<legend>${words.title}</legend>
<p><label for="${id}-search">${words.search}</label><input id="${id}-search" name="search" type="search" autocomplete="off"></p>
${
  severities.length > 1 &&
  select(
    'severity',
    words.severity,
    severities.map((severity) => [severity, messages.page.severities[severity]]),
  )
}${codes.size > 1 && select('code', words.fault, byTitle)}${
  findings.some(({ suggestion }) => suggestion !== undefined) &&
  select('suggestion', words.suggestion, [
    ['yes', words.withSuggestion],
    ['no', words.withoutSuggestion],
  ])
}<p><button type="button">${words.reset}</button></p>
<p class="status" role="status"></p>
</fieldset>
`
}

function findingRow(diagnostic: Diagnostic, { say, messages }: PageView): Markup {
  const { severity, code, field, label, column, pointer, cell, suggestion } = diagnostic
  const { page, report } = messages
  const name = column === undefined ? pointer : (label ?? field)
  const write = suggestion === '' ? report.emptyCell : suggestion
  const read = cell === '' ? report.emptyCell : cell
  return markup`<tr data-severity="${severity}" data-code="${code}" data-suggestion="${suggestion === undefined ? 'no' : 'yes'}"><th scope="row"><span class="address">${placeOf(diagnostic, messages) ?? page.wholeTable}</span>${name !== undefined && markup` <span class="aside">${breakable(shorten(name, LABEL_WIDTH))}</span>`}</th><td><span class="severity ${severity}">${page.severities[severity]}</span></td><td>${explainedTitle(code, messages)}</td><td class="text">${read !== undefined && shorten(read, CELL_WIDTH)}</td><td class="text put">${write !== undefined && shorten(write, CELL_WIDTH)}</td><td>${glued(shorten(say(diagnostic), MESSAGE_WIDTH))}</td></tr>
`
}
