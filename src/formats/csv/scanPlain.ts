// Easy cells in JavaScript, for buffers that are not worth compiling WebAssembly for. Here only cells without quotes are easy: a small loop
// is compiled in a tenth of the time that a small file takes.
import { BATCH_ROWS, type EasyScan, KIND, type ScanRules, STATE } from './easyScan.js'

const LF = 10

/** Touching new memory costs as much as reading a small file does. */
const spare: Arrays[] = []
/** As many as are read side by side. */
const MOST_SPARE = 2

/** For `size` bytes at a time. */
export function createPlainScan(size: number, rules: ScanRules): EasyScan {
  // As many cells as there can be: memory that nobody touches is free.
  const length = 2 ** Math.ceil(Math.log2(size + 2))
  const at = spare.findIndex(({ bytes }) => bytes.length === length)
  return new PlainScan(at < 0 ? newArrays(length) : spare.splice(at, 1)[0]!, rules)
}

type Arrays = Pick<EasyScan, 'bytes' | 'first' | 'line' | 'start' | 'end' | 'state'>

const newArrays = (length: number): Arrays => ({
  bytes: new Uint8Array(length),
  first: new Int32Array(BATCH_ROWS + 1),
  line: new Int32Array(BATCH_ROWS + 1),
  start: new Int32Array(length),
  end: new Int32Array(length),
  state: new Int32Array(Object.keys(STATE).length),
})

/** A class, so that its loop is compiled once and not for each reading of a file. */
class PlainScan implements EasyScan {
  readonly bytes: Uint8Array
  readonly first: Int32Array
  readonly line: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly state: Int32Array
  readonly #arrays: Arrays
  readonly #rules: ScanRules

  constructor(arrays: Arrays, rules: ScanRules) {
    this.bytes = arrays.bytes
    this.first = arrays.first
    this.line = arrays.line
    this.start = arrays.start
    this.end = arrays.end
    this.state = arrays.state
    this.#arrays = arrays
    this.#rules = rules
  }

  scan(to: number): void {
    const { bytes, first, line, start, end, state } = this
    const { inText: ends, atStart: opens, columns, recordBytes } = this.#rules
    let at = state[STATE.at]!
    let cells = state[STATE.cells]!
    let rows = state[STATE.rows]!
    let record = state[STATE.record]!
    let rowCell = state[STATE.rowCell]!
    let lines = state[STATE.line]!
    while (cells - rowCell < columns) {
      let p = at
      let kind = opens[bytes[p]!]!
      while (kind === 0) kind = ends[bytes[++p]!]!
      // What ends the bytes is for others to judge.
      if (kind > KIND.return || p + 2 >= to) break
      if (kind !== KIND.delimiter && p - record > recordBytes) break
      start[cells] = at
      end[cells] = p
      cells++
      at = p + 1
      if (kind === KIND.delimiter) continue
      if (kind === KIND.return && bytes[at] === LF) at++
      record = at
      rowCell = cells
      rows++
      lines++
      first[rows] = cells
      line[rows] = lines
      if (rows === BATCH_ROWS) break
    }
    state[STATE.at] = at
    state[STATE.cells] = cells
    state[STATE.rows] = rows
    state[STATE.record] = record
    state[STATE.rowCell] = rowCell
    state[STATE.line] = lines
  }

  release(): void {
    if (spare.length < MOST_SPARE) spare.push(this.#arrays)
  }
}
