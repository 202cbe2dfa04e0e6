// Reading the details of a finding, whatever the language that tells it.
import type { Detail, Details } from '../core/diagnostic.js'
import { shorten } from './visible.js'

const QUOTED_WIDTH = 60

export function textOf(detail: Detail): string {
  if (detail === undefined) return ''
  return typeof detail === 'object' ? detail.join(', ') : String(detail)
}

export function listOf(detail: Detail): string[] {
  if (detail === undefined || detail === '') return []
  return typeof detail === 'object' ? [...detail] : [String(detail)]
}

/** How many values there are, of which a finding repeats the first: the detail that says it is there only where it repeats fewer. */
export const totalOf = (total: Detail, repeated: readonly string[]): number => (typeof total === 'number' ? total : repeated.length)

/** A name or a bound, short and visible, as it stands inside quotation marks or without them. */
export const bare = (text: Detail): string => shorten(textOf(text), QUOTED_WIDTH)

/** The words of a table for a key that may be anything. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, key: Detail): T | undefined =>
  Object.hasOwn(table, textOf(key)) ? table[textOf(key)] : undefined

/** Whether the values come before and after one another, rather than being small and large. */
export const isTime = ({ type }: Details): boolean => ['date', 'datetime', 'time', 'year', 'yearmonth'].includes(textOf(type))

/** Whether the length of a value is its number of items. */
export const isSequence = ({ type }: Details): boolean => ['array', 'list', 'object'].includes(textOf(type))
