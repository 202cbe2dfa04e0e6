// The elements and attributes of a spreadsheet that are looked at, by local name, in bytes.

const encoder = new TextEncoder()

export const NAMES = {
  row: encoder.encode('table-row'),
  cell: encoder.encode('table-cell'),
  covered: encoder.encode('covered-table-cell'),
  column: encoder.encode('table-column'),
  spreadsheet: encoder.encode('spreadsheet'),
  annotation: encoder.encode('annotation'),
  rubyText: encoder.encode('ruby-text'),
  count: encoder.encode('c'),
  tab: encoder.encode('tab'),
  lineBreak: encoder.encode('line-break'),
  valueType: encoder.encode('value-type'),
  value: encoder.encode('value'),
  dateValue: encoder.encode('date-value'),
  timeValue: encoder.encode('time-value'),
  booleanValue: encoder.encode('boolean-value'),
  stringValue: encoder.encode('string-value'),
  styleName: encoder.encode('style-name'),
  columnsRepeated: encoder.encode('number-columns-repeated'),
  rowsRepeated: encoder.encode('number-rows-repeated'),
  defaultStyle: encoder.encode('default-cell-style-name'),
}

export function isName(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  if (to - from !== name.length) return false
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
  return true
}
