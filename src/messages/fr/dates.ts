// The forms of dates and times as French spreadsheets name them: aaaa, mm, jj.
import { shorten } from '../visible.js'

const FORM_WIDTH = 60

const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: 'aaaa',
  y: 'aa',
  m: 'mm',
  d: 'jj',
  H: 'hh',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  f: 'ffffff',
  z: '+hhmm',
  Z: 'fuseau',
  B: 'mois en lettres',
  b: 'mois abrégé',
  A: 'jour en lettres',
  a: 'jour abrégé',
  j: "jour de l'année",
  p: 'AM ou PM',
  '%': '%',
}

/** `%Y-%m-%d` → `aaaa-mm-jj`; undefined where a directive has no plain word. */
export function dateForm(format: string): string | undefined {
  let known = true
  const form = format.replace(/^fmt:/, '').replace(/%(-?)(.)/g, (_all, _dash, directive: string) => {
    const word = Object.hasOwn(DIRECTIVES, directive) ? DIRECTIVES[directive] : undefined
    if (word === undefined) known = false
    return word ?? ''
  })
  return known ? shorten(form, FORM_WIDTH) : undefined
}

/** `y-m-d` → `aaaa-mm-jj`. */
export const orderForm = (order: string): string => order.replace('y', 'aaaa').replace('m', 'mm').replace('d', 'jj')
