// The faulty rows as they are in the file, the faulty cells marked, each with what is wrong and what to write.
import type { Diagnostic } from '../../core/diagnostic.js'
import type { ColumnReport, FaultyRow } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { shorten } from '../../messages/visible.js'
import { type Markup, markup } from '../markup.js'
import { ruleOf } from '../place.js'
import { breakable } from './breakable.js'
import { heading } from './heading.js'
import type { PageView } from './pageView.js'

const MAX_CELLS = 20_000
const MAX_COLUMNS = 100
/** As the style says for paper. */
const PRINTED_ROWS = 100
const LABEL_WIDTH = 60
const CELL_WIDTH = 80

interface Shown {
  column: ColumnReport
  /** Has a fault in the rows shown, or names them. The others are shown on demand. */
  hot: boolean
}

export function rowsPart(view: PageView): Markup | undefined {
  const { id, level, table, messages } = view
  const { page } = messages
  if (table.faultyRows.length === 0 || table.columns.length === 0) return undefined
  const findings = findingsByPlace(view)
  const columns = shownColumns(view, findings)
  const rows = table.faultyRows.slice(0, Math.max(20, Math.floor(MAX_CELLS / columns.length)))
  const all = Math.max(rows.length, table.stats.invalidRows)
  const hidden = columns.some(({ hot }) => !hot)
  return markup`<div class="rows">
${heading(level, `${id}-rows`, page.parts.rows)}
<p>${page.rows.shown(rows.length, all)}</p>
${hidden && markup`<p class="toggle"><label><input type="checkbox" class="all-columns"> ${page.rows.allColumns}</label></p>\n`}<section class="scroll" aria-labelledby="${id}-rows ${id}-title" tabindex="0">
<table>
<thead><tr><th scope="col">${page.rows.row}</th>${columns.map(({ column, hot }) => markup`<th scope="col"${!hot && COLD}><span class="letters">${columnLetters(column.column)}</span> <span class="text">${breakable(shorten(column.label, LABEL_WIDTH))}</span></th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowLine(row, columns, findings, view))}</tbody>
</table>
</section>
${rows.length > PRINTED_ROWS && markup`<p class="on-paper">${page.printed(PRINTED_ROWS)}</p>\n`}</div>
`
}

const COLD = markup` class="cold"`

function shownColumns({ table, messages }: PageView, findings: Findings): Shown[] {
  const found = [...findings.values()].flatMap((here) => here.map(({ column }) => column))
  const faulty = new Set([...table.faultyRows.flatMap(({ faults }) => faults), ...found])
  const columns = table.columns.map((column) => ({
    column,
    hot: faulty.has(column.column) || messages.report.namesRow(column.label),
  }))
  const cold = columns.filter(({ hot }) => !hot).slice(0, Math.max(0, MAX_COLUMNS - columns.filter(({ hot }) => hot).length))
  const kept = new Set(cold)
  return columns.filter((shown) => shown.hot || kept.has(shown)).slice(0, MAX_COLUMNS)
}

/** By `row:column`, and by `row:` for what concerns the row as a whole. */
type Findings = ReadonlyMap<string, Diagnostic[]>

function findingsByPlace({ table }: PageView): Findings {
  const rows = new Set(table.faultyRows.map(({ row }) => row))
  const columns = new Set(table.columns.map(({ column }) => column))
  const found = new Map<string, Diagnostic[]>()
  for (const diagnostic of [...table.diagnostics, ...(table.afterRenaming?.diagnostics ?? [])]) {
    const { row, column, code } = diagnostic
    if (row === undefined || !rows.has(row) || !/^(?:row|cell)\//.test(code)) continue
    const key = `${row}:${column !== undefined && columns.has(column) ? column : ''}`
    found.set(key, [...(found.get(key) ?? []), diagnostic])
  }
  return found
}

function rowLine({ row, cells, faults }: FaultyRow, columns: readonly Shown[], findings: Findings, view: PageView): Markup {
  const { messages } = view
  const ofRow = findings.get(`${row}:`) ?? []
  const marked = new Set(faults)
  const line = columns.map(({ column, hot }) => {
    const { column: position } = column
    const value = cells[position - 1] ?? ''
    const found = findings.get(`${row}:${position}`) ?? []
    const isBad = marked.has(position) || found.length > 0
    if (!isBad) return markup`<td${!hot && COLD}>${shorten(value, CELL_WIDTH)}</td>`
    const shown = value === '' ? messages.report.emptyCell : shorten(value, CELL_WIDTH)
    return markup`<td class="bad"><span class="value">${shown}</span> ${why(found, column, messages)}</td>`
  })
  return markup`<tr${ofRow.length > 0 && markup` class="bad-row"`}><th scope="row">${messages.report.number(row)}${ofRow.length > 0 && markup` <span class="why">${titles(ofRow, messages)}</span>`}</th>${line}</tr>
`
}

function titles(found: readonly Diagnostic[], messages: PageView['messages']): string {
  return [...new Set(found.map((diagnostic) => ruleOf(diagnostic, messages).title))].join(', ')
}

function why(found: readonly Diagnostic[], { groups = [] }: ColumnReport, messages: PageView['messages']): Markup {
  // The list of findings may stop before this row; a column with one kind of fault tells it all the same.
  const codes = groups.length === 1 ? (groups[0]?.codes ?? []) : []
  const said =
    found.length > 0
      ? titles(found, messages)
      : codes.length > 0
        ? codes.map((code) => ruleOf({ code }, messages).title).join(', ')
        : messages.page.rows.faulty
  const suggestion = found.find((diagnostic) => diagnostic.suggestion !== undefined)?.suggestion
  const put = suggestion === '' ? messages.report.emptyCell : suggestion
  return markup`<span class="why">${said}</span>${put !== undefined && markup` <span class="put"><span aria-hidden="true">→ </span><span class="unseen">${messages.page.columns.suggestion} : </span>${shorten(put, CELL_WIDTH)}</span>`}`
}
