// The words of the report for readers. Names, labels and cells come in already short and visible; numbers come in as numbers.
import type { FormatFacts } from '../core/format.js'
import type { Assumption } from '../core/repair.js'
import type { SchemaFacts, Verdict } from '../core/reportTypes.js'
import type { Kind } from './kindOf.js'

/** Rows, as ranges of numbers: `[[12, 12], [45, 47]]`. */
export type Ranges = readonly (readonly [number, number])[]

/** What there is to do in a section, or in a table. */
export interface Amount {
  cells: number
  columns: number
  rows: number
}

/** Of JSON documents, which have items instead of rows, and lines instead of columns. */
export interface JsonReportWords {
  /** "12 éléments lus (GeoJSON, UTF-8)." */
  read(items: number, format: FormatFacts | undefined): string
  state(document: { items: number; rightItems: number; errors: number }): string
  valid(items: number, remarks: boolean): string
  /** After the verdict of a valid document among others. */
  among(items: number, warnings: number, known: number): string
  todo: string
  /** At the right edge. */
  amount(errors: number): string
  line(line: number, character: number | undefined): string
  /** "12 fois : valeur hors de la liste". */
  title(field: string | undefined, title: string, count: number): string
}

/** What a table is checked against. */
export interface SchemaName {
  /** As `--schema` takes it. */
  schema: string
  /** Of a schema that has no name of its own in a registry. */
  title?: string
  version?: string
  /** Which table of a data package it describes. */
  resource?: { name: string; package: string }
}

export interface ReportWords {
  number(value: number): string
  /** The first line of a table, without its sign. */
  verdict(table: { source: string; verdict: Verdict } & SchemaName): string
  /** Rows are absent where they were not checked. "396 lignes et 17 colonnes lues (CSV « ; », UTF-8)." */
  read(rows: number | undefined, columns: number, format: FormatFacts | undefined): string
  /** "Aucune ligne n'est juste : 1 584 cellules à reprendre dans 4 colonnes (1 980 erreurs pour Validata)." */
  state(table: { rows: number; rightRows: number; todo: Amount; todoColumns: number; errors: number }): string
  /** `remarks`: something for information follows; `unchecked`: so does what could not be checked. */
  valid(rows: number, remarks: boolean, unchecked: boolean): string
  rowsNotChecked: string
  /**
   * Where the schema was had, and the newer version that the registry is known to have; undefined: nothing worth a line.
   * `name`: with its version, where several may be meant; else empty.
   */
  schema(name: string, origin: SchemaFacts['origin'], newer: string | undefined): string | undefined

  sections: {
    rename: string
    propose: string
    oneValue: string
    fewValues: string
    restore: string
    afterRenaming: string
    notes: string
    next: string
  }
  amount(amount: Amount): string
  /** At the right edge of what is told apart. */
  notCounted(errors: number): string

  /** "Colonne K, datesPeriodeVersement"; `field` where the label is not its name. */
  column(letters: string, label: string, field?: string): string
  titled(column: string, title: string): string
  json: JsonReportWords
  emptyCell: string
  emptyEverywhere(rows: number): string
  /** Several required columns with empty cells, told together. */
  /** Wrong cells of totals and notes. */
  leftOut(cells: number): string
  emptyColumns(cells: number, columns: number): string
  emptySomewhere(cells: number): string
  /** The same wrong value in every cell of the group. */
  /** The column holds no other value. */
  sameEverywhere(title: string): string
  /** The column holds right values as well. */
  sameEachTime(title: string): string
  fewValues(title: string, values: number): string
  /** A cell of a column where one value is asked for. `publisher`: the column names who publishes the file. */
  valueToPut(kind: Kind, publisher: boolean): string | undefined
  /** Whether a label names who publishes the file. */
  namesPublisher(label: string): boolean
  /** Whether a label names what its row is about. */
  namesRow(label: string): boolean
  needed(expected: readonly string[]): string
  cells(count: number): string
  /** "… et 394 autres"; `rows` where they are few enough to list. */
  others(count: number, rows: Ranges | undefined): string
  settled(assumption: Assumption, proofs: number): string
  /** A group whose repair waits for a proof that the column does not give. */
  unsettledTitle(cells: number, assumption: Assumption): string
  unsettled(assumption: Assumption, proofs: number, contradictions: number): string
  verified: string
  absentColumn(field: string): string
  /** Cells that are wrong only because their rows are longer, or shorter, than the header. */
  ragged(cells: number, columns: readonly string[], longer: boolean): string
  /** Said of extra cells that are all empty. */
  trailingSeparators: string
  sameAsRow(row: number): string
  row(row: number, line: number | undefined): string
  rows(ranges: Ranges, left: number): string

  renameTitle(columns: number): string
  /** Why a label is taken for a field's name; empty where reading both tells. */
  proof(proof: string): string
  missingColumns(fields: readonly string[], left: number): { title: string; todo: string }
  /** Lines for information. */
  notes: {
    absent(fields: readonly string[], left: number): string
    renameOptional(place: string, label: string, field: string, proof: string): string
    /** A name between spaces: the column is found all the same. */
    padded(place: string, field: string): string
    extra(labels: readonly string[], left: number): string
    order: string
    /** Faults that are accepted for now. */
    known(findings: number): string
    schema(faults: number): string
    /** What a code without a place of its own says, when it stands several times. */
    times(sentence: string, count: number): string
  }
  next: {
    /** The original workbook may still hold what the file has lost. */
    original(columns: readonly string[], kind: Kind): string
    /** What the original workbook may be called. */
    workbook: string
    again: string
    /** To write what scdl can correct to a new file; with the value that the reader is to fill in. */
    convert: string
    convertWith: string
    annotate: string
    annotatedFile: string
    everything: string
    /** Name of the file that such a report goes to. */
    reportFile: string
  }
  /** The line under several tables. */
  summary(files: { all: number; valid: number; convertible: number; invalid: number }): string
  /** "data/213105554 : 2 fichiers, 1 conforme et 1 non conforme (12 erreurs)" */
  folder(folder: string, files: { all: number; valid: number; convertible: number; invalid: number }, errors: number): string
  /** After the verdict of a valid table among others. `known`: faults that are accepted for now. */
  among(rows: number, warnings: number, known: number): string
}
