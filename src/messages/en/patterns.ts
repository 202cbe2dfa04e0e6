// A pattern in plain English; the pattern itself comes last, and only where words do not suffice.
import type { Detail } from '../../core/diagnostic.js'
import { type Part, patternShape } from '../patternShape.js'
import { shorten } from '../visible.js'
import { orderForm } from './dates.js'
import { count, forExample, number, quote, someOf } from './words.js'

const PATTERN_WIDTH = 160
const TEXT_WIDTH = 40

/** What to write, to follow "it must be". */
export function expectedPattern(pattern: string, example: Detail): string {
  const shape = patternShape(pattern)
  if (shape?.kind === 'communeCode') {
    return `the INSEE code of a commune, 5 characters (not the postcode)${forExample(example ?? '2A004')}`
  }
  if (shape?.kind === 'webAddress') return `a full web address, beginning with http:// or https://${forExample(example)}`
  if (shape?.kind === 'choice') return `one of these: ${someOf(shape.options)}`
  if (shape?.kind === 'list') {
    return `one or more of these values, separated by ${quote(shape.separator)} without spaces: ${someOf(shape.options, 'and')}`
  }
  const words = shape === undefined ? undefined : sequence(shape.parts)
  if (words !== undefined) return `${words}${forExample(example)}`
  const rule = `technical rule of the schema: ${shorten(pattern, PATTERN_WIDTH)}`
  if (example === undefined || example === '') return `a value in the form that the schema sets (${rule})`
  return `a value in the same form as ${quote(example)} (${rule})`
}

const RUNS = {
  digits: ['digit', 'digits'],
  capitals: ['capital letter', 'capital letters'],
  smalls: ['small letter', 'small letters'],
  letters: ['letter', 'letters'],
  capitalsOrDigits: ['capital letter or digit', 'capital letters or digits'],
  lettersOrDigits: ['letter or digit', 'letters or digits'],
} as const

function sequence(parts: readonly Part[]): string | undefined {
  const period = periodOf(parts)
  if (period !== undefined) return period
  let words = ''
  for (const [i, part] of parts.entries()) {
    const said = partWords(part)
    if (said === undefined) return undefined
    const perhaps = part.kind === 'optional' ? 'optionally ' : ''
    if (i === 0) words = `${perhaps}${said}`
    else if (i === 1) words += `${perhaps === '' ? '' : ','} ${perhaps}followed by ${said}`
    else words += `, then ${perhaps}${said}`
  }
  return words
}

/** A date, or two with a sign between them: what the periods of French standards look like. */
function periodOf(parts: readonly Part[]): string | undefined {
  const [date, more] = parts
  if (date?.kind !== 'date') return undefined
  const one = `a date written as ${orderForm(date.order)}`
  if (more === undefined) return one
  if (parts.length !== 2 || more.kind !== 'optional') return undefined
  const [sign, end] = more.parts
  if (more.parts.length !== 2 || sign?.kind !== 'text' || end?.kind !== 'date' || end.order !== date.order) return undefined
  return `${one}, or two for a period: ${orderForm(date.order)}${sign.text}${orderForm(date.order)}`
}

function partWords(part: Part): string | undefined {
  if (part.kind === 'date') return `a date written as ${orderForm(part.order)}`
  if (part.kind === 'text') return fixed(part.text)
  if (part.kind === 'optional') {
    const inner = part.parts.map(partWords)
    return inner.includes(undefined) ? undefined : inner.join(' then ')
  }
  const [one, many] = RUNS[part.kind]
  if (part.min === part.max) return count(part.min, one, many)
  if (part.max === Number.POSITIVE_INFINITY) return part.min < 2 ? many : `${number(part.min)} or more ${many}`
  return `${number(part.min)} to ${number(part.max)} ${many}`
}

function fixed(text: string): string {
  if (/^\p{Lu}$/u.test(text)) return `the letter ${text}`
  if (/^\p{L}+$/u.test(text)) return `the letters ${shorten(text, TEXT_WIDTH)}`
  if (/^\d+$/.test(text)) return `the digits ${shorten(text, TEXT_WIDTH)}`
  return text.length === 1 ? `the sign ${quote(text)}` : `the text ${quote(text)}`
}
