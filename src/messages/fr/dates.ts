// The forms of dates and times as French spreadsheets name them: aaaa, mm, jj.
import { formInWords } from '../dateWords.js'

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
export const dateForm = (format: string): string | undefined => formInWords(format, DIRECTIVES)

/** `y-m-d` → `aaaa-mm-jj`. */
export const orderForm = (order: string): string => order.replace('y', 'aaaa').replace('m', 'mm').replace('d', 'jj')
