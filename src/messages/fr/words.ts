// The small change of French sentences: numbers, plurals, lists, quotation marks.
import type { Detail } from '../../core/diagnostic.js'
import { bare } from '../details.js'

/** Every terminal shows it as a blank, and it holds a number together. */
const NBSP = '\u00a0'

/** 1584 → `1 584`; 0.5 → `0,5`. */
export function number(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, NBSP)
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** 0 and 1 are singular in French. */
export const isPlural = (count: number): boolean => Math.abs(count) >= 2

/** `3 lignes`, `1 ligne`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${isPlural(value) ? many : one}`
}

export const plural = <T>(value: number, one: T, many: T): T => (isPlural(value) ? many : one)

export const quote = (text: Detail): string => `«${NBSP}${bare(text) || '(vide)'}${NBSP}»`

/** `a, b et c`. */
export function list(items: readonly string[], last = 'et'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const SHOWN = 6

/** The first values and how many there are in all; few enough to read. `total`: of which `values` are the first. */
export function someOf(values: readonly string[], last = 'ou', total: number = values.length): string {
  const shown = values.slice(0, total <= SHOWN + 1 ? total : SHOWN).map(quote)
  if (shown.length === total) return list(shown, last)
  return `${shown.join(', ')} … (${number(total)} valeurs possibles)`
}

/** `, par exemple « x »`, or nothing. */
export function forExample(example: Detail): string {
  return example === undefined || example === '' ? '' : `, par exemple ${quote(example)}`
}
