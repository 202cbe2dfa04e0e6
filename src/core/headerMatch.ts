// What the header says: which column stands for which field, and how sure that is.

/**
 * From the surest to the least sure. `mark`: the name, between quotes that Validata reads as part of it because a byte-order mark
 * stands before them. `exact`, and `ignored-case` when it is asked for, bind; the others are near misses, named and checked all the same.
 * `mapping`: the user says so.
 */
export type MatchProof = 'exact' | 'ignored-case' | 'mark' | 'mapping' | 'case' | 'accents' | 'punctuation' | 'alias' | 'distance'

export interface ColumnMatch {
  /** From 0, as in the file. */
  column: number
  /** As written, trimmed. */
  label: string
  /** The label stands between spaces in the file: Validata finds the field all the same, but calls the column an extra one. */
  padded?: true
  /** Index of the field it stands for; undefined: outside the schema. */
  field?: number
  proof?: MatchProof
}

export interface HeaderMatch {
  columns: ColumnMatch[]
  /** By field: the column that stands for it, exactly or by a near miss; -1: none. */
  columnOf: Int32Array
  /** Labels that stand more than once, the empty label of two blank columns included: the rows are not checked. */
  duplicates: { label: string; columns: number[] }[]
  /** Columns without a label. */
  blanks: number[]
  /** The names are the schema's, all of them and no other, in another order. */
  disordered: boolean
  /** Fields that several columns stand for equally well by a near miss: none of these is chosen. */
  contested: { field: number; columns: number[] }[]
}
