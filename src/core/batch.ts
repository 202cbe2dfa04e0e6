// What flows from every format to the table: runs of whole rows as bytes.

/** What a workbook says of a cell beside its text. Text formats have only text. */
export const NATIVE = { text: 0, number: 1, boolean: 2, date: 3, error: 4, empty: 5 } as const
export type NativeKind = keyof typeof NATIVE

/**
 * What Validata's readers hand over of a workbook's cell, beside the text that scdl reads. `text`: this very text. `value`: a number, a
 * date, a boolean as such, whatever the cell shows. The others are a text that the cell shows, which is another one: `dayFirst`: the date
 * as `06/12/2022`; `whole`: the number without decimals and without zeros before it, 1 or 0 for a boolean; `decimal`: with other decimals; `other`: `50%`, say.
 */
export const SEEN = { text: 0, value: 1, other: 2, dayFirst: 3, whole: 4, decimal: 5 } as const

/**
 * A run of whole rows: one UTF-8 buffer and the boundaries of its cells.
 * Reused by its producer: read it before asking for the next.
 */
export interface Batch {
  bytes: Uint8Array
  rows: number
  /** The number of each row as a spreadsheet shows it, from 1; a plain file's header is 1. */
  rowNumber: Int32Array
  /** Physical line on which each row begins, from 1; text formats only. */
  line?: Int32Array
  /** Cells `first[r]` up to, not including, `first[r + 1]` belong to row r. */
  first: Int32Array
  /** By cell, offsets into `bytes`; always clean text (doubled quotes already undone in place). */
  start: Int32Array
  end: Int32Array
  /** By cell, one of `NATIVE`; workbooks only. */
  native?: Uint8Array
  /** By cell, one of `SEEN`; workbooks only. */
  seen?: Uint8Array
  /** Cells that the widest row so far has in the file, empty ones at its end included; where the reader knows. */
  laid?: number
}
