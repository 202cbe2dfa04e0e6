import { type Markup, markup } from '../markup.js'

/** `aside`: at the right edge. */
export function heading(level: number, id: string, title: string, aside = ''): Markup {
  return markup`<h${level} id="${id}">${title}${aside !== '' && markup` <span class="amount">${aside}</span>`}</h${level}>`
}
