// The forms of dates and times as English spreadsheets name them: yyyy, mm, dd.
import { shorten } from '../visible.js'

const FORM_WIDTH = 60

const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'mm',
  d: 'dd',
  H: 'hh',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  f: 'ffffff',
  z: '+hhmm',
  Z: 'time zone',
  B: 'month in letters',
  b: 'short month',
  A: 'weekday in letters',
  a: 'short weekday',
  j: 'day of the year',
  p: 'AM or PM',
  '%': '%',
}

/** `%Y-%m-%d` → `yyyy-mm-dd`; undefined where a directive has no plain word. */
export function dateForm(format: string): string | undefined {
  let known = true
  const form = format.replace(/^fmt:/, '').replace(/%(-?)(.)/g, (_all, _dash, directive: string) => {
    const word = Object.hasOwn(DIRECTIVES, directive) ? DIRECTIVES[directive] : undefined
    if (word === undefined) known = false
    return word ?? ''
  })
  return known ? shorten(form, FORM_WIDTH) : undefined
}

/** `y-m-d` → `yyyy-mm-dd`. */
export const orderForm = (order: string): string => order.replace('y', 'yyyy').replace('m', 'mm').replace('d', 'dd')
