// A page as Markdown; a stranger's text stays text.
import { visible } from '../../../messages/visible.js'
import type { Documentation, Part } from './documentation.js'

export const markdown = ({ parts }: Documentation): string => `${parts.map(write).join('\n\n')}\n`

function write(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${inert(part.text)}`
    case 'paragraph':
      return inert(part.text)
    case 'list':
      return part.items.map((item) => `- ${inert(item)}`).join('\n')
    case 'link':
      return `<${encodeURI(decodeSafely(part.address)).replace(/[<>]/g, '')}>`
    case 'table': {
      const line = (cells: readonly string[]): string => `| ${cells.map(inert).join(' | ')} |`
      return [line(part.headings), `|${part.headings.map(() => ' --- |').join('')}`, ...part.rows.map(line)].join('\n')
    }
  }
}

/** https://spec.commonmark.org/0.31.2/#backslash-escapes, for the signs that mean something inside a line, or at its beginning. */
const inert = (text: string): string =>
  visible(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(#|[-+]\s|\d+[.)]\s)/, '\\$1')

function decodeSafely(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
