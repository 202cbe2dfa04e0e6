import type { NumberFormat } from './numberFormat.js'

/** A date that the workbook writes in ISO 8601 itself, with the parts that the cell shows and without empty fractions or zone. */
export function isoText(text: string, kind: NumberFormat['kind']): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/.exec(text.trim()) ?? []
  if (date === undefined && time === undefined) return text
  const clock =
    time === undefined
      ? undefined
      : (time.length === 5 ? `${time}:00` : time).replace(/\.?0*$/, (zeros) => (zeros.includes('.') ? '' : zeros))
  if (date === undefined) return clock ?? text
  if (clock === undefined || kind === 'date' || (kind === 'number' && clock === '00:00:00')) return date
  return kind === 'time' ? clock : `${date}T${clock}`
}
