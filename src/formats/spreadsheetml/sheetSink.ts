// The cells of one sheet of a workbook in XML: <Row ss:Index><Cell ss:Index ss:MergeAcross><Data ss:Type>.
import { NATIVE, SEEN } from '../../core/batch.js'
import { shortestDecimal } from '../sheet/decimal.js'
import { padZeros } from '../sheet/padZeros.js'
import type { SheetSink } from '../sheet/readSheet.js'
import type { RowWriter } from '../sheet/rowWriter.js'
import { isoText } from '../xlsx/isoText.js'
import type { NumberFormat } from '../xlsx/numberFormat.js'
import { SERIAL_BYTES, writeSerial } from '../xlsx/serialDate.js'
import { readAttributes } from '../xml/attributes.js'

const decoder = new TextDecoder()
/** Depth of the elements that hold each other: workbook, sheet, table, row, cell, data. */
const DEPTH = { sheet: 2, table: 3, row: 4, cell: 5, data: 6 } as const
/** A place beyond is no better than this: nothing has so many. */
const MAX_PLACE = 1 << 24

export interface XmlStyles {
  /** By the name of a style. */
  formats: ReadonlyMap<string, NumberFormat>
  date1904: boolean
}

export class XmlSheetSink implements SheetSink {
  wantsText = false
  paused = false
  isOver = false
  readonly rows: RowWriter
  readonly #wanted: number
  readonly #formats: XmlStyles['formats']
  readonly #date1904: boolean
  #depth = 0
  #sheets = 0
  #inSheet = false
  #inTable = false
  /** Of the row after the current one, and of the cell. */
  #nextRow = 1
  #column = 0
  #nextColumn = 0
  /** What stands where a row is expected may be something else. */
  #inRow = false
  #style: string | undefined
  #type = ''
  #start = 0

  constructor(rows: RowWriter, wanted: number, { formats, date1904 }: XmlStyles) {
    this.rows = rows
    this.#wanted = wanted
    this.#formats = formats
    this.#date1904 = date1904
  }

  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    const depth = ++this.#depth
    if (depth > DEPTH.data) return
    const name = decoder.decode(bytes.subarray(from, nameEnd))
    if (depth === DEPTH.sheet && name === 'Worksheet') this.#inSheet = this.#sheets++ === this.#wanted
    else if (!this.#inSheet) return
    else if (depth === DEPTH.table) this.#inTable = name === 'Table'
    else if (!this.#inTable) return
    else if (depth === DEPTH.row) {
      if (name === 'Row') this.#openRow(readAttributes(bytes, nameEnd, to))
    } else if (!this.#inRow) return
    else if (depth === DEPTH.cell && name === 'Cell') this.#openCell(readAttributes(bytes, nameEnd, to))
    else if (depth === DEPTH.data && name === 'Data') {
      this.#type = readAttributes(bytes, nameEnd, to).get('Type') ?? 'String'
      this.#start = this.rows.length
      this.wantsText = true
    }
  }

  close(): void {
    const depth = this.#depth--
    if (!this.#inSheet) return
    if (depth === DEPTH.data && this.wantsText) this.#closeData()
    else if (depth === DEPTH.row && this.#inRow) {
      this.#inRow = false
      this.rows.endRow()
      this.paused = this.rows.isFull
    } else if (depth === DEPTH.table) this.#inTable = false
    else if (depth === DEPTH.sheet) {
      this.isOver = true
      this.paused = true
    }
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    this.rows.append(bytes, from, to)
  }

  finish(): void {}

  #openRow(attributes: ReadonlyMap<string, string>): void {
    const number = place(attributes.get('Index')) ?? this.#nextRow
    this.#inRow = true
    this.rows.beginRow(number)
    // Rows spanned are blank ones.
    this.#nextRow = this.rows.row + 1 + (place(attributes.get('Span')) ?? 0)
    this.#nextColumn = 0
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const index = place(attributes.get('Index'))
    this.#column = index === undefined ? this.#nextColumn : Math.max(0, index - 1)
    this.#nextColumn = this.#column + 1 + (place(attributes.get('MergeAcross')) ?? 0)
    this.#style = attributes.get('StyleID')
  }

  #closeData(): void {
    const { rows } = this
    const start = this.#start
    this.wantsText = false
    if (rows.length === start) return
    const format = this.#formats.get(this.#style ?? 'Default')
    let native: number = NATIVE.text
    switch (this.#type) {
      case 'Number':
        native = this.#closeNumber(format)
        break
      case 'DateTime':
        this.#replace(isoText(this.#text(), format?.kind ?? 'number'))
        native = NATIVE.date
        break
      case 'Boolean':
        this.#replace(/^(1|true)$/i.test(this.#text().trim()) ? 'true' : 'false')
        native = NATIVE.boolean
        break
      case 'Error':
        native = NATIVE.error
    }
    rows.cell(this.#column, start, rows.length, native, SEEN.text)
  }

  /** Gives the native kind. */
  #closeNumber(format: NumberFormat | undefined): number {
    const { rows } = this
    const start = this.#start
    const text = shortestDecimal(this.#text())
    if (text === undefined) return NATIVE.text
    if (format !== undefined && format.kind !== 'number') {
      rows.reserve(SERIAL_BYTES)
      const end = writeSerial(Number(text), format, this.#date1904, rows.bytes, start)
      if (end >= 0) {
        rows.length = end
        return NATIVE.date
      }
    }
    this.#replace(text)
    padZeros(rows, start, format?.digits ?? 1)
    return NATIVE.number
  }

  #text(): string {
    return decoder.decode(this.rows.bytes.subarray(this.#start, this.rows.length))
  }

  #replace(text: string): void {
    this.rows.length = this.#start
    this.rows.appendText(text)
  }
}

function place(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Math.min(MAX_PLACE, Number(text)) : undefined
}
