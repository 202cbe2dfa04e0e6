// The cells of one table of a spreadsheet. OpenDocument 1.3, part 3, 9.1. Hot: every byte up to the table's end passes here.
// Longer than most files: one reader, whose tags, attributes and texts share what is known of the current cell.
import { NATIVE, SEEN } from '../../core/batch.js'
import { isShortestDecimal, shortestDecimal } from '../sheet/decimal.js'
import { padZeros } from '../sheet/padZeros.js'
import type { SheetSink } from '../sheet/readSheet.js'
import type { RowWriter } from '../sheet/rowWriter.js'
import { AttributeReader } from './attributeReader.js'
import type { CellStyles } from './cellStyles.js'
import { isName, NAMES } from './names.js'
import { Paragraph } from './paragraph.js'
import { isTable } from './tableSurvey.js'
import { isoDate, isoTime } from './times.js'

/** Of cells, by the first letters of `office:value-type`. */
const TYPE = { none: 0, number: 1, date: 2, time: 3, boolean: 4, string: 5 } as const

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const TRUE = encoder.encode('true')
const FALSE = encoder.encode('false')
const NEWLINE = encoder.encode('\n')
const [B, C, D, E, F, P, S, T] = [98, 99, 100, 101, 102, 112, 115, 116] as const

/** Of a sheet. */
const MAX_COLUMNS = 16_384

export class OdsSheetSink implements SheetSink {
  wantsText = false
  paused = false
  isOver = false
  readonly rows: RowWriter
  readonly #wanted: number
  readonly #styles: CellStyles
  /** Whether cells have to be asked for their style. */
  readonly #styled: boolean
  /** By column, the style of cells without their own. */
  readonly #columnStyles: (string | undefined)[] = []
  #tables = 0
  #depth = 0
  /** Depth of what is open; 0: it is not. */
  #bodyDepth = 0
  #tableDepth = 0
  #rowDepth = 0
  #cellDepth = 0
  #paragraphDepth = 0
  #skippedDepth = 0
  /** Of the current row. */
  #copies = 0
  #rowStyle: string | undefined
  /** Of the current cell. */
  #column = 0
  #repeats = 1
  #type: number = TYPE.none
  #isError = false
  #style: string | undefined
  #start = 0
  #stringValue: string | undefined
  #paragraphs = 0
  readonly #attributes = new AttributeReader()
  readonly #paragraph: Paragraph

  constructor(rows: RowWriter, wanted: number, styles: CellStyles) {
    this.rows = rows
    this.#wanted = wanted
    this.#styles = styles
    this.#styled = styles.matter
    this.#paragraph = new Paragraph(rows)
  }

  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    this.#depth++
    if (this.#paragraphDepth !== 0) this.#openInParagraph(bytes, from, nameEnd, to)
    else if (this.#cellDepth !== 0) {
      if (nameEnd - from === 1 && bytes[from] === P && this.#depth === this.#cellDepth + 1) this.#openParagraph()
    } else if (this.#rowDepth !== 0) {
      if (this.#depth !== this.#rowDepth + 1) return
      if (isName(bytes, from, nameEnd, NAMES.cell)) this.#openCell(bytes, nameEnd, to)
      else if (isName(bytes, from, nameEnd, NAMES.covered)) this.#column += this.#readRepeats(bytes, nameEnd, to)
    } else if (this.#tableDepth !== 0) {
      if (isName(bytes, from, nameEnd, NAMES.row)) this.#openRow(bytes, nameEnd, to)
      else if (this.#styled && isName(bytes, from, nameEnd, NAMES.column)) this.#openColumn(bytes, nameEnd, to)
    } else if (this.#bodyDepth === 0) {
      if (isName(bytes, from, nameEnd, NAMES.spreadsheet)) this.#bodyDepth = this.#depth
    } else if (this.#depth === this.#bodyDepth + 1 && isTable(bytes, from, nameEnd)) {
      if (this.#tables === this.#wanted) this.#tableDepth = this.#depth
      this.#tables++
    }
  }

  close(): void {
    const depth = this.#depth--
    if (this.#tableDepth === 0) return
    if (depth === this.#cellDepth) this.#closeCell()
    else if (depth === this.#paragraphDepth) {
      this.#paragraphDepth = 0
      this.wantsText = false
      this.#paragraph.end(this.#start)
    } else if (depth === this.#skippedDepth) {
      this.#skippedDepth = 0
      this.wantsText = true
    } else if (depth === this.#rowDepth) {
      this.#rowDepth = 0
      this.rows.endRow(this.#copies)
      this.paused = this.rows.isFull
    } else if (depth === this.#tableDepth) {
      this.isOver = true
      this.paused = true
    }
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    this.#paragraph.write(bytes, from, to)
  }

  /** Rows that are blank to the end are the sheet's, not the table's. */
  finish(): void {}

  #readRepeats(bytes: Uint8Array, from: number, to: number): number {
    const attributes = this.#attributes
    attributes.open(bytes, from, to)
    while (attributes.next()) if (attributes.isNamed(NAMES.columnsRepeated)) return attributes.count()
    return 1
  }

  #openColumn(bytes: Uint8Array, from: number, to: number): void {
    const attributes = this.#attributes
    let repeats = 1
    let style: string | undefined
    attributes.open(bytes, from, to)
    while (attributes.next()) {
      if (attributes.isNamed(NAMES.columnsRepeated)) repeats = attributes.count()
      else if (attributes.isNamed(NAMES.defaultStyle)) style = attributes.text()
    }
    const columns = Math.min(MAX_COLUMNS, this.#columnStyles.length + repeats)
    while (this.#columnStyles.length < columns) this.#columnStyles.push(style)
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    const attributes = this.#attributes
    this.#rowDepth = this.#depth
    this.#column = 0
    this.#copies = 0
    this.#rowStyle = undefined
    attributes.open(bytes, from, to)
    while (attributes.next()) {
      if (attributes.isNamed(NAMES.rowsRepeated)) this.#copies = attributes.count() - 1
      else if (attributes.isNamed(NAMES.defaultStyle)) this.#rowStyle = attributes.text()
    }
    this.rows.beginRow()
  }

  #openCell(bytes: Uint8Array, from: number, to: number): void {
    const { rows } = this
    const attributes = this.#attributes
    this.#cellDepth = this.#depth
    this.#start = rows.length
    this.#repeats = 1
    this.#type = TYPE.none
    this.#isError = false
    this.#style = undefined
    this.#stringValue = undefined
    this.#paragraphs = 0
    let value = -1
    let valueEnd = 0
    attributes.open(bytes, from, to)
    while (attributes.next()) {
      if (attributes.isNamed(NAMES.valueType)) {
        const type = bytes[attributes.from]
        if (type === E) this.#isError = true
        else this.#type = readType(type)
      } else if (this.#isValue()) {
        value = attributes.from
        valueEnd = attributes.to
      } else if (attributes.isNamed(NAMES.columnsRepeated)) this.#repeats = attributes.count()
      else if (attributes.isNamed(NAMES.stringValue)) this.#stringValue = attributes.text()
      else if (this.#styled && attributes.isNamed(NAMES.styleName)) this.#style = attributes.text()
    }
    // Without its value a cell is what it shows.
    if (value < 0 || this.#isError) this.#type = TYPE.string
    else if (this.#type !== TYPE.string && this.#type !== TYPE.none) rows.append(bytes, value, valueEnd)
  }

  #isValue(): boolean {
    const attributes = this.#attributes
    if (attributes.isNamed(NAMES.value)) return true
    return attributes.isNamed(NAMES.dateValue) || attributes.isNamed(NAMES.timeValue) || attributes.isNamed(NAMES.booleanValue)
  }

  #openParagraph(): void {
    if (this.#type !== TYPE.string && this.#type !== TYPE.none) return
    if (this.#paragraphs++ > 0) this.rows.append(NEWLINE, 0, 1)
    this.#paragraphDepth = this.#depth
    this.#paragraph.begin()
    this.wantsText = true
  }

  #openInParagraph(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    if (this.#skippedDepth !== 0) return
    if (nameEnd - from === 1 && bytes[from] === S) this.#paragraph.put(' ', this.#readSpaces(bytes, nameEnd, to))
    else if (isName(bytes, from, nameEnd, NAMES.tab)) this.#paragraph.put('\t')
    else if (isName(bytes, from, nameEnd, NAMES.lineBreak)) this.#paragraph.put('\n')
    else if (isName(bytes, from, nameEnd, NAMES.annotation) || isName(bytes, from, nameEnd, NAMES.rubyText)) {
      this.#skippedDepth = this.#depth
      this.wantsText = false
    }
  }

  #readSpaces(bytes: Uint8Array, from: number, to: number): number {
    const attributes = this.#attributes
    attributes.open(bytes, from, to)
    while (attributes.next()) if (attributes.isNamed(NAMES.count)) return attributes.count()
    return 1
  }

  #closeCell(): void {
    this.#cellDepth = 0
    const { rows } = this
    const column = this.#column
    const repeats = this.#repeats
    this.#column += repeats
    if (rows.length === this.#start && (this.#stringValue ?? '') === '') return
    let native: number = NATIVE.text
    let seen: number = SEEN.text
    switch (this.#type) {
      case TYPE.number:
        native = this.#closeNumber(column) ? NATIVE.number : NATIVE.text
        seen = native === NATIVE.number ? SEEN.value : SEEN.text
        break
      case TYPE.date:
        this.#rewrite(isoDate)
        native = NATIVE.date
        seen = SEEN.value
        break
      case TYPE.time: {
        const { duration } = this.#dataStyle(column)
        const isSame = this.#rewrite((text) => isoTime(text, duration))
        native = NATIVE.date
        // Validata has the duration itself, as text.
        seen = isSame ? SEEN.text : SEEN.other
        break
      }
      case TYPE.boolean: {
        const isTrue = rows.bytes[this.#start] === T
        rows.length = this.#start
        if (isTrue) rows.append(TRUE, 0, TRUE.length)
        else rows.append(FALSE, 0, FALSE.length)
        native = NATIVE.boolean
        seen = SEEN.value
        break
      }
      default:
        if (rows.length === this.#start) rows.appendText(this.#stringValue ?? '')
        if (this.#isError) native = NATIVE.error
    }
    rows.cell(column, this.#start, rows.length, native, seen, repeats - 1)
  }

  /** False: what stands there is no number. */
  #closeNumber(column: number): boolean {
    const { rows } = this
    const start = this.#start
    if (!isShortestDecimal(rows.bytes, start, rows.length) && this.#rewrite(shortestDecimal) === undefined) return false
    if (this.#styled) padZeros(rows, start, this.#dataStyle(column).digits)
    return true
  }

  /** Whether the text stays the same; undefined: there is none to put in its place. */
  #rewrite(write: (text: string) => string | undefined): boolean | undefined {
    const { rows } = this
    const text = decoder.decode(rows.bytes.subarray(this.#start, rows.length))
    const written = write(text)
    if (written === undefined || written === text) return written === undefined ? undefined : true
    rows.length = this.#start
    rows.appendText(written)
    return false
  }

  #dataStyle(column: number) {
    const style = this.#style ?? this.#rowStyle ?? this.#columnStyles[column]
    return this.#styles.of(style ?? '')
  }
}

function readType(first: number | undefined): number {
  if (first === F || first === P || first === C) return TYPE.number
  if (first === D) return TYPE.date
  if (first === T) return TYPE.time
  if (first === B) return TYPE.boolean
  return first === S ? TYPE.string : TYPE.none
}
