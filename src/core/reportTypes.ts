// A report is plain data: safe to send between threads, to merge, to store. Reporters need nothing else.
// Longer than most files: the types of one document, which are read together.
import type { Change, ChangeCertainty } from './change.js'
import type { Code, Details, Diagnostic, Severity } from './diagnostic.js'
import type { RequestFault } from './error.js'
import type { FormatFacts } from './format.js'
import type { MatchProof } from './headerMatch.js'
import type { KnownFault } from './knownFaults.js'
import type { Assumption, Certainty } from './repair.js'

/** valid; not valid but `scdl convert` at its default settings makes it so; invalid. */
export type Verdict = 'valid' | 'convertible' | 'invalid'

export interface SchemaFacts {
  /** `owner/name` where known, else the path or URL given. */
  name: string
  /** Absent: it describes tables. */
  type?: 'jsonschema'
  version?: string
  title?: string
  origin: 'shipped' | 'cache' | 'registry' | 'path' | 'url' | 'inline'
  /** A version that the registry is known to have, newer than this one. */
  newer?: string
  /** Nobody named it: the labels of the file did. */
  detected?: true
  /** Of a table of a data package: the package, as it was named, and which of its resources. */
  package?: string
  resource?: string
}

export interface TableStats {
  /** Rows below the header, blank ones included. */
  rows: number
  columns: number
  errors: number
  warnings: number
  infos: number
  /** Rows with at least one error. */
  invalidRows: number
  /** Cells with at least one error. */
  invalidCells: number
  /** Invalid cells that a repair makes valid. */
  repairableCells: number
  bytes: number
}

/** A code on a field (or on the table), counted whole even where the list of diagnostics is cut. */
export interface Count {
  code: Code
  type: string
  severity: Severity
  field?: string
  /** The label, for a column that stands for no field. */
  label?: string
  count: number
  /** Of these, on cells that a repair makes valid. */
  repairable: number
  /** For what is found row by row: on how many rows. */
  rows?: number
}

/** The invalid cells of a column that one remedy, or none, concerns. */
export interface CellGroup {
  /** The codes found on these cells. */
  codes: Code[]
  /** Key of the registry of repairs; absent: none proposes anything. */
  repair?: string
  certainty?: Certainty
  /** True: right as scdl reads these cells of a workbook, and as `scdl convert` writes them. */
  written?: true
  /** True: the rows are no data, totals or notes, and `scdl convert` leaves them out with these faults. */
  leftOut?: true
  /** What the column had to prove for the repair, and how many of its cells prove or contradict it. */
  assumption?: { name: Assumption; proofs: number; contradictions: number; settled: boolean }
  cells: number
  /** Distinct values with their number of cells, most frequent first; absent when there are more than 12. */
  values?: { value: string; cells: number; suggestion?: string }[]
  /** The first places. */
  examples: { row: number; cell: string; suggestion?: string }[]
  /** Details of the first diagnostic of the group, by code: what the sentence needs. */
  details: Partial<Record<Code, Details>>
}

export interface ColumnReport {
  /** From 1, as in the file. */
  column: number
  label: string
  /** The field it stands for; absent: outside the schema. */
  field?: string
  /** Cells that hold something. */
  filled: number
  /** Cells with at least one error. */
  invalid: number
  /** Bound by a near miss of this kind: checked, but counted only in `afterRenaming`. */
  nearMiss?: MatchProof
  groups?: CellGroup[]
}

/** A faulty row as the file has it, for the reports that show rows. */
export interface FaultyRow {
  row: number
  cells: string[]
  /** Columns (from 1) with a finding. */
  faults: number[]
}

export interface TableReport {
  source: string
  verdict: Verdict
  valid: boolean
  schema?: SchemaFacts
  format?: FormatFacts
  stats: TableStats
  columns: ColumnReport[]
  counts: Count[]
  /** The first ones, by row, then column; what is known only at the end comes last. */
  diagnostics: Diagnostic[]
  /** The list above is not whole. */
  truncated: boolean
  /** The first findings of the codes for which the list had no room left. */
  samples?: Diagnostic[]
  /** The first 200 faulty rows. */
  faultyRows: FaultyRow[]
  /** True: rows were not checked because the header does not allow it. */
  rowsNotChecked?: boolean
  /** What would remain in the columns known by a near miss, once their labels are corrected. Counted nowhere else. */
  afterRenaming?: { errors: number; counts: Count[]; diagnostics: Diagnostic[] }
  /** Only where faults were accepted beforehand: those that were found. Counted nowhere else. */
  known?: KnownReport
  /**
   * Only when all diagnostics were asked for: those that follow `diagnostics`, read back from where they were spooled, as often as asked.
   * The only part that is not plain data; not enumerable.
   */
  rest?: () => AsyncIterable<Diagnostic>
  /** Only of a table that was to be converted. */
  conversion?: Conversion
}

export interface KnownReport {
  findings: number
  counts: Count[]
  /** The first ones. */
  diagnostics: Diagnostic[]
  /** All that a list of known faults needs to be written again, with what has expired. */
  found: KnownFault[]
  /** What was expected and is no longer there. */
  absent: KnownFault[]
}

/** The changes that one rule made in one column, or to whole rows. */
export interface ChangeGroup {
  rule: string
  certainty: ChangeCertainty
  /** Absent: whole rows. */
  name?: string
  /** In the source, from 1. */
  column?: number
  /** Cells; rows for those left out; 1 for what is done to a column. */
  count: number
  /** The first ones. */
  examples: { row: number; before: string; after: string }[]
}

/** Cells left as they are because nothing says how they are meant. */
export interface Doubt {
  name: string
  /** In the source, from 1. */
  column: number
  cells: number
  assumption: 'dot-groups' | 'comma-groups'
  example: { row: number; cell: string }
}

/** A column that may stand for a field, but is not renamed unless the user says so. */
export interface LabelGuess {
  /** In the source, from 1. */
  column: number
  label: string
  field: string
  proof: 'distance' | 'content'
}

/** Several columns that may stand for one field: none is chosen. */
export interface ContestedField {
  field: string
  columns: { column: number; label: string }[]
}

export interface Conversion {
  /** Where the table went, `-` for standard output; absent: nowhere. */
  output?: string
  /** Where the list of changes went. */
  changeLog?: string
  /** Rows written under the header. */
  rows: number
  /** The table goes on over so many sheets of a workbook, each of them with so many rows at most. */
  sheets?: { count: number; rows: number }
  /** Cells written otherwise than they stood. */
  cells: number
  changes: ChangeGroup[]
  /** The first changes one by one, where they were asked for. */
  diff?: Change[]
  doubts: Doubt[]
  guesses: LabelGuess[]
  contested: ContestedField[]
  /** What is still wrong with the table as it was written. Absent: the table could not be written. */
  remaining?: TableReport
}

/** A source that could not be checked. */
export interface Failure {
  source: string
  /** `defect`: of scdl itself. */
  code: RequestFault | 'defect'
  details: Details
  /** Of a part of a run: its place among all files, where it is one of them. */
  place?: number
}

/** The part of a run that a report is about. */
export interface ReportedShard {
  /** From 1. */
  index: number
  count: number
  /** Of the whole run. */
  files: number
  /** Of each table: its place among all files of the run, from 0. */
  places: number[]
}

/** What was asked for and is not the usual. */
export interface ReportSettings {
  maxDiagnostics?: number
  failOn?: readonly string[]
  groupBy?: 'folder'
  ignoreHeaderCase?: boolean
  /** How sources are read, where that was asked for: commands that are shown repeat it. */
  reading?: readonly TypedOption[]
}

/** As typed: an option, and its value where it has one. */
export type TypedOption = readonly [option: string, value?: string]

export interface Report {
  /** Version of scdl. */
  scdl: string
  verdict: Verdict
  valid: boolean
  stats: { files: number; rows: number; errors: number; warnings: number; infos: number; seconds: number }
  settings?: ReportSettings
  shard?: ReportedShard
  failures?: Failure[]
  files: TableReport[]
}
