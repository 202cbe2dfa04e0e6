// Each column of the table: how much of it is filled, how much is wrong, and with what.
import type { ColumnReport, TableReport } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { shorten } from '../../messages/visible.js'
import { type Markup, markup } from '../markup.js'
import { ruleOf } from '../place.js'
import { bar } from './bar.js'
import { breakable } from './breakable.js'
import { heading } from './heading.js'
import type { PageView } from './pageView.js'

const LABEL_WIDTH = 100
const MAX_COLUMNS = 1000

export function columnsPart(view: PageView): Markup | undefined {
  const { id, level, table, messages } = view
  const { page } = messages
  if (table.columns.length === 0) return undefined
  const words = page.table
  const headers = [words.column, words.label, words.filled, words.invalid, words.faults]
  return markup`${heading(level, `${id}-columns`, page.parts.columns)}
<section class="scroll" aria-labelledby="${id}-columns ${id}-title" tabindex="0">
<table class="columns">
<thead><tr>${headers.map((header) => markup`<th scope="col">${header}</th>`)}</tr></thead>
<tbody>
${table.columns.slice(0, MAX_COLUMNS).map((column) => columnRow(column, view))}${absentRows(view)}</tbody>
</table>
</section>
`
}

function columnRow(column: ColumnReport, { table, messages }: PageView): Markup {
  const { label, field, filled, invalid } = column
  const { page, report } = messages
  const { rows } = table.stats
  const aside = field === undefined ? page.table.outside : field === label ? undefined : field
  const share = (part: number, kind: 'filled' | 'wrong'): Markup => {
    if (table.rowsNotChecked === true) return markup`<td></td>`
    return markup`<td class="share">${bar(part, rows, kind)} <span class="number">${report.number(part)}</span></td>`
  }
  return markup`<tr${invalid > 0 && markup` class="wrong"`}><td>${columnLetters(column.column)}</td><th scope="row"><span class="text">${breakable(shorten(label, LABEL_WIDTH))}</span>${aside !== undefined && markup` <span class="aside">${breakable(shorten(aside, LABEL_WIDTH))}</span>`}</th>${share(filled, 'filled')}${field === undefined ? markup`<td></td>` : share(invalid, 'wrong')}<td>${faults(column, table, messages)}</td></tr>
`
}

function faults({ field, label, nearMiss }: ColumnReport, { counts, afterRenaming }: TableReport, messages: PageView['messages']): string {
  const found = nearMiss === undefined ? counts : (afterRenaming?.counts ?? [])
  const told = found
    .filter((count) => (field === undefined ? count.field === undefined && count.label === label : count.field === field))
    .filter(({ code, severity }) => severity === 'error' && /^(?:row|cell)\//.test(code))
    .map((count) => messages.page.table.times(count.count, ruleOf(count, messages).title))
  if (nearMiss !== undefined && told.length > 0) told.push(messages.page.afterRenaming)
  return told.join(', ')
}

/** Columns of the schema that the file does not have. */
function absentRows({ table, messages }: PageView): Markup[] {
  const words = messages.page.table
  return table.diagnostics
    .filter(({ code, details }) => (code === 'header/missing-label' || code === 'header/missing-column') && details.nearMiss === undefined)
    .slice(0, MAX_COLUMNS)
    .map(({ field, code, severity }) => {
      const aside = code === 'header/missing-label' && severity === 'error' ? words.absentRequired : words.absent
      return markup`<tr class="absent"><td></td><th scope="row"><span class="text">${breakable(shorten(field ?? '', LABEL_WIDTH))}</span> <span class="aside">${aside}</span></th><td></td><td></td><td></td></tr>
`
    })
}
