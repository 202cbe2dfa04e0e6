// The table of a web page, where there is just one. Not a parser of all that browsers take: tables are flat, and text is text.
import { ScdlError } from '../../core/error.js'
import { shortestDecimal } from '../sheet/decimal.js'
import { readHtmlEntity } from './entities.js'

export interface HtmlCell {
  /** From 0: cells that span others leave them empty. */
  column: number
  text: string
  /** The number that a spreadsheet program wrote beside what it shows of it. */
  stored?: string | undefined
}

export interface HtmlTable {
  /** Without those that are empty to the end. */
  rows: HtmlCell[][]
  /** Of the characters of the page, those in the table. */
  share: number
}

/** Their content is no text. */
const HIDDEN = /^(script|style|head|template|noscript)$/
const BREAKS = /^(br|p|div|li)$/
const LARGEST_SPAN = 1000
const MAX_COLUMNS = 16_384

/** undefined: there is no table, or one stands inside another, which makes a layout of it. Throws `limit-exceeded`. */
export function findTable(page: string): HtmlTable | undefined {
  const rows: HtmlCell[][] = []
  /** By column, how many rows below are taken by a cell that spans them. */
  let spans: number[] = []
  let tables = 0
  let inTable = false
  let row: HtmlCell[] | undefined
  let cell: HtmlCell | undefined
  let hidden = ''
  let inside = 0
  let outside = 0

  const endRow = (): void => {
    cell = undefined
    row = undefined
  }
  const openCell = (attributes: string): void => {
    row ??= beginRow()
    let column = row.length === 0 ? 0 : row.at(-1)!.column + 1
    while ((spans[column] ?? 0) > 0) column++
    if (column > MAX_COLUMNS) throw new ScdlError('limit-exceeded', { limit: 'columns', value: MAX_COLUMNS, row: rows.length })
    const [wide, high] = [spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan')]
    cell = { column, text: '', stored: storedNumber(attributes) }
    row.push(cell)
    for (let i = 0; i < wide; i++) pending[column + i] = high - 1
    // What it spans to the right is there, and empty.
    if (wide > 1) row.push({ column: column + wide - 1, text: '' })
  }
  let pending: number[] = []
  const beginRow = (): HtmlCell[] => {
    spans = Array.from({ length: Math.max(spans.length, pending.length) }, (_, i) => Math.max(0, (pending[i] ?? 0) || (spans[i] ?? 0) - 1))
    pending = []
    const begun: HtmlCell[] = []
    rows.push(begun)
    return begun
  }

  for (let at = 0; at < page.length; ) {
    const tag = page.indexOf('<', at)
    const to = tag < 0 ? page.length : tag
    if (hidden === '' && to > at) {
      const text = readText(page.slice(at, to))
      if (inTable) inside += text.trim().length
      else outside += text.trim().length
      if (cell !== undefined) cell.text += text
    }
    if (tag < 0) break
    if (page.startsWith('<!--', tag)) {
      const end = page.indexOf('-->', tag + 4)
      at = end < 0 ? page.length : end + 3
      continue
    }
    const end = endOfTag(page, tag)
    const [, slash = '', name = '', attributes = ''] = /^<(\/?)([a-z][\w:-]*)([\s\S]*)$/i.exec(page.slice(tag, end)) ?? []
    at = end + 1
    const element = name.toLowerCase()
    const opens = slash === ''
    if (hidden !== '') {
      if (!opens && element === hidden) hidden = ''
    } else if (HIDDEN.test(element)) hidden = opens && !attributes.endsWith('/') ? element : ''
    else if (element === 'table') {
      if (opens && inTable) return undefined
      inTable = opens && ++tables === 1
      endRow()
    } else if (!inTable) continue
    else if (element === 'tr') {
      endRow()
      if (opens) row = beginRow()
    } else if (element === 'td' || element === 'th') {
      cell = undefined
      if (opens) openCell(attributes)
    } else if (cell !== undefined && opens && BREAKS.test(element) && cell.text.trim() !== '') cell.text += '\n'
  }
  if (tables !== 1) return undefined
  for (const cells of rows) for (const each of cells) each.text = wholeText(each)
  while (rows.length > 0 && rows.at(-1)!.every(({ text }) => text === '')) rows.pop()
  return { rows, share: inside / Math.max(1, inside + outside) }
}

/** Where the tag that begins at `from` has its `>`, which may stand in a quoted value as well. */
function endOfTag(page: string, from: number): number {
  let quote = ''
  for (let i = from + 1; i < page.length; i++) {
    const c = page[i]!
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '>') return i
    else if ((c === '"' || c === "'") && page[i - 1] === '=') quote = c
  }
  return page.length
}

function spanOf(attributes: string, name: string): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)?.[1] ?? 1)
  return Math.min(LARGEST_SPAN, Math.max(1, value))
}

const readText = (text: string): string =>
  text.replace(/[\t\n\r\f ]+|&(#?\w{1,31});?/g, (whole, name: string | undefined) =>
    name === undefined ? ' ' : (readHtmlEntity(name) ?? whole),
  )

const storedNumber = (attributes: string): string | undefined => /\s(?:sdval|x:num|data-v)\s*=\s*["']?([-+\d.eE]+)/.exec(attributes)?.[1]

/** `2,1E+13` has lost the digits that stand beside it. */
function wholeText({ text, stored }: HtmlCell): string {
  const shown = tidy(text)
  return stored !== undefined && /^-?\d+([.,]\d+)?E[+-]?\d+$/i.test(shown) ? (shortestDecimal(stored) ?? shown) : shown
}

/** White space is the page's layout; lines are those of the elements that break them. No-break spaces pad empty cells. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^[ \u00a0]+|[ \u00a0]+$/g, '').replace(/ {2,}/g, ' '))
    .join('\n')
    .trim()
