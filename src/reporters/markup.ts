// HTML and XML written so that text from a file can only ever be text: whatever a template takes in is escaped unless it is Markup.
import { visible } from '../messages/visible.js'

/** Text that is already HTML or XML. Only `markup` and `rawMarkup` make it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | undefined | false | readonly Part[]

/** A template: strings are escaped, `undefined` and `false` are nothing, arrays are joined. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.reduce((whole, text, i) => whole + write(parts[i - 1]) + text))

/** For texts of our own: styles and scripts. */
export const rawMarkup = (text: string): Markup => new Markup(text)

function write(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  return typeof part === 'object' ? part.map(write).join('') : escapeMarkup(String(part))
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control and invisible signs are shown; XML has no place for them. */
function escapeMarkup(text: string): string {
  return visible(text).replace(/[&<>"'\ufffe\uffff]/g, (sign) => ESCAPES[sign] ?? '\ufffd')
}
