// What each code stands for, once for the whole page: the lists lead here.
import { pageOf } from '../../codes.js'
import type { Messages } from '../../messages/messages.js'
import { type Markup, markup } from '../markup.js'
import { ruleOf } from '../place.js'
import { glued } from './glued.js'
import { heading } from './heading.js'

/** `found`: codes that this version knows, or is told of by a later one. */
export function explainedPart(found: readonly string[], messages: Messages): Markup | undefined {
  if (found.length === 0) return undefined
  return markup`<div class="card explained">
${heading(2, 'explained', messages.page.parts.explained)}
<dl>
${found.map((code) => explanation(code, messages))}</dl>
</div>
`
}

function explanation(code: string, messages: Messages): Markup {
  const { title, help } = ruleOf({ code }, messages)
  const page = pageOf(code)
  return markup`<dt id="${idOf(code)}">${title} <code class="aside">${code}</code></dt><dd>${glued(help)}${page !== undefined && markup` <span class="aside">${glued(messages.page.explained(''))}${address(page)}</span>`}</dd>
`
}

const address = (page: string): Markup =>
  URL.canParse(page) ? markup`<a href="${page}" rel="noreferrer">${page}</a>` : markup`<code>${page}</code>`

const idOf = (code: string): string => `code-${code.replace('/', '-')}`

/** The title of a finding, which leads to what it stands for. */
export const explainedTitle = (code: string, messages: Messages): Markup =>
  markup`<a class="quiet" href="#${idOf(code)}">${ruleOf({ code }, messages).title}</a>`
