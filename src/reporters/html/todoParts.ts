// What there is to do, by who can do it; then what is for information, and what comes next.
import { shorten } from '../../messages/visible.js'
import { nextSteps } from '../human/nextSteps.js'
import { entryText, isCell, sentenceCase } from '../human/plainEntry.js'
import type { Entry, PlaceLine, Section } from '../human/section.js'
import { tableSections } from '../human/tableSections.js'
import { type Markup, markup } from '../markup.js'
import { glued } from './glued.js'
import { heading } from './heading.js'
import type { PageView } from './pageView.js'

const VALUE_WIDTH = 120

export function todoParts(view: PageView, notes: readonly Entry[]): Markup {
  const { id, level, messages } = view
  const sections = tableSections(view)
  const todo =
    sections.length > 0 &&
    markup`<div class="todo">
${heading(level, `${id}-todo`, messages.page.parts.todo)}
${sections.map((section, i) => sectionPart(section, i, view))}</div>
`
  return markup`${todo}${steps(view)}${notesPart(notes, view)}`
}

function sectionPart({ title, amount, entries }: Section, i: number, view: PageView): Markup {
  const id = `${view.id}-todo-${i + 1}`
  const name = sentenceCase(title, view.messages.language)
  const { oneValue, fewValues } = view.messages.report.sections
  const putsWords = title === oneValue || title === fewValues
  return markup`<div class="card">
${heading(view.level + 1, id, name, amount)}
${entries.map((entry) => entryPart(entry, putsWords, view))}</div>
`
}

/** `putsWords`: what is to be written is described, not given. */
function entryPart({ title, places, sentences }: Entry, putsWords: boolean, view: PageView): Markup {
  const level = view.level + 2
  return markup`<div class="entry">
<h${level}>${glued(title)}</h${level}>
${places.length > 0 && markup`<ul class="places">\n${places.map((place) => placeItem(place, putsWords, view))}</ul>\n`}${sentences.length > 0 && markup`<p>${glued(sentences.join(' '))}</p>\n`}</div>
`
}

function placeItem({ address, value, put, aside }: PlaceLine, putsWords: boolean, { messages }: PageView): Markup {
  const write = `${messages.page.columns.suggestion} : `
  const shown = shorten(value, VALUE_WIDTH)
  return markup`<li><span class="address">${shorten(address, VALUE_WIDTH)}</span> ${isCell(address) ? markup`<span class="value">${shown}</span>` : shown} ${put !== undefined && markup`<span class="put"><span aria-hidden="true">→ </span><span class="unseen">${write}</span><span${!putsWords && markup` class="exact"`}>${shorten(put, VALUE_WIDTH)}</span></span> `}${aside !== undefined && markup`<span class="aside">${shorten(aside, VALUE_WIDTH)}</span>`}</li>
`
}

function notesPart(notes: readonly Entry[], { id, level, messages }: PageView): Markup | undefined {
  if (notes.length === 0) return undefined
  const items = notes.map(({ title, sentences }) => markup`<li>${glued(entryText({ title, sentences }))}</li>\n`)
  return markup`<div class="card">
${heading(level, `${id}-notes`, sentenceCase(messages.report.sections.notes, messages.language))}
<ul class="notes">
${items}</ul>
</div>
`
}

function steps(view: PageView): Markup | undefined {
  const { id, level, messages } = view
  const found = nextSteps(view, true)
  if (found.length === 0) return undefined
  const items = found.map(
    ({ text, command }) =>
      markup`<li>${glued(text)}${command !== undefined && markup`<br><code class="command">${command.join(' ')}</code>`}</li>\n`,
  )
  return markup`<div class="card">
${heading(level, `${id}-next`, sentenceCase(messages.report.sections.next, messages.language))}
<ol class="steps">
${items}</ol>
</div>
`
}
