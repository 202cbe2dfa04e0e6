import { ScdlError } from '../../core/error.js'
import { DEFAULT_LIMITS } from '../../core/format.js'
import { createTokeniser, type Dialect } from './tokenise.js'

export interface DialectOptions {
  delimiter?: string
  quote?: string
}

const DELIMITERS = [';', ',', '\t', '|']
const QUOTE = 34
const APOSTROPHE = 39
const BACKSLASH = 92
const SPACE = 32
const LF = 10
const CR = 13

/** What a sample looks like under one dialect. */
interface Reading {
  dialect: Dialect
  /** How much it looks like a table, 0 to 1. */
  score: number
  /** Stray and unclosed quotes. */
  faults: number
}

/**
 * The dialect under which most records have the same number of cells. `head` is UTF-8 without marks; `whole` says that nothing
 * follows it. Throws `bad-option-value`.
 */
export function detectDialect(head: Uint8Array, whole: boolean, name: string, options: DialectOptions = {}): Dialect {
  const sample = whole ? head : head.subarray(0, head.lastIndexOf(LF) + 1 || head.lastIndexOf(CR) + 1 || head.length)
  // What follows is long enough for what makes the reading fast to be made ready, which the sample then uses, too.
  const simdFrom = whole ? undefined : 0
  const quote = options.quote === undefined ? QUOTE : optionByte('quote', options.quote)
  const delimiters = options.delimiter === undefined ? DELIMITERS.map(asciiCode) : [optionByte('delimiter', options.delimiter)]
  const announced = options.delimiter === undefined ? announcedDelimiter(sample) : undefined
  const asked = announced === undefined ? delimiters : [announced]
  // A tab or a bar is hardly ever there; the comma is what a file of one column is read with.
  const present = asked.filter((delimiter) => asked.length === 1 || delimiter === asciiCode(',') || sample.includes(delimiter))
  const readings: Reading[] = []
  for (const delimiter of present) {
    // No score is above this, and the first of equals wins.
    if (readings.some((reading) => likelihood(reading) >= preference(delimiter, name))) continue
    readings.push(readSample(sample, { delimiter, quote, escaper: -1, skipSpaces: false }, name, simdFrom))
  }
  let best = readings.reduce((a, b) => (likelihood(b) > likelihood(a) ? b : a))
  // Nothing repeats: one column. The comma is what every reader then assumes.
  if (best.score < 0.1 && options.delimiter === undefined && announced === undefined) {
    best = readings.find(({ dialect }) => dialect.delimiter === asciiCode(',')) ?? best
  }
  if (hasSpacesToSkip(sample, best.dialect)) best = readSample(sample, { ...best.dialect, skipSpaces: true }, name, simdFrom)
  if (options.quote === undefined && quotesWithApostrophe(sample, best.dialect)) {
    const other = readSample(sample, { ...best.dialect, quote: APOSTROPHE }, name, simdFrom)
    if (other.score >= best.score) best = other
  }
  if (best.dialect.quote >= 0 && hasEscapedQuote(sample, best.dialect.quote)) {
    const other = readSample(sample, { ...best.dialect, escaper: BACKSLASH }, name, simdFrom)
    if (other.faults < best.faults || (other.faults === best.faults && other.score > best.score)) best = other
  }
  return best.dialect
}

function readSample(sample: Uint8Array, dialect: Dialect, name: string, simdFrom?: number): Reading {
  const { batch, scan, allocate, release } = createTokeniser(dialect, { ...DEFAULT_LIMITS, columns: sample.length + 1 }, simdFrom)
  const bytes = allocate(sample.length)
  bytes.set(sample)
  const widths: number[] = []
  let faults = 0
  for (let from = 0; from < sample.length; ) {
    from = scan(bytes, from, sample.length, true, () => {
      faults++
    })
    for (let row = 0; row < batch.rows; row++) {
      const cells = batch.first[row + 1]! - batch.first[row]!
      if (cells === 1 && batch.start[batch.first[row]!] === batch.end[batch.first[row]!]) continue
      widths.push(cells)
    }
  }
  release()
  return { dialect, score: scoreWidths(widths) * preference(dialect.delimiter, name), faults }
}

/** Where the delimiter is wrong, quotes open and close in the middle of cells. */
const likelihood = ({ score, faults }: Reading): number => (faults > 0 ? score * 0.6 : score)

/** The table begins where two rows of the usual width follow one another; from there on, how many have it. */
function scoreWidths(widths: number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let usual = 1
  for (const [width, count] of counts) {
    const known = counts.get(usual) ?? 0
    if (count > known || (count === known && width > usual)) usual = width
  }
  if (usual === 1) return 0
  const pair = widths.findIndex((width, row) => width === usual && widths[row + 1] === usual)
  const begin = pair >= 0 ? pair : widths.indexOf(usual)
  const share = counts.get(usual)! / (widths.length - begin)
  // A wrong delimiter (a decimal comma) often spares the header: a late beginning counts against it.
  return (Math.min(1, share) ** 2 * (1 - 1 / usual)) / (1 + Math.min(begin, 8) / 2)
}

/** Commas are common inside French text and numbers; the others hardly are. */
function preference(delimiter: number, name: string): number {
  if (delimiter === asciiCode('\t') && name.toLowerCase().endsWith('.tsv')) return 1.5
  return delimiter === asciiCode(',') ? 0.9 : 1
}

/** The line `sep=;` that Excel reads and writes. */
function announcedDelimiter(sample: Uint8Array): number | undefined {
  const match = /^"?sep=([;,|\t])"?[\r\n]/i.exec(String.fromCharCode(...sample.subarray(0, 16)))
  return match?.[1] === undefined ? undefined : asciiCode(match[1])
}

/**
 * Whether the space behind a delimiter belongs to no cell, by the same signs as Validata (Python's `csv.Sniffer`): quoted cells tell where there
 * are some, otherwise the first line that holds anything, where every delimiter must have its space.
 */
function hasSpacesToSkip(sample: Uint8Array, { delimiter, quote }: Dialect): boolean {
  let spaced = 0
  let close = 0
  // Of what stands around a delimiter the quotes are the rarest.
  for (let i = quote < 0 ? -1 : sample.indexOf(quote); i >= 0; i = sample.indexOf(quote, i + 1)) {
    if (sample[i - 1] === delimiter) close++
    else if (sample[i - 1] === SPACE && sample[i - 2] === delimiter) spaced++
  }
  if (spaced + close > 0) return close === 0
  const begin = sample.findIndex((byte) => byte !== LF && byte !== CR)
  const end = sample.indexOf(LF, begin)
  const line = sample.subarray(Math.max(begin, 0), end < 0 ? sample.length : end)
  return line.includes(delimiter) && line.every((byte, i) => byte !== delimiter || line[i + 1] === SPACE)
}

/** Cells between apostrophes, and not the apostrophes of French words or a few cells that begin with one. */
function quotesWithApostrophe(sample: Uint8Array, { delimiter, skipSpaces }: Dialect): boolean {
  const endsCell = (byte: number | undefined): boolean => byte === undefined || byte === delimiter || byte === LF || byte === CR
  let opening = 0
  let closing = 0
  for (let i = sample.indexOf(APOSTROPHE); i >= 0; i = sample.indexOf(APOSTROPHE, i + 1)) {
    const before = sample[skipSpaces && sample[i - 1] === SPACE ? i - 2 : i - 1]
    if (endsCell(before)) opening++
    else if (endsCell(sample[i + 1])) closing++
  }
  for (let i = sample.indexOf(QUOTE); i >= 0; i = sample.indexOf(QUOTE, i + 1)) {
    if (endsCell(sample[i - 1])) return false
  }
  return opening >= 2 && closing >= 0.9 * opening && opening >= 0.9 * closing
}

function hasEscapedQuote(sample: Uint8Array, quote: number): boolean {
  for (let i = sample.indexOf(quote, 1); i >= 0; i = sample.indexOf(quote, i + 1)) {
    if (sample[i - 1] === BACKSLASH) return true
  }
  return false
}

/** `\t` and `tab` stand for the tab; an empty quote for none. */
function optionByte(option: 'delimiter' | 'quote', value: string): number {
  if (option === 'quote' && value === '') return -1
  const character = option === 'delimiter' && (value === '\\t' || value.toLowerCase() === 'tab') ? '\t' : value
  if (character.length !== 1 || character > '\x7f' || character === '\n' || character === '\r') {
    throw new ScdlError('bad-option-value', { option, value })
  }
  return asciiCode(character)
}

function asciiCode(character: string): number {
  return character.charCodeAt(0)
}
