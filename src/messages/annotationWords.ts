// The words of a table that is given back with its findings.

export interface AnnotationWords {
  /** Titles of the columns behind those of the table. */
  columns: readonly [severity: string, findings: string, suggestions: string]
  /** Names of the sheets. */
  table: string
  summary: string
  /** A finding, after the place where it stands. */
  at(place: string, sentence: string): string
  /** A value to write, after its place. */
  put(place: string, value: string): string
  /** Titles of the counts. */
  counts: readonly [severity: string, finding: string, label: string, count: string, repairable: string]
  legend: { title: string; wrong: string; doubtful: string }
  /** How to go on. */
  how: string
  /** Only so many cells have a note. */
  notesCut(notes: number): string
  /** Before the findings that concern no row. */
  general: string
}
