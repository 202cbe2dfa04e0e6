// The looks of cells: what `xl/styles.xml` holds, and which number each look has there. ECMA-376, 18.8
import { LOOKS, type Look } from '../sheet/cellSink.js'

/** Digits behind the point that a number can show. */
export const MOST_DECIMALS = 15

const MOMENTS = ['date', 'moment', 'time'] as const
/** What an empty cell is made ready for. */
export type ColumnLook = 'text' | (typeof MOMENTS)[number]
const MOMENT_FORMATS: Readonly<Record<(typeof MOMENTS)[number], string>> = {
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd"T"hh:mm:ss',
  time: 'hh:mm:ss',
}
const TEXT_FORMAT = 49
const FIRST_OWN_FORMAT = 164

/** Places in `FONTS` and `FILLS`. */
const LOOK_STYLES: Readonly<Record<Look, { font?: number; fill?: number; wraps?: true }>> = {
  text: {},
  header: { font: 1, fill: 2 },
  wrong: { font: 2, fill: 3 },
  doubtful: { font: 3, fill: 4 },
  mended: { font: 4, fill: 5 },
  wrapped: { wraps: true },
  heading: { font: 5 },
}
const FONTS = [
  '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF7F4F00"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF0B5D1E"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="14"/><name val="Calibri"/><family val="2"/>',
]
const solid = (rgb: string): string => `<patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill>`
/** The first two are every workbook's. */
const FILLS = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  solid('FFDDE6F0'),
  solid('FFFFC7CE'),
  solid('FFFFEB9C'),
  solid('FFD5EFD9'),
]

const FIRST_LOOK = 1
const FIRST_MOMENT = FIRST_LOOK + LOOKS.length
const FIRST_NUMBER = FIRST_MOMENT + MOMENTS.length

export const styleOfLook = (look: Look): number => FIRST_LOOK + LOOKS.indexOf(look)
export const styleOfMoment = (kind: (typeof MOMENTS)[number]): number => FIRST_MOMENT + MOMENTS.indexOf(kind)
export const styleOfNumber = (decimals: number): number => FIRST_NUMBER + decimals
export const styleOfColumn = (look: ColumnLook): number => (look === 'text' ? styleOfLook(look) : styleOfMoment(look))

export function stylesPart(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, digits) => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`))
  const formats = [...MOMENTS.map((kind) => MOMENT_FORMATS[kind]), ...decimals]
  const xf = (format: number, { font = 0, fill = 0, wraps }: (typeof LOOK_STYLES)[Look] = {}): string => {
    const attributes = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"`
    return wraps ? `<xf ${attributes} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` : `<xf ${attributes}/>`
  }
  const styles = [xf(0), ...LOOKS.map((look) => xf(TEXT_FORMAT, LOOK_STYLES[look])), ...formats.map((_, i) => xf(FIRST_OWN_FORMAT + i))]
  const own = formats.map((code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  const list = (name: string, items: readonly string[], item?: string): string =>
    `<${name} count="${items.length}">${items.map((text) => (item === undefined ? text : `<${item}>${text}</${item}>`)).join('')}</${name}>`
  return [
    list('numFmts', own),
    list('fonts', FONTS, 'font'),
    list('fills', FILLS, 'fill'),
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', styles),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  ].join('')
}
