// The small change of English sentences: numbers, plurals, lists, quotation marks.
import type { Detail } from '../../core/diagnostic.js'
import { bare } from '../details.js'

/** 1584 → `1,584`; 0.5 → `0.5`. */
export function number(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** 0 is plural in English. */
export const isPlural = (count: number): boolean => Math.abs(count) !== 1

/** `3 rows`, `1 row`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${isPlural(value) ? many : one}`
}

export const plural = <T>(value: number, one: T, many: T): T => (isPlural(value) ? many : one)

/** `3 values that are too long`. */
export const that = (value: number, noun: string, one: string, many = one): string =>
  `${count(value, noun)} that ${plural(value, `is ${one}`, `are ${many}`)}`

export const quote = (text: Detail): string => `“${bare(text) || '(empty)'}”`

/** `a, b and c`. */
export function list(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const SHOWN = 6

/** The first values and how many there are in all; few enough to read. `total`: of which `values` are the first. */
export function someOf(values: readonly string[], last = 'or', total: number = values.length): string {
  const shown = values.slice(0, total <= SHOWN + 1 ? total : SHOWN).map(quote)
  if (shown.length === total) return list(shown, last)
  return `${shown.join(', ')} … (${number(total)} possible values)`
}

/** `, for example “x”`, or nothing. */
export function forExample(example: Detail): string {
  return example === undefined || example === '' ? '' : `, for example ${quote(example)}`
}
