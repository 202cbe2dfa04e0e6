// The rows of an OpenDocument table, as bytes of its XML. OpenDocument 1.3, part 3, 9.1
import { ScdlError } from '../../core/error.js'
import { ByteText } from '../sheet/byteText.js'
import { CELL_CHARACTERS, type CellSink, LOOKS, type Look, SHEET_COLUMNS, SHEET_ROWS } from '../sheet/cellSink.js'
import { utf16Length } from '../sheet/utf16Length.js'
import { styleOfLook, styleOfMoment, styleOfNumber } from './cellStyles.js'
import { paragraphs } from './paragraphs.js'

/** An entry of an archive ends at 4 GiB, and holds all sheets. */
const MOST_BYTES = 3.5 * 1024 ** 3
const DATE_LENGTH = 10
const TIME_LENGTH = 8
const MOMENT_LENGTH = 19
/** Before, programs do not agree on the calendar. */
const FIRST_YEAR = '1583'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const ascii = (text: string): Uint8Array => encoder.encode(text)
const ROW_OPEN = ascii('<table:table-row>')
const ROW_END = ascii('</table:table-row>\n')
const CELL_END = ascii('</table:table-cell>')
const EMPTY_CELL = ascii('<table:table-cell/>')

export class OdsRows implements CellSink {
  row = 0
  readonly #out = new ByteText()
  readonly #looks = new Map<Look, Uint8Array>(
    LOOKS.map((look) => [look, ascii(`<table:table-cell office:value-type="string" table:style-name="${styleOfLook(look)}">`)]),
  )
  #column = 0
  #given = 0

  /** `written`: bytes of the sheets before. */
  constructor(written: number) {
    this.#given = written
  }

  get bytes(): number {
    return this.#given + this.#out.length
  }

  get isFull(): boolean {
    if (this.bytes > MOST_BYTES) throw new ScdlError('workbook-limit', { limit: 'size', value: MOST_BYTES })
    return this.row === SHEET_ROWS
  }

  take(): Uint8Array {
    this.#given += this.#out.length
    return this.#out.take()
  }

  text(bytes: Uint8Array, from: number, to: number, look: Look = 'text'): void {
    const characters = to - from > CELL_CHARACTERS ? utf16Length(bytes, from, to) : 0
    if (characters > CELL_CHARACTERS) throw this.#refusal({ limit: 'cell', value: CELL_CHARACTERS, characters })
    const content = paragraphs(decoder.decode(bytes.subarray(from, to)))
    if (content === undefined) throw this.#refusal({ limit: 'character' })
    this.#cell(this.#looks.get(look)!, content)
  }

  string(text: string, look?: Look): void {
    const bytes = encoder.encode(text)
    this.text(bytes, 0, bytes.length, look)
  }

  number(bytes: Uint8Array, from: number, to: number, decimals: number): void {
    const text = decoder.decode(bytes.subarray(from, to))
    this.#typed('float', `office:value="${text}"`, styleOfNumber(decimals), text)
  }

  moment(bytes: Uint8Array, from: number, to: number): boolean {
    const text = decoder.decode(bytes.subarray(from, to))
    if (text.length === TIME_LENGTH) {
      const duration = `PT${text.slice(0, 2)}H${text.slice(3, 5)}M${text.slice(6)}S`
      this.#typed('time', `office:time-value="${duration}"`, styleOfMoment('time'), text)
      return true
    }
    const isDate = text.length === DATE_LENGTH
    if ((!isDate && (text.length !== MOMENT_LENGTH || text.at(-1) === 'Z')) || text.slice(0, 4) < FIRST_YEAR) return false
    this.#typed('date', `office:date-value="${text}"`, styleOfMoment(isDate ? 'date' : 'moment'), text)
    return true
  }

  skip(): void {
    this.#begin()
    this.#out.reserve(EMPTY_CELL.length)
    this.#out.put(EMPTY_CELL)
  }

  endRow(): void {
    this.#out.reserve(ROW_OPEN.length + EMPTY_CELL.length + ROW_END.length)
    if (this.#column === 0) {
      this.#out.put(ROW_OPEN)
      this.#out.put(EMPTY_CELL)
    }
    this.#out.put(ROW_END)
    this.#column = 0
    this.row++
  }

  #typed(type: string, value: string, style: string, shown: string): void {
    const open = ascii(`<table:table-cell office:value-type="${type}" ${value} table:style-name="${style}">`)
    this.#cell(open, `<text:p>${shown}</text:p>`)
  }

  #cell(open: Uint8Array, content: string): void {
    this.#begin()
    const out = this.#out
    const text = ascii(content)
    out.reserve(open.length + text.length + CELL_END.length)
    out.put(open)
    out.put(text)
    out.put(CELL_END)
  }

  #begin(): void {
    if (this.#column >= SHEET_COLUMNS) throw new ScdlError('workbook-limit', { limit: 'columns', value: SHEET_COLUMNS })
    if (this.#column === 0) {
      this.#out.reserve(ROW_OPEN.length)
      this.#out.put(ROW_OPEN)
    }
    this.#column++
  }

  #refusal(details: ConstructorParameters<typeof ScdlError>[1]): ScdlError {
    return new ScdlError('workbook-limit', { ...details, row: this.row + 1, column: this.#column + 1 })
  }
}
