// Every code that a diagnostic can carry, with its Frictionless or Validata type and its default severity.
// The sentences are in messages/, one per code and language; the compiler lists those that are missing.
import { cellChecks } from './checks/cell/index.js'
import { rowChecks } from './checks/row/index.js'
import type { Severity } from './core/diagnostic.js'
import { CONSTRAINTS, type ConstraintName } from './core/schema.js'
import { JSON_FAULTS, type JsonFault } from './jsonData/jsonFaults.js'

export interface CodeFacts {
  type: string
  severity: Severity
}

const error = (type: string): CodeFacts => ({ type, severity: 'error' })
const warning = (type: string): CodeFacts => ({ type, severity: 'warning' })
const info = (type: string): CodeFacts => ({ type, severity: 'info' })

/** The details that each sentence receives stand in the comment. `row`, `column`, `field`, `label`, `cell` come with the diagnostic. */
const FIXED_CODES = {
  // --- the file as a whole
  'file/empty': error('source-error'),
  /** found: a word of `DetectedFormat` or of `ArchiveKind` (formats/), 'encrypted', 'corrupt' */
  'file/not-a-table': error('format-error'),
  /** found: as for 'file/not-a-table', or 'csv': the schema is for JSON. */
  'file/not-json': error('format-error'),
  /** fault: see `SyntaxFault`: from there on it is no JSON, and nothing more is read. */
  'file/json-syntax': error('source-error'),
  /** Several JSON documents one after another, as in JSON Lines. */
  'file/json-lines': error('format-error'),
  /** encoding: JSON is UTF-8; that word itself: some bytes are not */
  'file/json-encoding': error('encoding-error'),
  /** A byte-order mark, which JSON must not have. */
  'file/json-mark': warning('encoding-error'),
  /**
   * What is inside is read as what it is, where Validata goes by the name. found: 'csv' | 'xlsx' | 'ods' | 'xls' | 'xlsb' | 'html' |
   * 'spreadsheetml', extension?: what the name says instead; absent: the name is right, and Validata does not read the format.
   */
  'file/format': error('format-error'),
  /** A compressed file or a workbook that ends too early or is damaged; the rows before are checked. workbook: true where it is one */
  'file/truncated': error('compression-error'),
  /** encoding (one that Validata reads too: windows-1252, iso-8859-1, iso-8859-15) */
  'file/encoding': warning('encoding-error'),
  /** encoding (one that Validata cannot read: utf-16le, utf-16be, macintosh, cp850) */
  'file/unreadable-encoding': error('encoding-error'),
  /** quote (what cells stand between, unless it is the double quote), escaper? (what a quote inside a cell has before it): Validata knows neither. */
  'file/quoting': error('source-error'),
  /** rows (how many stand above the header), first (the text of the first of them) */
  'file/title-rows': error('source-error'),
  /** The table is not on the first sheet of the workbook, which is what Validata reads. sheet, first: their names */
  'file/other-sheet': error('source-error'),
  /** None of the labels is the schema's, not even nearly. A hint: each missing column is an error of its own. candidates?: string[] */
  'file/no-header': info('source-error'),
  /** A table without rows. */
  'file/no-rows': info('row-count'),

  // --- the schema: what could not be understood; never stops the run
  /** type, field */
  'schema/unknown-type': warning('field-error'),
  /** format, field */
  'schema/unknown-format': warning('field-error'),
  /** property, field, value?: a property that cannot be understood or used there */
  'schema/property': warning('field-error'),
  /** property, field, nearest?: an unknown property (`contraints`) */
  'schema/misspelt-property': warning('field-error'),
  /** constraint, field, type: a constraint that the type does not have */
  'schema/unsupported-constraint': warning('field-error'),
  /** pattern, field, reason */
  'schema/pattern': warning('field-error'),
  /** example, field: the field's example breaks its own rules */
  'schema/example': warning('field-error'),
  /**
   * key: 'primaryKey' | 'uniqueKeys' | 'foreignKeys', name: a key names a field that does not exist, or another package. With fields
   * (string[]): a foreign key to another table, `name`, that is not at hand.
   */
  'schema/key': warning('schema-error'),
  /** check, nearest? */
  'schema/unknown-check': warning('check-error'),
  /** check, parameter, value? */
  'schema/check-parameter': warning('check-error'),
  /** check, field: the form is checked, not whether the code or the name exists */
  'schema/form-only': info('check-error'),

  // --- the header
  /** A required field, or a part of the primary key, has no column. nearMiss?: label, nearMissColumn?: number, proof? */
  'header/missing-label': error('missing-label'),
  /** An optional field has no column. nearMiss?, nearMissColumn?, proof? */
  'header/missing-column': warning('missing-label'),
  /** A column outside the schema. nearMissOf?: field, proof? */
  'header/extra-column': warning('extra-label'),
  /** expected: string[], found: string[] */
  'header/order': warning('incorrect-label'),
  'header/blank-label': error('blank-label'),
  /** A check across columns cannot do without a column that the file lacks. check, fields: string[], absent: string[] */
  'header/check-column': error('check-error'),
  /** Columns of a workbook that are only formatted, after the last one: labels without a name for Validata. phantoms: how many */
  'header/phantom-columns': error('duplicate-label'),
  /** columns: string[] (numbers) */
  'header/duplicate-label': error('duplicate-label'),

  // --- rows
  'row/blank': error('blank-row'),
  /** Rows of a workbook that are only formatted, down to the end of its sheet: one finding. rows: how many */
  'row/phantom': error('blank-row'),
  'row/extra-cell': error('extra-cell'),
  'row/missing-cell': error('missing-cell'),
  /** bytes: the offending bytes in hexadecimal, before: text before them */
  'row/encoding': error('encoding-error'),
  /** A quote inside a cell that is not doubled; read as Validata reads it. */
  'row/stray-quote': info('source-error'),
  /** A quote opened here is never closed; taken as text. */
  'row/unclosed-quote': error('source-error'),
  /** codePoints: string[] (U+0000 …): control characters */
  'row/control-character': info('source-error'),
  /** fields: string[], firstRow?: number (absent: the key is empty) */
  'row/primary-key': error('primary-key'),
  /** fields: string[], firstRow: number */
  'row/unique-key': error('unique-error'),
  /** fields: string[], referenced: string[], resource?: the other table of the package, whose fields they are, and then value?: of the only field */
  'row/foreign-key': error('foreign-key'),
  /** A fault of the check `french-gps-coordinates`: latitude and longitude stand in each other's place. */
  'row/reversed-french-gps-coordinates': error('reversed-french-gps-coordinates'),
  /** Looks like a total. */
  'row/total': info('row-error'),
  /** Looks like a note under the table. */
  'row/footnote': info('row-error'),

  // --- cells
  /** type, format, and the field's options that say what is expected (trueValues, falseValues, decimalChar …) as text; example? */
  'cell/type': error('type-error'),
  /** A number, a date or a boolean of a workbook where Validata wants text. native: 'number' | 'date' | 'boolean', type, format */
  'cell/native-value': error('type-error'),
  /** A cell of a workbook that shows another text than what it holds: Validata reads what it shows. native, type, format */
  'cell/native-display': error('type-error'),
  /** In a CSV that was written: a spreadsheet that opens it runs the text. */
  'cell/formula': info('type-error'),
  /** firstRow: number */
  'cell/unique': error('unique-error'),
  /** expected: the text that the user's configuration wants, `*` standing for any characters */
  'cell/expected': error('constraint-error'),
} as const satisfies Record<string, CodeFacts>

type CellConstraintCode = `cell/${ConstraintName}`
/** Details of a constraint: constraint (its value as text, or values: string[] for enum), type, format, example?; length for lengths. */
const CONSTRAINT_CODES = Object.fromEntries(CONSTRAINTS.map((name) => [`cell/${name}`, error('constraint-error')])) as Record<
  CellConstraintCode,
  CodeFacts
>

type JsonCode = `json/${JsonFault}`
/** What is wrong with a value of a JSON document: the details of each are built in jsonData/readErrors.ts. */
const JSON_CODES = {
  ...(Object.fromEntries(JSON_FAULTS.map((fault) => [`json/${fault}`, error('constraint-error')])) as Record<JsonCode, CodeFacts>),
  'json/type': error('type-error'),
  /** key: the last of two is what programs read */
  'json/duplicate-key': warning('source-error'),
}

type CheckCode = `row/${keyof typeof cellChecks | keyof typeof rowChecks}`
/** Details of a check: its parameters; `fault` from 1 where a cell check tells several faults apart. */
const CHECK_CODES = Object.fromEntries(
  [...Object.entries(cellChecks), ...Object.entries(rowChecks)].map(([name, check]) => [`row/${name}`, error(check.type)]),
) as Record<CheckCode, CodeFacts>

export type KnownCode = keyof typeof FIXED_CODES | CellConstraintCode | keyof typeof JSON_CODES | CheckCode

export const codes: Readonly<Record<KnownCode, CodeFacts>> = Object.freeze({
  ...FIXED_CODES,
  ...CONSTRAINT_CODES,
  ...JSON_CODES,
  ...CHECK_CODES,
})

/** Where the page of each code stands: the path in this package. Once the pages have a public address, that address, with its last slash. */
const PAGES = 'docs/codes/'

/** The page that tells what a code means and how to mend it; undefined: a code that this version does not know. */
export const pageOf = (code: string): string | undefined => (Object.hasOwn(codes, code) ? `${PAGES}${code}.md` : undefined)
