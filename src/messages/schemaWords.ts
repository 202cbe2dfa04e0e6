// The words of `scdl schemas`: lists, pages, differences, what lint says. One object of this shape per language.
import type { Details, Severity } from '../core/diagnostic.js'
import type { SchemaFacts } from '../core/reportTypes.js'
import type { SchemaChange } from '../schema/diffSchemas.js'
import type { LintRule } from '../schema/lint/finding.js'

export interface SchemaWords {
  list: {
    name: string
    version: string
    title: string
    /** What a schema is that describes no table; undefined: a table. */
    kind(type: string): string | undefined
    /** Below the list: how many schemas, of which how many ship with scdl; those have the sign. */
    footer(schemas: number, shipped: number, sign: string): string
    none(words: string): string
  }
  /** The labels of `show`. */
  show: {
    version: string
    origin: string
    origins: Readonly<Record<SchemaFacts['origin'], string>>
    versions: string
    newer: string
    kind: string
    table: string
    tables: string
    /** Of a table of a data package. */
    withoutSchema: string
    columns: string
    /** "16, dont 11 obligatoires". */
    columnCount(columns: number, required: number): string
    required: string
    key: string
    checks: string
    documentation: string
    /** What to paste on data.gouv.fr. */
    publish: string
    next: string
  }
  fields: {
    column: string
    type: string
    required: string
    content: string
    yes: string
    no: string
    /** A field's type in one or two words. */
    typeName(type: string): string
    /** "L'une de ces valeurs : …". */
    values(values: readonly string[]): string
    example(example: string): string
    unique: string
    key: string
    /** What a cell must hold, in the words of the report, as a sentence. */
    expected(words: string): string
  }
  diff: {
    /** The first line. */
    title(before: string, after: string): string
    stricter: string
    looser: string
    none: string
    same: string
    change(change: SchemaChange): string
  }
  doc: {
    /** Under the title. */
    version(version: string): string
    summary: string
    columns: string
    required: string
    /** "Texte, obligatoire.": a type's name comes in small letters. */
    kind(type: string, required: boolean): string
    rules: string
    /** A check across columns, with the columns it reads. */
    check(name: string, fields: readonly string[]): string
    key(fields: readonly string[]): string
    writtenBy: string
    /** The file that was asked for. */
    written(path: string): string
  }
  template: {
    /** The name of the sheet that says what each column expects. */
    documentation: string
    /** An example of a text. */
    word: string
    /** On the row that shows how to fill in the others. */
    exampleNote: string
    /** Said by the spreadsheet program when another value is typed than those of the list. */
    refusal: string
    /** `check`: the command that checks the table once it is filled in. */
    written(path: string, columns: number, check: string): string
  }
  update: {
    catalogue(schemas: number, isNew: boolean): string
    fetched(name: string, version: string): string
    upToDate(schemas: number): string
  }
  lint: {
    severity(severity: Severity): string
    line(line: number): string
    /** The last line. */
    verdict(path: string, counts: Readonly<Record<Severity, number>>): string
    rules: { readonly [R in LintRule]: (details: Details) => string }
  }
}
