// The words around the findings in reports other than the one of the terminal. Names come in already short and visible.
import type { Severity } from '../core/diagnostic.js'
import type { SchemaFacts, Verdict } from '../core/reportTypes.js'

/** The columns of a list of findings. */
export interface FindingColumns {
  file: string
  severity: string
  title: string
  place: string
  row: string
  lastRow: string
  column: string
  field: string
  cell: string
  suggestion: string
  message: string
  code: string
  page: string
}

export interface PageWords {
  title: string
  /** Who wrote the report, and when where that is known. */
  made(version: string, date: Date | undefined): string
  toContent: string
  verdict: string
  verdicts: { readonly [V in Verdict]: string }
  severities: { readonly [S in Severity]: string }
  /** As titles of figures. */
  severityNames: { readonly [S in Severity]: string }
  /** Title of the number of cells that have a proposed value. */
  repairable: string
  errors(count: number): string
  warnings(count: number): string
  infos(count: number): string
  findings(count: number): string
  /** "396 sur 1 000". */
  outOf(part: number, whole: number): string
  size(bytes: number): string
  /** Sign between the columns of a CSV that a double click opens in a spreadsheet. */
  listSeparator: string
  columns: FindingColumns
  folder: string

  /** Parts of a page about one table. */
  parts: { files: string; todo: string; columns: string; rows: string; findings: string; explained: string }
  schema: {
    title: string
    titleTerm: string
    name: string
    version: string
    origin: string
    origins: { readonly [O in SchemaFacts['origin']]: string }
    newer(version: string): string
    documentation: string
  }
  file: { title: string; name: string; rows: string; columns: string; size: string; rightRows: string }
  table: {
    column: string
    label: string
    filled: string
    invalid: string
    faults: string
    outside: string
    absent: string
    absentRequired: string
    times(count: number, title: string): string
  }
  rows: {
    row: string
    shown(shown: number, all: number): string
    allColumns: string
    /** Said of a cell whose finding is not listed. */
    faulty: string
  }
  filter: {
    title: string
    search: string
    severity: string
    fault: string
    suggestion: string
    all: string
    withSuggestion: string
    withoutSuggestion: string
    reset: string
    /** `#` stands for the number that are shown. */
    shown(all: number): string
    none: string
  }
  /** On paper only. */
  printed(rows: number): string
  /** A list that is not whole. */
  cut(shown: number, all: number): string
  /** The last line of a list of findings that is not whole. */
  listCut(left: number): string
  /** Ends a text of so many characters that a cell cannot hold. */
  textCut(characters: number): string
  /** A page that is full. */
  pageFull: string
  moreFiles(count: number): string
  /** After the first of several findings that are alike. */
  alike(count: number): string
  moreAnnotations(count: number): string
  /** Where a page tells more of a code. */
  explained(page: string): string
  /** Things that a file is tested for, where each test has a name. */
  tests: { file: string; header: string; rows: string; values: string }
  /** Where a finding stands that concerns no row and no column. */
  wholeTable: string
  rowRange(first: number, last: number): string
  afterRenaming: string
}
