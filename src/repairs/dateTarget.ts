// Where a schema wants a date, and how it wants it written.
import { compilePattern, PatternError } from '../core/pattern/compilePattern.js'
import type { Field } from '../core/schema.js'

/** Bytes of the written form; the three codes below stand for the parts of the date. */
const YEAR = 1
const MONTH = 2
const DAY = 3
const ISO = '%Y-%m-%d'

export interface DateTarget {
  template: Uint8Array
  /** The field is a date; otherwise a text whose pattern asks for one. */
  isDate: boolean
  /** The pattern asks for a date or for two with a slash between them. */
  takesPeriod: boolean
  /** The order in which the field's own format reads `06/12/2022`-like dates; undefined: it begins with the year. */
  order: 'day-first' | 'month-first' | undefined
}

/** A template of `%Y`, `%m` and `%d`, each once; undefined for any other format: part of the date would be lost. */
function compileTemplate(format: string): Uint8Array | undefined {
  const text = format.startsWith('fmt:') ? format.slice(4) : format
  const bytes: number[] = []
  const parts: number[] = []
  for (const [piece] of text.matchAll(/%.?|[^%]+/gsu)) {
    const code = piece === '%Y' ? YEAR : piece === '%m' ? MONTH : piece === '%d' ? DAY : 0
    if (code > 0) parts.push(code)
    else if (piece.startsWith('%')) return undefined
    bytes.push(...(code > 0 ? [code] : new TextEncoder().encode(piece)))
  }
  return parts.length === 3 && new Set(parts).size === 3 && bytes.length <= 32 ? Uint8Array.from(bytes) : undefined
}

function orderOf(template: Uint8Array): DateTarget['order'] {
  if (template.indexOf(YEAR) < Math.max(template.indexOf(MONTH), template.indexOf(DAY))) return undefined
  return template.indexOf(DAY) < template.indexOf(MONTH) ? 'day-first' : 'month-first'
}

const DATE = '2022-12-06'
const PERIOD = '2022-01-13/2024-01-12'
/** A pattern that also takes these asks for something wider than a date. */
const NO_DATES = ['1234567890', '06-12-2022', 'abcd-ef-gh']

/** Whether a pattern asks for an ISO date, or for two with a slash between them. */
function readDatePattern(pattern: string): { date: boolean; period: boolean } {
  if (!pattern.includes('-') || !/\d|\[/.test(pattern)) return { date: false, period: false }
  try {
    const { test } = compilePattern(pattern)
    const takes = (text: string): boolean => {
      const bytes = new TextEncoder().encode(text)
      return test(bytes, 0, bytes.length)
    }
    return NO_DATES.some(takes) ? { date: false, period: false } : { date: takes(DATE), period: takes(PERIOD) }
  } catch (error) {
    if (error instanceof PatternError) return { date: false, period: false }
    throw error
  }
}

/** Several repairs ask the same of a field. */
const targets = new WeakMap<Field, DateTarget | undefined>()

export function dateTarget(field: Field): DateTarget | undefined {
  if (!targets.has(field)) targets.set(field, compileTarget(field))
  return targets.get(field)
}

function compileTarget(field: Field): DateTarget | undefined {
  const { type, format } = field
  const { pattern } = field.constraints
  if (type === 'date') {
    const template = compileTemplate(format === 'default' || format === 'any' || format === '' ? ISO : format)
    return template && { template, isDate: true, takesPeriod: false, order: orderOf(template) }
  }
  if ((type !== 'string' && type !== 'any') || pattern === undefined) return undefined
  const { date, period } = readDatePattern(pattern)
  return date || period ? { template: compileTemplate(ISO)!, isDate: false, takesPeriod: period, order: undefined } : undefined
}

function writeFigures(out: Uint8Array, at: number, value: number, width: number): number {
  let rest = value
  for (let i = at + width - 1; i >= at; i--) {
    out[i] = 0x30 + (rest % 10)
    rest = (rest / 10) | 0
  }
  return at + width
}

/** Writes the date at `at` and returns where it ends. */
export function writeDate(template: Uint8Array, out: Uint8Array, at: number, year: number, month: number, day: number): number {
  let end = at
  for (let i = 0; i < template.length; i++) {
    const code = template[i]!
    if (code === YEAR) end = writeFigures(out, end, year, 4)
    else if (code === MONTH) end = writeFigures(out, end, month, 2)
    else if (code === DAY) end = writeFigures(out, end, day, 2)
    else out[end++] = code
  }
  return end
}
