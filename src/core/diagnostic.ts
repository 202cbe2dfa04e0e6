// A fact about the data: a code, a place, and what a sentence about it needs. Sentences live in messages/.

export type Severity = 'error' | 'warning' | 'info'

/** `level/fault`; the level says what the fact is about. */
export type Code = `${'file' | 'schema' | 'header' | 'row' | 'cell' | 'json'}/${string}`

/** What a sentence needs beyond the place: plain data, whole words of the schema or of the file, never sentences. */
export type Details = Readonly<Record<string, Detail>>
export type Detail = string | number | boolean | undefined | readonly string[]

export interface Diagnostic {
  code: Code
  /** The Frictionless or Validata name of the fault. */
  type: string
  severity: Severity
  /** As a spreadsheet shows it, from 1, header, titles and blank rows counted. */
  row?: number
  /** Last row of a range that one finding covers. */
  rowEnd?: number
  /** Physical line, text formats only, from 1. */
  line?: number
  /** Where the value stands in a JSON document: https://www.rfc-editor.org/rfc/rfc6901 */
  pointer?: string
  /** Place in the physical line, JSON only, in UTF-16 units from 1. */
  character?: number
  /** From 1, as in the file. */
  column?: number
  /** Name of the schema's field. */
  field?: string
  /** The label as the file writes it, where it is not the field's name. */
  label?: string
  /** The cell's text as the file has it. */
  cell?: string
  /** What to write instead: the outcome of a repair that passes the cell's own tests. */
  suggestion?: string
  /** The repair that made the suggestion, or that explains why none is possible. */
  repair?: string
  details: Details
}

/** Where a format found a fault, before columns have names. */
export interface Place {
  row: number
  rowEnd?: number
  line?: number
  /** From 1. */
  column?: number
}

/** Details are built only for the diagnostics that are kept. */
export type Emit = (code: Code, place: Place, details?: () => Details) => void
