// The forms of dates and times as English spreadsheets name them: yyyy, mm, dd.
import { formInWords } from '../dateWords.js'

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
export const dateForm = (format: string): string | undefined => formInWords(format, DIRECTIVES)

/** `y-m-d` → `yyyy-mm-dd`. */
export const orderForm = (order: string): string => order.replace('y', 'yyyy').replace('m', 'mm').replace('d', 'dd')
