// Gathers the cells of a sheet into batches, whatever the order and the gaps in which they come.
// Longer than most files: all of it fills one batch, whose arrays it alone may touch.
import { type Batch, NATIVE, SEEN } from '../../core/batch.js'
import { ScdlError } from '../../core/error.js'
import type { Limits } from '../../core/format.js'

const BATCH_ROWS = 1024
const BATCH_BYTES = 1 << 18
const BATCH_CELLS = 1 << 17
const SPARE_BYTES = 1 << 12
const FIRST_CELLS = 1 << 15
/** Copying fewer bytes one by one is faster than asking for it. */
const SHORT_BYTES = 48
/** Cells that the file does not hold one by one: empty ones in between, copies. A hundred in every row of the longest sheet. */
const MAX_IMPLIED_CELLS = 100_000_000
/** A spreadsheet has 2 ** 20 rows. Those of a gap are laid at once. */
const MAX_ROWS = 1 << 24
const MAX_GAP = 1 << 21
/** Cells of a blank row above the table: enough not to be taken for an empty line, as text files have them. */
const LEADING_CELLS = 2

const encoder = new TextEncoder()

/**
 * A row has its cells up to the last filled one, and is padded with empty ones to the widest row of the first batch: in a spreadsheet
 * no cell is missing. A blank row has one empty cell; above all others, as many as these.
 */
export class RowWriter {
  /** The next cell's text is appended here, at `length`; `append` does so with care. */
  bytes = new Uint8Array(BATCH_BYTES + SPARE_BYTES)
  length = 0
  readonly #limits: Limits
  #start = new Int32Array(FIRST_CELLS)
  #end = new Int32Array(FIRST_CELLS)
  #native = new Uint8Array(FIRST_CELLS)
  #seen = new Uint8Array(FIRST_CELLS)
  #first = new Int32Array(BATCH_ROWS + 1)
  #rowNumber = new Int32Array(BATCH_ROWS + 1)
  /** In this batch. */
  #rows = 0
  /** The number of the last row written, and of the row that is read, which is written once it turns out not to be blank. */
  #last = 0
  #row = 0
  /** Index of the first cell of the current row, cells up to its last one, offset of its bytes. */
  #base = 0
  #width = 0
  #rowStart = 0
  #impliedCells = 0
  #copies = 0
  /** Cells of every row; 0 until the first batch is known. */
  #padding = 0
  /** See `Batch.laid`; 0: no row has more than its filled cells. */
  #laid = 0
  /** A row with a filled cell has come; blank rows of this batch before it. */
  #begun = false
  #leading = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get isEmpty(): boolean {
    return this.#rows === 0
  }

  /** A batch is ready to be taken. Ask after each row. */
  get isFull(): boolean {
    return this.#rows >= BATCH_ROWS || this.length >= BATCH_BYTES || this.#base >= BATCH_CELLS
  }

  /** The number of the current row, or of the last one where there is none. */
  get row(): number {
    return this.#row
  }

  append(from: Uint8Array, start: number, end: number): void {
    const size = end - start
    if (this.length + size > this.bytes.length) this.reserve(size)
    const to = this.bytes
    let at = this.length
    if (size > SHORT_BYTES) to.set(from.subarray(start, end), at)
    else for (let i = start; i < end; i++) to[at++] = from[i]!
    this.length += size
  }

  appendText(text: string): void {
    const bytes = encoder.encode(text)
    this.append(bytes, 0, bytes.length)
  }

  /** Makes room for `size` more bytes. */
  reserve(size: number): void {
    const { recordBytes } = this.#limits
    const needed = this.length + size
    if (needed - this.#rowStart > recordBytes) refuse('recordBytes', recordBytes, this.#row)
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(Math.min(needed * 2, Math.max(needed, this.#rowStart + recordBytes)))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  /** `number` from 1; undefined: the next one, as for a row that comes too late. */
  beginRow(number?: number): void {
    const next = this.#row + 1
    this.#row = number === undefined || number < next ? next : number
    if (this.#row > MAX_ROWS) refuse('rows', MAX_ROWS, this.#row)
    this.#width = 0
    this.#rowStart = this.length
  }

  /**
   * The bytes `[start, end)` are the text of a cell of the current row, and of as many cells after it as there are copies.
   * `column` from 0. Empty cells need not be told.
   */
  cell(column: number, start: number, end: number, native: number, seen: number, copies = 0): void {
    if (start === end) return
    this.#impliedCells--
    if (this.#width === 0) {
      this.#fillGap(this.#row)
      this.#begun = true
    }
    const last = column + copies
    if (last >= this.#width) this.#widen(last + 1)
    for (let i = this.#base + column; i <= this.#base + last; i++) {
      this.#start[i] = start
      this.#end[i] = end
      this.#native[i] = native
      this.#seen[i] = seen
    }
  }

  /** An empty cell that the file has all the same, for its looks. */
  lay(column: number): void {
    if (column >= this.#laid) this.#laid = column + 1
  }

  /** `copies`: how many more rows are like this one. Only as many as this batch holds are written; `clear` goes on with them. */
  endRow(copies = 0): void {
    if (this.#width === 0) {
      this.#row += copies
      return
    }
    this.#finishRow(Math.max(this.#width, this.#padding))
    this.#copies = copies
    this.#copyRows()
  }

  /** Writes the blank rows up to the current one. */
  endWithBlanks(): void {
    this.#width = 0
    this.#fillGap(this.#row + 1)
  }

  /** Valid until `clear`. */
  take(): Batch {
    if (this.#padding === 0 && this.#begun) this.#padFirst()
    return {
      bytes: this.bytes,
      rows: this.#rows,
      rowNumber: this.#rowNumber,
      first: this.#first,
      start: this.#start,
      end: this.#end,
      native: this.#native,
      seen: this.#seen,
      laid: this.#laid,
    }
  }

  /** Makes place for the next batch; may fill it at once with copies of the last row. */
  clear(): void {
    const from = this.#rows === 0 ? 0 : this.#first[this.#rows - 1]!
    const width = this.#base - from
    this.#rows = 0
    this.#leading = 0
    this.#base = 0
    if (this.#copies === 0) {
      this.length = 0
      return
    }
    const offset = this.#rowStart
    this.bytes.copyWithin(0, offset, this.length)
    this.length -= offset
    this.#rowStart = 0
    for (let i = 0; i < width; i++) {
      this.#start[i] = Math.max(0, this.#start[from + i]! - offset)
      this.#end[i] = Math.max(0, this.#end[from + i]! - offset)
      this.#native[i] = this.#native[from + i]!
      this.#seen[i] = this.#seen[from + i]!
    }
    this.#copies--
    this.#row++
    this.#width = width
    this.#finishRow(width)
    this.#copyRows()
  }

  #widen(width: number): void {
    if (width > this.#limits.columns) refuse('columns', this.#limits.columns, this.#row)
    if (this.#base + width > this.#start.length) this.#growCells(this.#base + width)
    for (let i = this.#base + this.#width; i < this.#base + width; i++) this.#layEmpty(i)
    this.#width = width
  }

  #layEmpty(i: number): void {
    this.#start[i] = 0
    this.#end[i] = 0
    this.#native[i] = NATIVE.empty
    this.#seen[i] = SEEN.text
  }

  #finishRow(width: number): void {
    if (width > this.#width) this.#widen(width)
    if (this.#rows + 2 > this.#first.length) this.#growRows(this.#rows + 2)
    this.#rowNumber[this.#rows] = this.#row
    this.#base += width
    this.#rows++
    this.#first[this.#rows] = this.#base
    this.#last = this.#row
    this.#impliedCells += width
    if (this.#impliedCells > MAX_IMPLIED_CELLS) refuse('cells', MAX_IMPLIED_CELLS, this.#row)
  }

  #copyRows(): void {
    const from = this.#first[this.#rows - 1]!
    const width = this.#base - from
    for (; this.#copies > 0 && !this.isFull; this.#copies--) {
      const base = this.#base
      if (base + width > this.#start.length) this.#growCells(base + width)
      this.#start.copyWithin(base, from, from + width)
      this.#end.copyWithin(base, from, from + width)
      this.#native.copyWithin(base, from, from + width)
      this.#seen.copyWithin(base, from, from + width)
      this.#row++
      this.#width = width
      this.#finishRow(width)
    }
  }

  /** Writes the blank rows between the last one and row `number`. */
  #fillGap(number: number): void {
    const gap = number - this.#last - 1
    if (gap > MAX_GAP) refuse('rows', MAX_GAP, number)
    if (gap > 0) {
      const width = this.#begun ? 1 : LEADING_CELLS
      if (this.#rows + gap + 2 > this.#first.length) this.#growRows(this.#rows + gap + 2)
      const row = this.#row
      this.#row = this.#last
      for (let i = 0; i < gap; i++) {
        this.#width = 0
        this.#row++
        this.#finishRow(width)
      }
      this.#row = row
      this.#width = 0
    }
    if (!this.#begun) this.#leading = this.#rows
  }

  /** Widens the rows of the first batch that holds something, from the last one to the first. */
  #padFirst(): void {
    const first = this.#first
    for (let r = this.#leading; r < this.#rows; r++) this.#padding = Math.max(this.#padding, first[r + 1]! - first[r]!)
    const widths = Array.from({ length: this.#rows }, (_, r) => {
      if (r < this.#leading) return Math.max(LEADING_CELLS, this.#padding)
      const isBlank = first[r + 1]! - first[r]! === 1 && this.#native[first[r]!] === NATIVE.empty
      return isBlank ? 1 : this.#padding
    })
    const cells = widths.reduce((sum, width) => sum + width, 0)
    if (cells > this.#start.length) this.#growCells(cells)
    this.#base = cells
    for (let r = this.#rows - 1, base = cells; r >= 0; r--) {
      const [from, to] = [first[r]!, first[r + 1]!]
      first[r + 1] = base
      base -= widths[r]!
      for (const array of [this.#start, this.#end, this.#native, this.#seen]) array.copyWithin(base, from, to)
      for (let i = base + to - from; i < first[r + 1]!; i++) this.#layEmpty(i)
    }
  }

  #growCells(size: number): void {
    const grow = <A extends Int32Array | Uint8Array>(array: A, larger: A): A => {
      larger.set(array)
      return larger
    }
    this.#start = grow(this.#start, new Int32Array(size * 2))
    this.#end = grow(this.#end, new Int32Array(size * 2))
    this.#native = grow(this.#native, new Uint8Array(size * 2))
    this.#seen = grow(this.#seen, new Uint8Array(size * 2))
  }

  #growRows(size: number): void {
    const first = new Int32Array(size * 2)
    first.set(this.#first)
    this.#first = first
    const rowNumber = new Int32Array(size * 2)
    rowNumber.set(this.#rowNumber)
    this.#rowNumber = rowNumber
  }
}

function refuse(limit: string, value: number, row: number): never {
  throw new ScdlError('limit-exceeded', { limit, value, row })
}
