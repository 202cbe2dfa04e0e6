import { type Markup, markup, rawMarkup } from '../markup.js'

const BREAK = rawMarkup('<wbr>')

/** A name of a column, which a narrow column breaks between its words: `datesPeriode|Versement`, `code_|postal`. */
export const breakable = (name: string): Markup =>
  markup`${name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[_./-])/u).flatMap((word, i) => (i === 0 ? [word] : [BREAK, word]))}`
