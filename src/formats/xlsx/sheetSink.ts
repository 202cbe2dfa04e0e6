// The cells of a worksheet. ECMA-376, 18.3.1. Hot: every byte of the sheet passes here.
// Longer than most files: one reader, whose tags, attributes and texts share what is known of the current cell.
import { NATIVE, SEEN } from '../../core/batch.js'
import { isShortestDecimal, shortestDecimal } from '../sheet/decimal.js'
import { padZeros } from '../sheet/padZeros.js'
import type { SheetSink } from '../sheet/readSheet.js'
import type { RowWriter } from '../sheet/rowWriter.js'
import { undoEscapes } from './escapes.js'
import { isoText } from './isoText.js'
import type { NumberFormat } from './numberFormat.js'
import type { SeenDecimals } from './seenByValidata.js'
import { SERIAL_BYTES, writeSerial } from './serialDate.js'
import type { SharedStrings } from './sharedStrings.js'

export interface WorkbookParts {
  strings: SharedStrings
  /** By cell style. */
  formats: readonly NumberFormat[]
  date1904: boolean
}

const TYPE = { number: 0, shared: 1, text: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const

const QUOTE = 34
const APOSTROPHE = 39
const POINT = 46
const EQUALS = 61
const SPACE = 32
const ZERO = 48
const ONE = 49
const NINE = 57
const A = 65
const Z = 90
const LOWER_A = 97
const LOWER_Z = 122
const [P, B, C, D, E, I, N, O, R, S, T, V, W] = [80, 98, 99, 100, 101, 105, 110, 111, 114, 115, 116, 118, 119] as const
/** `sheetData` */
const SHEET_DATA_BYTES = 9
/** More digits than this are not added up safely. */
const SAFE_DIGITS = 15

const decoder = new TextDecoder()

export class XlsxSheetSink implements SheetSink {
  wantsText = false
  paused = false
  isOver = false
  readonly rows: RowWriter
  readonly #parts: WorkbookParts
  #inData = false
  #phonetic = false
  /** Of the current cell; the column of the next one that does not say it. */
  #column = -1
  #type: number = TYPE.number
  #style = 0
  #start = 0

  constructor(rows: RowWriter, parts: WorkbookParts) {
    this.rows = rows
    this.#parts = parts
  }

  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    const length = nameEnd - from
    const c = bytes[from]
    if (!this.#inData) {
      this.#inData = length === SHEET_DATA_BYTES && decoder.decode(bytes.subarray(from, nameEnd)) === 'sheetData'
      return
    }
    if (length === 1) {
      if (c === C) this.#openCell(bytes, nameEnd, to)
      else if (c === V) this.wantsText = true
      else if (c === T) this.wantsText = this.#type === TYPE.inline && !this.#phonetic
    } else if (length === 3) {
      if (c === R && bytes[from + 1] === O && bytes[from + 2] === W) this.#openRow(bytes, nameEnd, to)
      else if (c === R && bytes[from + 1] === P) this.#phonetic = true
    } else if (length === 2 && c === I && bytes[from + 1] === S) this.#type = TYPE.inline
  }

  close(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    const c = bytes[from]
    if (length === 1) {
      if (c === V || c === T) this.wantsText = false
      else if (c === C && this.#inData) this.#closeCell()
    } else if (length === 3) {
      if (c === R && bytes[from + 1] === O && bytes[from + 2] === W && this.#inData) {
        this.rows.endRow()
        this.paused = this.rows.isFull
      } else if (c === R && bytes[from + 1] === P) this.#phonetic = false
    } else if (length === SHEET_DATA_BYTES && this.#inData) {
      this.isOver = true
      this.paused = true
    }
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    this.rows.append(bytes, from, to)
  }

  finish(): void {
    this.rows.endWithBlanks()
  }

  #openRow(bytes: Uint8Array, from: number, to: number): void {
    this.#column = -1
    let number: number | undefined
    let p = from
    while (p < to) {
      while (bytes[p]! <= SPACE) p++
      if (bytes[p] === R && bytes[p + 1] === EQUALS) {
        number = readNumber(bytes, p + 3)
        break
      }
      p = endOfAttribute(bytes, p, to)
    }
    this.rows.beginRow(number)
  }

  #openCell(bytes: Uint8Array, from: number, to: number): void {
    let column = this.#column + 1
    let type: number = TYPE.number
    let style = 0
    let p = from
    while (p < to) {
      while (bytes[p]! <= SPACE && p < to) p++
      const quote = bytes[p + 2]
      if (bytes[p + 1] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) {
        p = endOfAttribute(bytes, p, to)
        continue
      }
      const name = bytes[p]
      let at = p + 3
      if (name === R) {
        let letters = 0
        let x = bytes[at]!
        for (;;) {
          if (x >= A && x <= Z) letters = letters * 26 + x - A + 1
          else if (x >= LOWER_A && x <= LOWER_Z) letters = letters * 26 + x - LOWER_A + 1
          else break
          x = bytes[++at]!
        }
        if (letters > 0) column = letters - 1
      } else if (name === S) style = readNumber(bytes, at) ?? 0
      else if (name === T) type = readType(bytes, at)
      while (bytes[at] !== quote) at++
      p = at + 1
    }
    this.#column = column
    this.#type = type
    this.#style = style
    this.#start = this.rows.length
  }

  #closeCell(): void {
    const { rows } = this
    const start = this.#start
    const type = this.#type
    const end = rows.length
    if (end === start) {
      rows.lay(this.#column)
      return
    }
    if (type === TYPE.number) this.#closeNumber(start, end)
    else if (type === TYPE.shared) {
      const index = readDouble(rows.bytes, start, end)
      rows.length = start
      this.#parts.strings.write(index, rows)
      rows.cell(this.#column, start, rows.length, NATIVE.text, SEEN.text)
    } else if (type === TYPE.boolean) {
      const isTrue = rows.bytes[start] === ONE || rows.bytes[start] === T
      rows.length = start
      rows.appendText(isTrue ? 'true' : 'false')
      const { decimals } = this.#format()
      rows.cell(this.#column, start, rows.length, NATIVE.boolean, decimals === undefined ? SEEN.value : seenWith(0, decimals, false))
    } else if (type === TYPE.date) this.#closeDate(start, end)
    else {
      if (type !== TYPE.error) rows.length = undoEscapes(rows.bytes, start, end)
      rows.cell(this.#column, start, rows.length, type === TYPE.error ? NATIVE.error : NATIVE.text, SEEN.text)
    }
  }

  #format(): NumberFormat {
    return this.#parts.formats[this.#style] ?? GENERAL
  }

  #closeNumber(start: number, end: number): void {
    const { rows } = this
    const format = this.#format()
    if (format.kind !== 'number') {
      rows.reserve(SERIAL_BYTES)
      const written = writeSerial(readDouble(rows.bytes, start, end), format, this.#parts.date1904, rows.bytes, start)
      if (written >= 0) {
        rows.length = written
        rows.cell(this.#column, start, written, NATIVE.date, format.seen)
        return
      }
    }
    if (!isShortestDecimal(rows.bytes, start, end)) {
      const text = shortestDecimal(decoder.decode(rows.bytes.subarray(start, end)))
      if (text === undefined) {
        rows.cell(this.#column, start, end, NATIVE.text, SEEN.text)
        return
      }
      rows.length = start
      rows.appendText(text)
    }
    if (format.decimals === undefined) rows.cell(this.#column, start, rows.length, NATIVE.number, SEEN.value)
    else this.#closeShownNumber(start, format.digits, format.decimals)
  }

  /** A number that its format shows in a manner of its own. */
  #closeShownNumber(start: number, digits: number, shown: SeenDecimals): void {
    const { rows } = this
    const { bytes } = rows
    let point = start
    while (point < rows.length && bytes[point] !== POINT) point++
    const places = Math.max(0, rows.length - point - 1)
    if (padZeros(rows, start, digits)) {
      // Validata leaves these zeros out.
      rows.cell(this.#column, start, rows.length, NATIVE.number, SEEN.whole)
      return
    }
    rows.cell(this.#column, start, rows.length, NATIVE.number, seenWith(places, shown, true))
  }

  /** Dates written in ISO 8601 by the workbook itself. */
  #closeDate(start: number, end: number): void {
    const { rows } = this
    const { kind, seen } = this.#format()
    const text = isoText(decoder.decode(rows.bytes.subarray(start, end)), kind)
    rows.length = start
    rows.appendText(text)
    rows.cell(this.#column, start, rows.length, NATIVE.date, kind === 'number' ? SEEN.value : seen)
  }
}

const GENERAL: NumberFormat = { kind: 'number', digits: 1, fractions: false, seen: SEEN.value, decimals: undefined }

/** `asIs`: with so many decimals it is the text that scdl reads. */
function seenWith(places: number, { from, to }: SeenDecimals, asIs: boolean): number {
  if (from < 0) return SEEN.other
  if (asIs && places >= from && places <= to) return SEEN.text
  return to === 0 ? SEEN.whole : SEEN.decimal
}

function readType(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case S:
      return bytes[at + 1] === T ? TYPE.text : TYPE.shared
    case I:
      return TYPE.inline
    case B:
      return TYPE.boolean
    case E:
      return TYPE.error
    case D:
      return TYPE.date
    case N:
      return TYPE.number
    default:
      return TYPE.text
  }
}

/** Past the attribute at `p`, whatever its name. */
function endOfAttribute(bytes: Uint8Array, p: number, to: number): number {
  let at = p
  while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
  const quote = bytes[at++]
  while (at < to && bytes[at] !== quote) at++
  return at + 1
}

/** The digits from `at` on; undefined where there are none. */
function readNumber(bytes: Uint8Array, at: number): number | undefined {
  let value = 0
  let i = at
  for (let c = bytes[i]!; c >= ZERO && c <= NINE && i - at < SAFE_DIGITS; c = bytes[++i]!) value = value * 10 + c - ZERO
  return i === at ? undefined : value
}

function readDouble(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) {
    const c = bytes[i]!
    if (c < ZERO || c > NINE || i - start >= SAFE_DIGITS) return Number(decoder.decode(bytes.subarray(start, end)))
    value = value * 10 + c - ZERO
  }
  return value
}
