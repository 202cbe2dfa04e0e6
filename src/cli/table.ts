// A table that fits the terminal: columns as wide as they need, the last one takes the rest and goes on over several lines.
import { displayWidth, visible } from '../messages/visible.js'
import { wrap } from '../reporters/human/layout.js'
import type { Style } from '../reporters/reporter.js'

const GAP = '  '
/** Of the width, for a column that is not the last. */
const MAX_SHARE = 0.45
/** The last column has at least this much, or a line of its own. */
const MIN_LAST = 30

/** One table row: its cells, the last as one or several paragraphs. */
export interface TableRow {
  cells: readonly string[]
  last: readonly string[]
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** `width`: Infinity where lines are for a program, then nothing goes on over several lines. */
export function tableLines(headings: readonly string[], rows: readonly TableRow[], width: number, style: Style): string[] {
  const shown = rows.map(({ cells, last }) => ({ cells: cells.map(visible), last }))
  const most = Math.floor(width * MAX_SHARE)
  const widths = headings.slice(0, -1).map((heading, i) => {
    const needed = shown.map(({ cells }) => displayWidth(cells[i] ?? '')).filter((length) => length <= most)
    return Math.max(displayWidth(heading), ...needed)
  })
  const start = widths.reduce((sum, one) => sum + one + GAP.length, 0)
  // Where the columns leave too little, the last one begins below them.
  const indent = width - start >= MIN_LAST ? start : GAP.length * 2
  const head = [...headings.slice(0, -1).map((heading, i) => pad(heading, widths[i] ?? 0)), headings.at(-1) ?? ''].join(GAP)
  return [style.bold(head.trimEnd()), ...shown.flatMap(({ cells, last }) => rowLines(cells, last, widths, indent, start, width))]
}

function rowLines(
  cells: readonly string[],
  last: readonly string[],
  widths: readonly number[],
  indent: number,
  start: number,
  width: number,
): string[] {
  const text = last.flatMap((paragraph) => paragraphLines(paragraph, width - indent))
  const isWide = displayWidth(cells[0] ?? '') > (widths[0] ?? 0)
  const line = cells.map((cell, i) => pad(i === 0 && isWide ? '' : cell, widths[i] ?? 0)).join(GAP)
  const isBeside = indent === start
  const first = isBeside ? `${line}${GAP}${text[0] ?? ''}` : line
  const rest = (isBeside ? text.slice(1) : text).map((part) => `${' '.repeat(indent)}${part}`)
  const own = isWide ? [cells[0] ?? ''] : []
  return [...own, ...(line.trim() === '' && text.length === 0 ? [] : [first.trimEnd()]), ...rest]
}

const paragraphLines = (paragraph: string, width: number): string[] =>
  Number.isFinite(width) ? wrap(paragraph, width, '', '') : [visible(paragraph)]
