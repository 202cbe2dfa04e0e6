// The contract of a field type. One file per type in fieldTypes/, one line in its registry.
import type { NativeKind } from './batch.js'
import type { ConstraintName, Field } from './schema.js'

/**
 * 0: accepted. Otherwise a set of fault bits: bit 0 is the type, bit i + 1 the constraint `CONSTRAINTS[i]`.
 * Hot, called per cell: it allocates nothing for a good cell.
 */
export type CellTest = (bytes: Uint8Array, start: number, end: number) => number

/** The test of a type that has no text to refuse. The same function everywhere: a column tested by it alone need not be tested. */
export const acceptAnything: CellTest = () => 0

/** The canonical form of a type whose every accepted text is written as it stands. */
export const asWritten = (text: string): string => text

export const KEY_GROWTH = 3

/** A type made ready for one field. Texts that stand for a missing value never reach it. */
export interface CompiledType<V = unknown> {
  /** 0, or 1 when the text is not a value of the type. */
  test: CellTest
  /**
   * For the cells of workbooks that are not text; the bytes are the normalised text (ISO 8601 dates, shortest decimals). A kind that is
   * absent is tested as text, and is no value of the type as Validata reads workbooks.
   */
  native?: Partial<Record<NativeKind, CellTest>>
  /**
   * A number that orders the accepted values as the type does. Offering it enables minimum, maximum and their exclusive forms.
   * Only called on accepted text. NaN: not comparable, every bound fails.
   */
  order?(bytes: Uint8Array, start: number, end: number): number
  /** Bits of `ALIKE`: of texts that are, all are accepted or none. Absent: `INDIFFERENT.none`. */
  alike?: number
  /** How a workbook holds a value: `read` then gives a number, or ISO 8601. Absent: as its text. */
  cellKind?: 'number' | 'date'
  /** In characters (code points) or items. Offering it enables minLength and maxLength. Only called on accepted text. */
  size?(bytes: Uint8Array, start: number, end: number): number
  /**
   * Writes to `out` a text that two cells share when, and only when, their values are equal; returns its length in bytes: at most
   * `KEY_GROWTH` times that of the text, and 64 more. Absent: the text itself is the value. Only called on accepted text.
   */
  key?(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number
  /** Faults of accepted text that only the type can tell, as bits: those of an array's items, `jsonSchema`. */
  faults?: CellTest
  /** Cold: the value, for the library's users and for constraints without a fast path; undefined when not accepted. */
  read(text: string): V | undefined
  /** The text as `scdl convert` writes it, digits kept as written. `canonical(canonical(t))` equals `canonical(t)`. */
  canonical(text: string): string
  /** Hot, on accepted text: true only where `canonical` gives the same text back; false where it may not. Absent: ask `canonical`. */
  isCanonical?(bytes: Uint8Array, start: number, end: number): boolean
  /** Parts of the field's declaration that could not be understood; each becomes a `schema/…` warning. */
  ignored?: readonly string[]
}

export interface FieldType<V = unknown> {
  /** The constraints that the specification gives this type; others in a descriptor are said and passed over. */
  constraints: readonly ConstraintName[]
  /** Its fields may list `categories`. */
  categories?: true
  /** Loads the package that `compile` needs for this field; called, and awaited, before it. */
  prepare?(field: Field): Promise<void>
  compile(field: Field): CompiledType<V>
}
