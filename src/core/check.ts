// The contracts of the checks that a schema names in `custom_checks`.
// One file per check in checks/cell or checks/row, one line in its registry.
import type { Code, Details } from './diagnostic.js'
import type { CompiledType } from './fieldType.js'
import type { Field } from './schema.js'

export type Params = Readonly<Record<string, unknown>>

/**
 * A check on the cells of one column (parameter `column`), skipped where the cell is missing or unreadable.
 * Its code is `row/<name>`, whatever alias the schema used.
 */
export interface CellCheck {
  /** The Validata name of the fault. */
  type: string
  /** By number: the faults that have a code, and with it a type, of their own. */
  codes?: Readonly<Record<number, Code>>
  /** Only the form is checked, where Validata asks a list of what exists; told once per call. */
  formOnly?: true
  /** The name of a parameter, beside `column`, whose value cannot be used. */
  unusable?(params: Params): string | undefined
  /** Loads the package that `compile` needs; called, and awaited, before it, and only for schemas that name the check. */
  prepare?(): Promise<void>
  /** `field`: the column's own. */
  compile(params: Params, field: Field): CompiledCellCheck
}

export interface CompiledCellCheck {
  /** 0: accepted; otherwise which of the check's faults, from 1, told apart by the sentence only. */
  test(bytes: Uint8Array, start: number, end: number): number
  /**
   * What it says of a text depends on the sequence of the text's ASCII digits, and on what else stands between them, whatever digits
   * these are.
   */
  readsDigits?: boolean
  /** The form that `scdl convert` writes an accepted cell in. */
  canonical?(text: string): string
  /** As `CompiledType.isCanonical`. */
  isCanonical?(bytes: Uint8Array, start: number, end: number): boolean
  /** What the sentence needs beyond the cell. */
  details?: Details
}

/** The cells that a row check asked for, in the order of its `fields`. Valid for the current row only. */
export interface RowCursor {
  bytes: Uint8Array
  start(index: number): number
  end(index: number): number
  /** Missing value, unreadable value, or a column that the file does not have. */
  empty(index: number): boolean
}

/** A fault that a row check found. */
export interface RowFault {
  /** Index into `fields` of the cell to show. */
  at: number
  details?: Details
}

/** What a row check may know of a column that the file has. */
export interface CheckedColumn {
  field: Field
  type: CompiledType
}

/** A check across the cells of a row. */
export interface RowCheck {
  type: string
  /** Names of the fields it reads; undefined when the parameters cannot be used. */
  fields(params: Params): readonly string[] | undefined
  /** `columns[i]`: the file's column for `fields[i]`; undefined: it has none. */
  compile(params: Params, columns: readonly (CheckedColumn | undefined)[]): CompiledRowCheck
}

export interface CompiledRowCheck {
  /** Details of a fault of the table as a whole, known from the header alone; the rows are then not checked. */
  table?: Details
  /** Fields without which nothing can be checked, and that the file has no column for: one fault of the header. */
  absent?: readonly string[]
  row?(cursor: RowCursor): RowFault | undefined
}
