// The looks of cells in an OpenDocument table. OpenDocument 1.3, part 3, 16.27
import { LOOKS, type Look } from '../sheet/cellSink.js'

/** Digits behind the point that a number can show. */
const MOST_DECIMALS = 15

const LOOK_STYLES: Readonly<Record<Look, { bold?: true; color?: string; fill?: string; size?: string; wraps?: true }>> = {
  text: {},
  header: { bold: true, fill: '#dde6f0' },
  wrong: { color: '#9c0006', fill: '#ffc7ce' },
  doubtful: { color: '#7f4f00', fill: '#ffeb9c' },
  mended: { color: '#0b5d1e', fill: '#d5efd9' },
  wrapped: { wraps: true },
  heading: { bold: true, size: '14pt' },
}

const PART = {
  date: '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>',
  time: '<number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/>',
} as const

export const styleOfLook = (look: Look): string => `look-${look}`
export const styleOfMoment = (kind: 'date' | 'moment' | 'time'): string => kind
export const styleOfNumber = (decimals: number): string => `number-${decimals}`
export const styleOfColumn = (column: number): string => `column-${column}`

/** `widths`: of the columns, in characters. */
export function stylesText(widths: readonly number[]): string {
  const columns = widths.map(
    (width, c) =>
      `<style:style style:name="${styleOfColumn(c)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.21).toFixed(2)}cm"/></style:style>`,
  )
  const numbers = Array.from(
    { length: MOST_DECIMALS + 1 },
    (_, digits) =>
      `<number:number-style style:name="n${digits}"><number:number number:min-integer-digits="1" number:decimal-places="${digits}" number:min-decimal-places="${digits}"/></number:number-style>`,
  )
  const cell = (name: string, data: string, properties = ''): string =>
    `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}">${properties}</style:style>`
  return [
    ...columns,
    '<number:text-style style:name="t"><number:text-content/></number:text-style>',
    `<number:date-style style:name="d">${PART.date}</number:date-style>`,
    `<number:date-style style:name="m">${PART.date}<number:text>T</number:text>${PART.time}</number:date-style>`,
    `<number:time-style style:name="h">${PART.time}</number:time-style>`,
    ...numbers,
    ...LOOKS.map((look) => cell(styleOfLook(look), 't', propertiesOf(look))),
    cell('date', 'd'),
    cell('moment', 'm'),
    cell('time', 'h'),
    ...numbers.map((_, digits) => cell(styleOfNumber(digits), `n${digits}`)),
  ].join('')
}

function propertiesOf(look: Look): string {
  const { bold, color, fill, size, wraps } = LOOK_STYLES[look]
  const ofCell = `${fill === undefined ? '' : ` fo:background-color="${fill}"`}${wraps ? ' fo:wrap-option="wrap" style:vertical-align="top"' : ''}`
  const ofText = `${bold ? ' fo:font-weight="bold"' : ''}${color === undefined ? '' : ` fo:color="${color}"`}${size === undefined ? '' : ` fo:font-size="${size}"`}`
  return `${ofCell === '' ? '' : `<style:table-cell-properties${ofCell}/>`}${ofText === '' ? '' : `<style:text-properties${ofText}/>`}`
}
