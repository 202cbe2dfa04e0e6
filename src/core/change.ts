// What a conversion does to a table, one fact at a time.
import type { Certainty } from './repair.js'

/** What is done to a table beside the repairs of its cells. */
export const CHANGE_RULES = [
  /** An accepted cell, written in the form of its type and checks. */
  'canonical',
  /** A word for "no value", written empty. */
  'missingValue',
  /** A value that the user gave for the whole column. */
  'setValue',
  /** A value that the user's other table has. */
  'lookup',
  /** A cell that a short row lacked. */
  'paddedCell',
  /** An empty cell beyond the header. */
  'extraCell',
  'titleRow',
  'blankRow',
  'totalRow',
  'footnoteRow',
  /** The table stood on another sheet than the first. */
  'otherSheet',
  'renamedColumn',
  'addedColumn',
  'movedColumn',
  /** Without a label and without a value. */
  'emptyColumn',
  'droppedColumn',
] as const
export type ChangeRule = (typeof CHANGE_RULES)[number]

/** `given`: by the user. */
export type ChangeCertainty = Exclude<Certainty, 'impossible'> | 'given'

export interface Change {
  /** In the source, as a spreadsheet shows it. */
  row: number
  /** The last of a run of blank rows that were left out. */
  rowEnd?: number
  /** In the source, from 1; absent: it has no such column. */
  column?: number
  /** The label in the output, or in the source for what is not written. */
  name: string
  before: string
  after: string
  /** A `ChangeRule`, or a key of the registry of repairs. */
  rule: string
  certainty: ChangeCertainty
}
