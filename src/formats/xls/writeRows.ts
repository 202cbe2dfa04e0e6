// The cells of a sheet that is in memory, as batches have them.
import type { CellObject } from 'xlsx'
import { NATIVE, SEEN } from '../../core/batch.js'
import { ScdlError } from '../../core/error.js'
import { shortestDecimal } from '../sheet/decimal.js'
import { padZeros } from '../sheet/padZeros.js'
import type { RowWriter } from '../sheet/rowWriter.js'
import { type NumberFormat, parseNumberFormat } from '../xlsx/numberFormat.js'
import { SERIAL_BYTES, writeSerial } from '../xlsx/serialDate.js'
import type { OldSheet } from './readBook.js'

/** [MS-XLS] 2.5.10 */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

const MAX_ROWS = 1 << 20
const MAX_COLUMNS = 1 << 14

/** Gives way after each row. Throws `limit-exceeded` where a cell says to stand outside of every sheet. */
export function* writeRows({ rows: data, date1904, isSeen }: OldSheet, rows: RowWriter): Generator<void> {
  const formats = new Map<unknown, NumberFormat>()
  const formatOf = ({ z }: CellObject): NumberFormat => {
    const known = formats.get(z)
    if (known !== undefined) return known
    const format = parseNumberFormat(typeof z === 'string' ? z : 'General')
    formats.set(z, format)
    return format
  }
  // Validata's reader of XLS (xlrd) gives numbers, dates and booleans as such, whatever the cell shows.
  const asValue = isSeen ? SEEN.value : SEEN.text
  if (data.length > MAX_ROWS) throw new ScdlError('limit-exceeded', { limit: 'rows', value: MAX_ROWS })
  for (let r = 0; r < data.length; r++) {
    const cells = data[r]
    if (cells === undefined) continue
    if (cells.length > MAX_COLUMNS) throw new ScdlError('limit-exceeded', { limit: 'columns', value: MAX_COLUMNS, row: r + 1 })
    rows.beginRow(r + 1)
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c]
      if (cell === undefined || cell === null) continue
      const start = rows.length
      const native = writeCell(rows, cell, formatOf(cell), date1904)
      rows.cell(c, start, rows.length, native, native === NATIVE.text || native === NATIVE.error ? SEEN.text : asValue)
    }
    rows.endRow()
    yield
  }
}

/** Appends the text and gives its native kind. */
function writeCell(rows: RowWriter, { t, v }: CellObject, format: NumberFormat, date1904: boolean): number {
  if (v === undefined || v === null || t === 'z') return NATIVE.empty
  if (t === 'b') {
    rows.appendText(v ? 'true' : 'false')
    return NATIVE.boolean
  }
  if (t === 'e') {
    rows.appendText(ERRORS[Number(v)] ?? '#VALUE!')
    return NATIVE.error
  }
  if (t !== 'n') {
    rows.appendText(String(v))
    return NATIVE.text
  }
  const start = rows.length
  if (format.kind !== 'number') {
    rows.reserve(SERIAL_BYTES)
    const end = writeSerial(Number(v), format, date1904, rows.bytes, start)
    if (end >= 0) {
      rows.length = end
      return NATIVE.date
    }
  }
  rows.appendText(shortestDecimal(String(v)) ?? String(v))
  padZeros(rows, start, format.digits)
  return NATIVE.number
}
