// All that the page says of one table.

import { headParagraphs } from '../human/headParagraphs.js'
import { noteEntries } from '../human/notes.js'
import { type Markup, markup } from '../markup.js'
import { badge } from './badge.js'
import { bar } from './bar.js'
import { cards } from './cards.js'
import { columnsPart } from './columnsPart.js'
import { findingsPart } from './findingsPart.js'
import { glued } from './glued.js'
import type { PageView } from './pageView.js'
import { rowsPart } from './rowsPart.js'
import { todoParts } from './todoParts.js'

export function tablePart(view: PageView): Markup {
  const notes = noteEntries(view)
  return markup`<div class="verdict ${view.table.verdict}">
<p>${badge(view.table.verdict, view.messages)}</p>
${headParagraphs(view, notes.length > 0).map((paragraph) => markup`<p>${glued(paragraph)}</p>\n`)}${figures(view)}</div>
${cards(view)}${todoParts(view, notes)}${columnsPart(view)}${rowsPart(view)}${findingsPart(view)}`
}

function figures({ table: { stats, rowsNotChecked }, messages }: PageView): Markup | undefined {
  const { page, report } = messages
  const rightRows = stats.rows - stats.invalidRows
  const rows =
    stats.rows === 0 || rowsNotChecked === true
      ? undefined
      : markup`<div><dt>${page.file.rightRows}</dt><dd>${page.outOf(rightRows, stats.rows)} ${bar(rightRows, stats.rows, 'right')}</dd></div>\n`
  const figure = (name: string, value: number): Markup => markup`<div><dt>${name}</dt><dd>${report.number(value)}</dd></div>\n`
  return markup`<dl class="figures">
${rows}${figure(page.severityNames.error, stats.errors)}${figure(page.severityNames.warning, stats.warnings)}${stats.repairableCells > 0 && figure(page.repairable, stats.repairableCells)}</dl>
`
}
