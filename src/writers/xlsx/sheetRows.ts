// The rows of a worksheet, as bytes of its XML. Strings stand in their cells: a table of shared ones would grow with the rows.
import { ScdlError } from '../../core/error.js'
import { ByteText } from '../sheet/byteText.js'
import { CELL_CHARACTERS, type CellSink, LOOKS, type Look, SHEET_COLUMNS, SHEET_ROWS } from '../sheet/cellSink.js'
import { columnName } from '../sheet/columnName.js'
import { utf16Length } from '../sheet/utf16Length.js'
import { styleOfLook, styleOfMoment, styleOfNumber } from './cellStyles.js'
import { ESCAPED_GROWTH, escapeText } from './escapeText.js'
import { readSerial } from './serial.js'

/** An entry of an archive ends at 4 GiB. */
const MOST_BYTES = 3.5 * 1024 ** 3
/** What stands around the text of a cell. */
const CELL_BYTES = 128
const SPACE = 0x20

const encoder = new TextEncoder()
const ascii = (text: string): Uint8Array => encoder.encode(text)
const ROW = ascii('<row r="')
const ROW_OPEN = ascii('">')
const ROW_END = ascii('</row>\n')
const STRING_OPEN = ascii('<is><t>')
const SPACED_OPEN = ascii('<is><t xml:space="preserve">')
const STRING_END = ascii('</t></is></c>')
const VALUE_OPEN = ascii('<v>')
const VALUE_END = ascii('</v></c>')

export interface Note {
  /** From 0. */
  column: number
  /** From 0. */
  row: number
  text: string
}

export class SheetRows implements CellSink {
  row = 0
  readonly notes: Note[] = []
  readonly #out = new ByteText()
  readonly #opens: Uint8Array[] = []
  readonly #looks = new Map<Look, Uint8Array>(LOOKS.map((look) => [look, ascii(`" s="${styleOfLook(look)}" t="inlineStr">`)]))
  readonly #styles: Uint8Array[] = []
  #column = 0
  #given = 0
  #isOpen = false

  get isFull(): boolean {
    return this.row === SHEET_ROWS || this.#given + this.#out.length > MOST_BYTES
  }

  /** What was written since the last time; valid until more is written. */
  take(): Uint8Array {
    this.#given += this.#out.length
    return this.#out.take()
  }

  text(bytes: Uint8Array, from: number, to: number, look: Look = 'text'): void {
    if (to - from > CELL_CHARACTERS) this.#refuseLong(utf16Length(bytes, from, to))
    this.#out.reserve((to - from) * ESCAPED_GROWTH + CELL_BYTES)
    this.#open(this.#looks.get(look)!)
    const isSpaced = from < to && (bytes[from]! <= SPACE || bytes[to - 1]! <= SPACE)
    this.#out.put(isSpaced ? SPACED_OPEN : STRING_OPEN)
    escapeText(bytes, from, to, this.#out)
    this.#out.put(STRING_END)
  }

  string(text: string, look?: Look): void {
    const bytes = encoder.encode(text)
    this.text(bytes, 0, bytes.length, look)
  }

  number(bytes: Uint8Array, from: number, to: number, decimals: number): void {
    this.#openValue(styleOfNumber(decimals), to - from)
    this.#out.copy(bytes, from, to)
    this.#out.put(VALUE_END)
  }

  moment(bytes: Uint8Array, from: number, to: number): boolean {
    const serial = readSerial(bytes, from, to)
    if (serial === undefined) return false
    const { kind, days } = serial
    this.#openValue(styleOfMoment(kind), CELL_BYTES)
    if (Number.isInteger(days)) this.#out.digits(days)
    else this.#out.put(ascii(String(days)))
    this.#out.put(VALUE_END)
    return true
  }

  skip(): void {
    this.#column++
  }

  /** On the cell written last. */
  note(text: string): void {
    this.notes.push({ column: this.#column - 1, row: this.row, text })
  }

  endRow(): void {
    const out = this.#out
    out.reserve(CELL_BYTES)
    if (!this.#isOpen) this.#openRow()
    out.put(ROW_END)
    this.#isOpen = false
    this.#column = 0
    this.row++
  }

  /** Makes room for the value, of so many bytes at most. */
  #openValue(style: number, size: number): void {
    const out = this.#out
    out.reserve(size + CELL_BYTES)
    this.#styles[style] ??= ascii(`" s="${style}">`)
    this.#open(this.#styles[style])
    out.put(VALUE_OPEN)
  }

  #open(rest: Uint8Array): void {
    if (this.#column >= SHEET_COLUMNS) throw new ScdlError('workbook-limit', { limit: 'columns', value: SHEET_COLUMNS })
    if (!this.#isOpen) this.#openRow()
    const out = this.#out
    this.#opens[this.#column] ??= ascii(`<c r="${columnName(this.#column)}`)
    out.put(this.#opens[this.#column]!)
    out.digits(this.row + 1)
    out.put(rest)
    this.#column++
  }

  #openRow(): void {
    const out = this.#out
    out.put(ROW)
    out.digits(this.row + 1)
    out.put(ROW_OPEN)
    this.#isOpen = true
  }

  #refuseLong(characters: number): void {
    if (characters <= CELL_CHARACTERS) return
    throw new ScdlError('workbook-limit', {
      limit: 'cell',
      value: CELL_CHARACTERS,
      characters,
      row: this.row + 1,
      column: this.#column + 1,
    })
  }
}
