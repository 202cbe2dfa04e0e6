// Text that comes from a file or a request, made to stand in Markdown as it is.
import { shorten, visible } from '../messages/visible.js'

/** Signs that could open or close something; an underscore inside a word cannot. */
const SIGNS = /[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\p{L})|^[-+#=]|(?<=^\d{1,9})[.)]/gu
/** Names that a forge would notify or link. */
const MENTIONS = /([@#!])(?=[\p{L}\p{N}])/gu
const WORD_JOINER = '\u2060'

export const escapeMarkdown = (text: string): string => withoutMentions(visible(text).replace(SIGNS, '\\$&'))

export const withoutMentions = (text: string): string => text.replace(MENTIONS, `$1${WORD_JOINER}`)

/** A code span, in which nothing is read as Markdown; also inside a table. */
export function codeSpan(text: string, width: number): string {
  const shown = shorten(text, width)
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') || (shown.startsWith(' ') && shown.endsWith(' ')) ? ' ' : ''
  return `${fence}${pad}${shown.replaceAll('|', '\\|')}${pad}${fence}`
}
