// Easy cells: what stands between two of them is told apart in a tight loop, and all others by tokenise.ts, which calls the loop.

/** How many rows a batch has at most; scan.wat knows it, too. */
export const BATCH_ROWS = 1024

/** What ends a run of text. */
export const KIND = { delimiter: 1, lineFeed: 2, return: 3, quote: 4, escape: 5, control: 6 } as const

/** What a scan is told once. */
export interface ScanRules {
  delimiter: number
  /** -1: none. */
  quote: number
  /** By byte, its `KIND` outside quotes, inside quotes and as the first of a cell; 0 for text. ASCII only. */
  inText: Uint8Array
  inQuotes: Uint8Array
  atStart: Uint8Array
  columns: number
  recordBytes: number
}

/** A buffer, the arrays of a batch and where its scan stands. */
export interface EasyScan {
  bytes: Uint8Array
  first: Int32Array
  line: Int32Array
  start: Int32Array
  end: Int32Array
  /** By `STATE`. */
  state: Int32Array
  /**
   * Reads cells from `state` on, up to one that is not easy or near `to`, at most `BATCH_ROWS` rows; leaves `state` there. `bytes[to]` ends a line.
   * Easy: nothing amiss, no line end between quotes. Quotes are undoubled where the record is whole.
   */
  scan(to: number): void
  /** Gives the memory to the next one of its size: no call and no look at the arrays after this one. */
  release(): void
}

/** What is where in `EasyScan.state`. */
export const STATE = {
  /** Where the next cell begins. */
  at: 0,
  /** Read so far. */
  cells: 1,
  rows: 2,
  /** The byte and the cell with which the record being read begins. */
  record: 3,
  rowCell: 4,
  /** The line that the scan has come to. */
  line: 5,
  /** Not 0: the record being read has cells with doubled quotes. Instead of their ends `end` holds the complements. */
  dirty: 6,
} as const
