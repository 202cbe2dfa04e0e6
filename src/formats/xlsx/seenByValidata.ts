// How Validata reads a cell by its number format: its reader (frictionless on openpyxl, formats preserved) makes the shown text itself,
// in a simplified manner of its own. Dates become text unless their format has a part that it does not know; numbers become text with the
// decimals of their format, save in the format General.
import { SEEN } from '../../core/batch.js'

/** Numbers with so many decimals are seen as the very text that scdl reads; -1: none is, nor as a number at all. */
export interface SeenDecimals {
  from: number
  to: number
}

const ISO = { date: 'yyyy-mm-dd', time: 'hh:mm:ss', datetime: 'yyyy-mm-ddThh:mm:ss' } as const
const DAY_FIRST = 'dd/mm/yyyy'
const KNOWN = /^(?:y{2}|y{4}|d{1,4}|m{1,4}|m{6}|h{1,2}|s{1,2}|am\/pm|a\/p)$/i
/** What may stand between the parts as it is. */
const PASSED_ON = /^[$+(:^'{<=\-/)!&~}> ]$/

/** One of `SEEN`. */
export function seenAsDate(code: string, kind: keyof typeof ISO): number {
  let shown = ''
  for (const [whole] of code.matchAll(/"[^"]*"?|\\.?|am\/pm|a\/p|([a-z])\1*|[\s\S]/giu)) {
    if (whole === ';') break
    if (whole[0] === '"' || whole[0] === '\\') shown += whole.replace(/^[\\"]|"$/g, '')
    else if (PASSED_ON.test(whole)) shown += whole
    else if (KNOWN.test(whole)) shown += whole.toLowerCase()
    else return SEEN.value
  }
  if (shown === ISO[kind]) return SEEN.text
  return shown === DAY_FIRST ? SEEN.dayFirst : SEEN.other
}

/** undefined: seen as numbers. */
export function seenAsNumber(code: string): SeenDecimals | undefined {
  if (code === 'General') return undefined
  if (code.endsWith('%')) return { from: -1, to: -1 }
  const [, fraction, ...more] = (code.split(';')[0] ?? '').split('.')
  if (more.length > 0) return undefined
  const places = (fraction ?? '').replace(/[^0#?]/g, '')
  const fixed = places.replace(/#+$/, '').length
  // A point without a decimal after it stays.
  return { from: places.length > fixed ? Math.max(fixed, 1) : fixed, to: places.length }
}
