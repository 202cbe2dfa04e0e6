// The words of `scdl inspect`: one object of this shape per language. Names, labels and cells come in short and visible.
import type { Details } from '../core/diagnostic.js'
import type { FormatFacts } from '../core/format.js'
import type { GuessedType, InspectedColumn, Inspection, PublishingRemark } from '../core/inspectionTypes.js'

export interface InspectionWords {
  sections: { sheets: string; columns: string; schemas: string; publishing: string; next: string }
  notReadable(source: string): string
  /** "Classeur Excel (XLSX), 1,2 Mo." */
  file(format: FormatFacts, bytes: number): string
  /** How many rows and columns, where the header stands. */
  table(inspection: Pick<Inspection, 'rows' | 'blankRows' | 'longRows' | 'shortRows' | 'headerRow' | 'titleRows' | 'columns'>): string
  /** `sheet` with how many rows and columns it has. */
  sheet(name: string, rows: number, columns: number, hidden: boolean, inspected: boolean): string
  /** What the reader met: a sentence, and how often. */
  fault(sentence: string, count: number): string
  unnamed: string
  /** "date écrite jj/mm/aaaa". */
  guess(guess: GuessedType): string
  /** Of a column that a workbook holds as dates, times or both: how they are written is a matter of display. */
  nativeDates(guess: GuessedType): string
  /** What is said of a column after its type, in whole sentences: from the least to the greatest, how many filled, how many different. */
  facts(column: InspectedColumn, rows: number): string
  exceptions(count: number, examples: readonly string[]): string
  examples(examples: readonly string[]): string
  /** Every value with its number of cells. */
  values(values: readonly { value: string; cells: number }[]): string
  schema: {
    /** "14 de ses 18 colonnes sont dans le fichier." */
    found(matched: number, fields: number, columns: number): string
    likeness(score: number): string
    renamed(labels: readonly { label: string; field: string }[], left: number): string
    missing(fields: readonly string[], left: number): string
    clear: string
    unclear: string
    none: string
  }
  publishing: {
    remarks: Readonly<Record<PublishingRemark, (details: Details) => string>>
    fine: string
    declare: string
  }
  next: { validate: string; infer: string; schemaFile: string }
  /** One line for a file. */
  summary(inspection: Inspection): string
  /** What a schema inferred from a file says of itself; `column`: what a column holds, as a sentence. */
  inferred: { title(source: string): string; description(source: string): string; column(guess: GuessedType): string }
}
