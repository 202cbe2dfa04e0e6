// A few facts, one under the other.
import { visible } from '../../../messages/visible.js'
import { wrap } from '../../../reporters/human/layout.js'
import type { Page } from './page.js'

export type Line = readonly [label: string, text: string | undefined]

/** Labels in one column, texts in the other; a line without a text is left out. */
export function summaryLines(all: readonly Line[], { width, style }: Page): string[] {
  const shown = all.filter(([, text = '']) => text !== '')
  const room = Math.max(...shown.map(([label]) => label.length)) + 4
  return shown.flatMap(([label, text = '']) => {
    // An address is copied whole, even where it is too long.
    if (!text.includes(' ')) return [`  ${style.cyan(label.padEnd(room - 2))}${visible(text)}`]
    const [first = '', ...rest] = wrap(text, width, ' '.repeat(room), ' '.repeat(room))
    return [`  ${style.cyan(label.padEnd(room - 2))}${first.slice(room)}`, ...rest]
  })
}
