// What `scdl inspect` finds in a file: plain data, as its JSON form has it.
import type { Code, Details } from './diagnostic.js'
import type { FormatFacts } from './format.js'
import type { MatchProof } from './headerMatch.js'

export interface MatchedColumn {
  /** From 1, as in the file. */
  column: number
  label: string
  field: string
  proof: MatchProof
}

/** How well a header suits a schema. */
export interface SchemaMatch {
  name: string
  version?: string
  title?: string
  /** 0 to 1: how much of the header the schema explains, and how much of the schema the header has. */
  score: number
  matched: MatchedColumn[]
  /** Required fields without a column. */
  missing: string[]
  /** How many fields the schema has, and how many columns the file. */
  fields: number
  columns: number
}

export interface InspectedSheet {
  name: string
  hidden: boolean
  /** With something in them, the header included. */
  rows: number
  /** The number of cells of its widest row. */
  columns: number
  /** The one that the rest of the inspection is about. */
  inspected: boolean
}

/** What a column holds, in the words of Table Schema. */
export interface GuessedType {
  /** A word of scdl's own, finer than the type: `siret`, `date-dmy`, `decimal-comma`. */
  kind: string
  type: string
  format?: string
  /** Further properties of the field, as a descriptor writes them. */
  options?: Readonly<Record<string, unknown>>
  /** Filled cells that are no value of the type; 0 for most columns. */
  exceptions: number
  /** The first of them. */
  exceptionExamples?: string[]
}

export interface InspectedColumn {
  /** From 1. */
  column: number
  label: string
  guess: GuessedType
  /** Cells that hold something. */
  filled: number
  /** Of these, how many cells a workbook holds as something else than text, by kind. */
  native?: Readonly<Record<string, number>>
  distinct: number
  /** `distinct` is an estimate, true to a few hundredths. */
  distinctEstimated: boolean
  /** Every value with its number of cells, most frequent first; absent where there are more than 16. */
  values?: { value: string; cells: number }[]
  /** The first different values. */
  examples: string[]
  /** As the file writes them; for types that have an order. */
  minimum?: string
  maximum?: string
  /** In characters. */
  shortest?: number
  longest?: number
}

/** What the platform that publishes the file would stumble over. */
export type PublishingRemark =
  /** limit, bytes: what is refused above, and what the file has */
  | 'too-large'
  /** format: of a kind that is not read */
  | 'format'
  /** seen, used: the separator that the first line suggests, and the one of the table */
  | 'first-line-separator'
  /** row: of the header */
  | 'header-row'
  /** encoding */
  | 'encoding'
  /** row: the first that has more or fewer cells than the header, among the first ones */
  | 'uneven-rows'
  /** taken, sheet: the largest, and the one that the inspection is about */
  | 'largest-sheet'
  /** sheets: how many hold something */
  | 'several-sheets'
  /** labels: string[] */
  | 'duplicate-labels'
  /** columns: how many */
  | 'blank-labels'

export interface Publishing {
  remarks: { code: PublishingRemark; details: Details }[]
  /** What to declare of the schema there. */
  schema?: { name: string; version: string }
}

export interface Inspection {
  /** Version of scdl. */
  scdl: string
  source: string
  bytes: number
  /** false: there is no table in it, `faults` says why. */
  readable: boolean
  /** What the reading met, with how often and where first. */
  faults: { code: Code; details: Details; count: number; row?: number }[]
  format?: FormatFacts
  sheets: InspectedSheet[]
  /** As a spreadsheet shows it, from 1. */
  headerRow?: number
  /** Rows above the header that hold something. */
  titleRows: number
  /** Below the header, blank ones included. */
  rows: number
  blankRows: number
  /** Rows with more, or fewer, cells than the header. */
  longRows: number
  shortRows: number
  columns: InspectedColumn[]
  /** The likeliest first. */
  schemas: SchemaMatch[]
  /** The name of the first of them, where nothing else comes near: `scdl validate` takes it by itself. */
  clear?: string
  publishing: Publishing
}
