// What stands around the rows of a worksheet, in the order that the standard asks for. ECMA-376, 18.3.1.99
import { SHEET_ROWS } from '../sheet/cellSink.js'
import { columnName } from '../sheet/columnName.js'
import { xmlText } from '../sheet/xmlText.js'
import { styleOfColumn } from './cellStyles.js'
import type { Choice, XlsxSheet } from './xlsxSheet.js'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Of the text of a list; longer ones stand in a sheet. */
export const LIST_CHARACTERS = 255

/** Up to the first row. `isFirst`: the sheet that is shown. */
export function sheetHead({ widths, columnLooks = [], frozenRows }: XlsxSheet, isFirst: boolean): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozenRows + 1}" sqref="A${frozenRows + 1}"/>`
  const cols = widths.map((width, c) => {
    const look = columnLooks[c]
    return `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"${look === undefined ? '' : ` style="${styleOfColumn(look)}"`}/>`
  })
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">`,
    `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    '<sheetData>\n',
  ].join('')
}

export interface SheetEnd {
  /** The range of the filter; absent: there is none. */
  filter?: string | undefined
  rows: number
  columns: number
  choices: readonly PlacedChoice[]
  hasNotes: boolean
}

export interface PlacedChoice extends Choice {
  /** Where the values stand, if they are too long for a list. */
  range?: string
}

export function sheetTail({ filter, rows, columns, choices, hasNotes }: SheetEnd): string {
  const whole = `A1:${columnName(Math.max(0, columns - 1))}${Math.max(1, rows)}`
  return [
    '</sheetData>',
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    choices.length === 0 ? '' : `<dataValidations count="${choices.length}">${choices.map(validation).join('')}</dataValidations>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    // Codes are text on purpose.
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors>`,
    hasNotes ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}

function validation({ column, firstRow, values, refusal, range }: PlacedChoice): string {
  const name = columnName(column)
  const source = range ?? `"${values.join(',')}"`
  const error = refusal === undefined ? '' : ` error="${xmlText(refusal.slice(0, LIST_CHARACTERS - 30))}"`
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"${error} sqref="${name}${firstRow}:${name}${SHEET_ROWS}"><formula1>${xmlText(source)}</formula1></dataValidation>`
}

/** Whether the values can stand in the validation itself. */
export const fitsInList = (values: readonly string[]): boolean =>
  values.join(',').length <= LIST_CHARACTERS && values.every((value) => !/[,"]|^\s|\s$/.test(value))
