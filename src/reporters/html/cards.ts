// What the table was compared with, and what it is.
import type { SchemaFacts } from '../../core/reportTypes.js'
import { shorten } from '../../messages/visible.js'
import { type Markup, markup } from '../markup.js'
import { heading } from './heading.js'
import type { PageView } from './pageView.js'

const WIDTH = 300

type Fact = readonly [name: string, value: string | Markup | undefined]

export function cards(view: PageView): Markup {
  const { table, messages } = view
  const { schema, file, size } = messages.page
  const { number } = messages.report
  const { source, stats } = table
  return markup`<div class="cards">
${table.schema !== undefined && card(view, 'schema', schema.title, schemaFacts(table.schema, view))}${card(view, 'file', file.title, [
  [file.name, shorten(source, WIDTH)],
  [file.size, size(stats.bytes)],
  [file.rows, number(stats.rows)],
  [file.columns, number(stats.columns)],
])}</div>
`
}

function schemaFacts({ title, name, version, origin, newer }: SchemaFacts, { messages }: PageView): Fact[] {
  const words = messages.page.schema
  const registered = origin === 'shipped' || origin === 'cache' || origin === 'registry'
  const address = `https://schema.data.gouv.fr/${name}/${version ?? 'latest'}/documentation.html`
  const isAddress = registered && /^[\w.-]+\/[\w.-]+$/.test(name) && /^[\w.-]*$/.test(version ?? '')
  const later = newer === undefined ? '' : ` ${words.newer(shorten(newer, WIDTH))}`
  return [
    [words.titleTerm, title === undefined ? undefined : shorten(title, WIDTH)],
    [words.name, shorten(name, WIDTH)],
    [words.version, version === undefined ? undefined : `${shorten(version, WIDTH)}${later}`],
    [words.origin, words.origins[origin]],
    [words.documentation, isAddress ? markup`<a href="${address}" rel="noreferrer">${address}</a>` : undefined],
  ]
}

function card({ id, level }: PageView, name: string, title: string, facts: readonly Fact[]): Markup {
  const known = facts.filter(([, value]) => value !== undefined && value !== '')
  return markup`<div class="card">
${heading(level, `${id}-${name}`, title)}
<dl>
${known.map(([term, value]) => markup`<dt>${term}</dt><dd>${value}</dd>\n`)}</dl>
</div>
`
}
