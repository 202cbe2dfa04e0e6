// Bytes to cell boundaries: the records of CSV, cells that are not easy included. Longer than other files so that the loop stays in one piece.
import type { Batch } from '../../core/batch.js'
import type { Emit, Place } from '../../core/diagnostic.js'
import { ScdlError } from '../../core/error.js'
import type { Limits } from '../../core/format.js'
import { BATCH_ROWS, type EasyScan, KIND, STATE } from './easyScan.js'
import { createPlainScan } from './scanPlain.js'
import { createSimdScan } from './scanSimd.js'

/** How cells and rows are told apart; all in ASCII codes. */
export interface Dialect {
  delimiter: number
  /** -1: quotes are plain text. */
  quote: number
  /** What makes a quote inside a quoted cell plain, beside doubling it; -1: nothing. */
  escaper: number
  /** Spaces after a delimiter do not belong to the cell. */
  skipSpaces: boolean
}

export interface Tokeniser {
  /** Filled by `scan`, reused. */
  readonly batch: Batch & { line: Int32Array }
  /** A buffer for `size` bytes and one more; from then on `scan` reads from it and no other. What is in the former one stays. */
  allocate(size: number): Uint8Array
  /**
   * Reads whole records of `bytes[from, to)`, at most `BATCH_ROWS`, and gives back where the next one begins. `bytes[to]` must
   * exist and is overwritten. Bytes of records given out may change; those of a record that `to` cuts do not, `final` says that
   * none is. Throws `limit-exceeded`.
   */
  scan(bytes: Uint8Array, from: number, to: number, final: boolean, emit: Emit): number
  /** The buffer and the batch are no longer looked at: others may have their memory. */
  release(): void
}

export interface TokeniserLimits extends Pick<Limits, 'recordBytes' | 'columns'> {
  /** How many bytes more `bytes[from, to)` takes than in the source, whose bytes `recordBytes` counts. Absent: none. */
  growth?(bytes: Uint8Array, from: number, to: number): number
}

/** A smaller buffer, the only one of a small file, is not worth compiling WebAssembly for. Gain beyond: node bench/tokenise.mjs. */
const SIMD_FROM = 512 * 1024

const LF = 10
const CR = 13
const SPACE = 32

const NONE = new Int32Array(0)

/** Outcomes of looking for a closing quote that are no offset. */
const CUT = -1
const UNCLOSED = -2

/** `simdFrom`: bytes of the buffer from which WebAssembly reads the cells that it can, with the same outcome and sooner. */
export function createTokeniser(dialect: Dialect, limits: TokeniserLimits, simdFrom: number = SIMD_FROM): Tokeniser {
  const { delimiter, escaper, skipSpaces } = dialect
  const quote = dialect.quote === delimiter ? -1 : dialect.quote
  const { recordBytes, columns, growth } = limits
  // What each byte means inside unquoted text, inside quotes, and as the first of a cell.
  const inText = controlClasses()
  inText[LF] = KIND.lineFeed
  inText[CR] = KIND.return
  if (quote >= 0) inText[quote] = KIND.quote
  const inQuotes = inText.slice()
  if (escaper >= 0) inQuotes[escaper] = KIND.escape
  inText[delimiter] = KIND.delimiter
  inQuotes[delimiter] = 0
  const atStart = inText.slice()
  if (skipSpaces) atStart[SPACE] = KIND.control

  const batch: Tokeniser['batch'] = {
    bytes: new Uint8Array(0),
    rows: 0,
    rowNumber: new Int32Array(BATCH_ROWS),
    line: NONE,
    first: NONE,
    start: NONE,
    end: NONE,
  }
  /** Of the buffer that was allocated last. */
  let easy: EasyScan
  let nextRow = 1
  let nextLine = 1

  // Of the record being read, and rarely used: cells to clean once the record is whole, and what is amiss.
  // `dirty` holds pairs, a cell and the offset of its stray quote or -1, and keeps its room.
  const dirty: number[] = []
  let dirtyCount = 0
  let unclosedColumns: number[] = []
  let strayColumn = 0
  let controls: number[] = []
  // Of the cell that `readHardCell` read.
  let cellStart = 0
  let cellEnd = 0
  let isDirty = false
  let strayQuote = -1
  let innerQuotes = 0
  // Of the quoted cell that `findClose` read.
  let innerLines = 0
  let doubled = false

  /** From behind an opening quote: the offset of the quote that closes, or seems to; `CUT`, `UNCLOSED`. */
  function findClose(bytes: Uint8Array, from: number, to: number, record: number, final: boolean): number {
    const knownControls = controls.length
    innerLines = 0
    doubled = false
    let p = from
    let measured = record
    let allowed = recordBytes
    for (;;) {
      let kind = inQuotes[bytes[p]!]!
      while (kind === 0) kind = inQuotes[bytes[++p]!]!
      if (growth !== undefined && p - record > allowed) {
        // What was measured is not measured again: a quote may stand at every other byte.
        allowed += growth(bytes, measured, p)
        measured = p
      }
      if (p >= to || p - record > allowed) {
        if (!final && p - record <= allowed) return CUT
        break
      }
      if (kind === KIND.quote) {
        if (p + 1 >= to) return final ? p : CUT
        const next = bytes[p + 1]!
        if (next === quote) {
          doubled = true
          p += 2
          continue
        }
        const behind = inText[next]!
        if (behind >= KIND.delimiter && behind <= KIND.return) return p
        const before = inText[bytes[p - 1]!]!
        if (innerLines === 0 || before < KIND.delimiter || before > KIND.return) return p
        // The quote opens a cell of a later line: the one that opened this cell was never closed.
        break
      }
      if (kind === KIND.lineFeed) {
        innerLines++
        p++
      } else if (kind === KIND.return) {
        innerLines++
        p++
        if (p < to && bytes[p] === LF) p++
      } else if (kind === KIND.escape) {
        const next = bytes[p + 1]!
        if (p + 1 < to && (next === quote || next === escaper)) {
          doubled = true
          p += 2
        } else if (p + 1 >= to && !final) return CUT
        else p++
      } else {
        noteControl(bytes[p]!)
        p++
      }
    }
    controls.length = Math.min(controls.length, knownControls)
    return UNCLOSED
  }

  /** A cell with a quote, a control character or a space to skip at its start; gives back what ends it, or `CUT`. */
  function readHardCell(bytes: Uint8Array, from: number, to: number, record: number, final: boolean, column: number): number {
    let p = from
    innerLines = 0
    isDirty = false
    if (skipSpaces) while (bytes[p] === SPACE) p++
    cellStart = p
    if (bytes[p] === quote) {
      const close = findClose(bytes, p + 1, to, record, final)
      if (close === CUT) return CUT
      if (close >= 0) {
        cellStart = p + 1
        p = skipText(bytes, close + 1)
        const isStray = p > close + 1
        cellEnd = isStray ? p : close
        isDirty = isStray || doubled
        strayQuote = isStray ? close : -1
        if (isStray && strayColumn === 0) strayColumn = column
        return p
      }
      innerLines = 0
      unclosedColumns.push(column)
      cellEnd = skipText(bytes, p)
      return cellEnd
    }
    cellEnd = skipText(bytes, p)
    // Quotes in pairs are a name's; one alone is what remains of a quoted cell that lost its delimiter, or the sign for inches.
    if (innerQuotes % 2 === 1 && strayColumn === 0) strayColumn = column
    return cellEnd
  }

  /** The first delimiter or line end. */
  function skipText(bytes: Uint8Array, from: number): number {
    let p = from
    innerQuotes = 0
    for (;;) {
      const kind = inText[bytes[p]!]!
      if (kind === KIND.quote) innerQuotes++
      else if (kind === KIND.control) noteControl(bytes[p]!)
      else if (kind !== 0) return p
      p++
    }
  }

  function noteDirty(cell: number, stray: number): void {
    dirty[dirtyCount++] = cell
    dirty[dirtyCount++] = stray
  }

  function noteControl(byte: number): void {
    if (!controls.includes(byte)) controls.push(byte)
  }

  /** Undoes doubled and escaped quotes in place and drops a stray one; gives back the new end of the cell. */
  function clean(bytes: Uint8Array, start: number, end: number, stray: number): number {
    const stop = stray < 0 ? end : stray
    let to = start
    let p = start
    while (p < stop) {
      const byte = bytes[p]!
      const next = p + 1 < stop ? bytes[p + 1]! : -1
      const isPair = (byte === quote && next === quote) || (byte === escaper && (next === quote || next === escaper))
      bytes[to++] = isPair ? next : byte
      p += isPair ? 2 : 1
    }
    if (stray < 0) return to
    bytes.copyWithin(to, stray + 1, end)
    return to + end - stray - 1
  }

  function cleanCells(bytes: Uint8Array): void {
    const { start, end } = batch
    for (let i = 0; i < dirtyCount; i += 2) {
      const cell = dirty[i]!
      end[cell] = clean(bytes, start[cell]!, end[cell]!, dirty[i + 1]!)
    }
    dirtyCount = 0
  }

  /** Whether the record being read needs `settle` at its end. */
  function isPending(): boolean {
    return dirtyCount > 0 || strayColumn > 0 || unclosedColumns.length > 0 || controls.length > 0
  }

  /** Cleans the cells of the record that was read and says what is amiss in it. */
  function settle(bytes: Uint8Array, emit: Emit, row: number, line: number): void {
    cleanCells(bytes)
    const place = (column: number): Place => ({ row, line, column })
    for (const column of unclosedColumns) emit('row/unclosed-quote', place(column))
    if (strayColumn > 0) emit('row/stray-quote', place(strayColumn))
    const found = controls
    if (found.length > 0) emit('row/control-character', { row, line }, () => ({ codePoints: found.map(codePoint) }))
    forget()
  }

  function forget(): void {
    if (unclosedColumns.length > 0) unclosedColumns = []
    if (controls.length > 0) controls = []
    dirtyCount = 0
    strayColumn = 0
  }

  function tooWide(row: number): ScdlError {
    return new ScdlError('limit-exceeded', { limit: 'columns', value: columns, row })
  }

  /** From what ends a record to where the next one begins; `CUT`. */
  function passEnd(bytes: Uint8Array, end: number, to: number, record: number, final: boolean, row: number): number {
    const isReturn = inText[bytes[end]!] === KIND.return
    if (end - record > recordBytes && end - record - (growth?.(bytes, record, end) ?? 0) > recordBytes) {
      throw new ScdlError('limit-exceeded', { limit: 'recordBytes', value: recordBytes, row })
    }
    if (!final && (end >= to || (isReturn && end + 1 >= to))) return CUT
    if (end >= to) return end
    return isReturn && end + 1 < to && bytes[end + 1] === LF ? end + 2 : end + 1
  }

  function allocate(size: number): Uint8Array {
    const rules = { delimiter, quote, inText, inQuotes, atStart, columns, recordBytes }
    // WebAssembly takes spaces at the start of a cell for its text.
    const isForSimd = size >= simdFrom && !skipSpaces
    easy = (isForSimd ? createSimdScan(size, rules) : undefined) ?? createPlainScan(size, rules)
    batch.first = easy.first
    batch.line = easy.line
    batch.start = easy.start
    batch.end = easy.end
    return easy.bytes
  }

  function scan(bytes: Uint8Array, from: number, to: number, final: boolean, emit: Emit): number {
    // A sentinel spares the loop over text its test of `to`.
    bytes[to] = LF
    const { state, first, line, start, end } = easy
    first[0] = 0
    line[0] = nextLine
    state.fill(0)
    state[STATE.at] = from
    state[STATE.record] = from
    state[STATE.line] = nextLine
    let row = 0
    // Where it reads nothing, it is called less and less often.
    let pause = 0
    let wait = 0
    while (row < BATCH_ROWS && (state[STATE.at]! < to || state[STATE.at]! > state[STATE.record]!)) {
      if (wait-- === 0) {
        const before = state[STATE.cells]!
        easy.scan(to)
        pause = state[STATE.cells]! > before ? 0 : Math.min(2 * pause + 1, 63)
        wait = pause
        if (state[STATE.rows]! > row) {
          if (isPending()) settle(bytes, emit, nextRow + row, line[row]!)
          row = state[STATE.rows]!
          if (row === BATCH_ROWS) break
        }
        if (state[STATE.dirty] !== 0) takeDirty(easy)
      }
      const cell = state[STATE.cells]!
      const record = state[STATE.record]!
      const column = cell - state[STATE.rowCell]! + 1
      if (column > columns) throw tooWide(nextRow + row)
      const p = readHardCell(bytes, state[STATE.at]!, to, record, final, column)
      if (p === CUT) break
      start[cell] = cellStart
      end[cell] = cellEnd
      if (isDirty) noteDirty(cell, strayQuote)
      state[STATE.cells] = cell + 1
      state[STATE.line]! += innerLines
      if (inText[bytes[p]!] === KIND.delimiter) {
        state[STATE.at] = p + 1
        continue
      }
      const next = passEnd(bytes, p, to, record, final, nextRow + row)
      if (next === CUT) break
      if (isPending()) settle(bytes, emit, nextRow + row, line[row]!)
      row++
      state[STATE.line]!++
      state[STATE.rows] = row
      state[STATE.at] = next
      state[STATE.record] = next
      state[STATE.rowCell] = cell + 1
      first[row] = cell + 1
      line[row] = state[STATE.line]!
    }
    forget()
    numberRows(batch.rowNumber, row, nextRow)
    nextRow += row
    nextLine = line[row]!
    batch.bytes = bytes
    batch.rows = row
    return state[STATE.record]!
  }

  /** The cells of the record being read in which `easy` saw doubled quotes. */
  function takeDirty({ state, end }: EasyScan): void {
    for (let cell = state[STATE.rowCell]!; cell < state[STATE.cells]!; cell++) {
      if (end[cell]! >= 0) continue
      end[cell] = ~end[cell]!
      noteDirty(cell, -1)
    }
  }

  function release(): void {
    easy.release()
  }

  return { batch, allocate, scan, release }
}

/** A function of its own: its loop alone would have all of `scan` compiled again and again. */
function numberRows(rowNumber: Int32Array, rows: number, from: number): void {
  for (let row = 0; row < rows; row++) rowNumber[row] = from + row
}

function controlClasses(): Uint8Array {
  const classes = new Uint8Array(256)
  classes.fill(KIND.control, 0, SPACE)
  classes[9] = 0
  classes[127] = KIND.control
  return classes
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
