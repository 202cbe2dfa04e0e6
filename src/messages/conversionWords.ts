// The words of a conversion: its report for readers, and the list of changes. Names, labels and cells come in short and visible.
import type { ChangeCertainty, ChangeRule } from '../core/change.js'
import type { repairs } from '../repairs/index.js'
import type { SchemaName } from './reportWords.js'

export interface ConversionWords {
  /** The first line of a table, without its sign. `output` is absent where nothing was written, `valid` where there was no table. */
  verdict(table: { source: string; output?: string; valid?: boolean } & SchemaName): string
  /** "396 lignes écrites à partir de subventions.csv : 396 cellules corrigées." */
  summary(table: { source: string; rows: number; leftOut: number; cells: number }): string
  /** Before the sentence that says what is still to do in the output. */
  left(state: string): string
  /** There was no table to write. */
  nothing: string
  sections: { changed: string; wouldChange: string; listed: string; columns: string; doubts: string }
  /** What a rule of its own did to `count` cells, rows or columns, without a verb in the first person. */
  did: { readonly [R in ChangeRule]: (count: number) => string }
  /** "facultatives absentes, ajoutées vides : a, b … et 3 autres". */
  added(fields: readonly string[], left: number): string
  /** The sheet taken, and the first one, which it is not. */
  otherSheet(sheet: string, first: string): string
  dropped(labels: readonly string[], left: number): string
  /** A column that may stand for a field, by what proof, and how to say so. */
  guess(column: string, field: string, proof: 'distance' | 'content'): string
  guessAdvice(columns: number): string
  contested(field: string, columns: readonly string[]): string
  contestedAdvice: string
  doubt(cells: number, cell: string): string
  doubtWhy: string
  /** How many changes there are in all. */
  changes(count: number): string
  changeLog(path: string): string
  /** Of several changes without a value to show. */
  firstRow(row: number): string
  /** The table did not fit in one sheet. */
  sheets(count: number, rowsPerSheet: number): string
  summaryOf(files: { all: number; valid: number; notYet: number }): string
  log: {
    /** The end of the file's name. */
    name: string
    columns: readonly [row: string, column: string, field: string, before: string, after: string, rule: string, certainty: string]
    rules: { readonly [R in ChangeRule | keyof typeof repairs]: string }
    certainties: { readonly [C in ChangeCertainty]: string }
  }
  /** Titles of the two columns of a mapping. */
  mapping: readonly [label: string, field: string]
}
