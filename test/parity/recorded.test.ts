// Small crafted cases with Validata's answer: header, rows, missing values, keys, lexical details, constraints, checks.
import { describe, expect, it } from 'vitest'
import { type Diagnostic, readDescriptor, type TableReport, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'
import { hasShared, headerWarnings, type PublishedSchema, readJsonLines, SKIP_NOTE } from './reference.js'

interface RecordedError {
  type: string
  row: number | null
  field: string | null
}

interface Recorded {
  id: string
  schema: PublishedSchema
  csv: string
  expect: { valid: boolean | null; warnings: string[]; errors: RecordedError[]; total: number }
  note?: string
}

const HEADER_BELOW = 'Validata takes the title for the header; scdl finds the header below it, and says that Validata would not'
const WARNINGS_OF_FIRST_LINE = 'Validata takes its warnings from the first line, which is empty, and the rows from the header below it'
const CHECK_IS_WARNING = 'scdl warns of a check that it cannot run and goes on; Validata refuses'

/** Case → why the two answers differ; each is argued in docs/divergences.md. Validity is the same all the same. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'header-035': 'nothing but separators: a duplicate label for Validata, an empty file for scdl',
  'header-037': WARNINGS_OF_FIRST_LINE,
  'header-063': HEADER_BELOW,
  'header-065': HEADER_BELOW,
  'header-067': WARNINGS_OF_FIRST_LINE,
  'header-071': HEADER_BELOW,
  'rows-068': 'so many empty lines make Validata miss the commas; scdl reads three columns',
  'rows-071': HEADER_BELOW,
  'custom-french-siret-value-027': 'the newer name of the check, unknown to the Validata version that was recorded',
}

/** Case → why even validity differs. */
const OTHER_VERDICTS: Readonly<Record<string, string>> = {
  'custom-french-siret-value-020': CHECK_IS_WARNING,
  'custom-french-siret-value-025': CHECK_IS_WARNING,
  'custom-one-of-required-014': CHECK_IS_WARNING,
  'custom-year-interval-value-023': CHECK_IS_WARNING,
  'custom-compare-columns-value-032': CHECK_IS_WARNING,
  'custom-compare-columns-value-034': CHECK_IS_WARNING,
  'custom-compare-columns-value-038': CHECK_IS_WARNING,
  'custom-sum-columns-value-013': CHECK_IS_WARNING,
  'custom-sum-columns-value-023': CHECK_IS_WARNING,
}

/** Types of errors that the Validata version of today calls otherwise than the one that was recorded. */
const RENAMED: Readonly<Record<string, string>> = { 'nomenclature-actes-value': 'nomenclature-actes' }

const MORE_THAN_ANY_CASE_HAS = 10_000

const cases = readJsonLines<Recorded>('reference/recorded.jsonl')

describe.skipIf(!hasShared)(`Validata's answer to crafted cases ${SKIP_NOTE}`, () => {
  it('is ours too', { timeout: 120_000 }, async () => {
    const differences: string[] = []
    const agreeing: string[] = []
    for (const recorded of cases) {
      const options = { schema: readDescriptor(recorded.schema), maxDiagnostics: MORE_THAN_ANY_CASE_HAS }
      const report = await validate(memorySource(recorded.csv), options)
      const errors = recorded.expect.errors.map((error) => ({ ...error, type: RENAMED[error.type] ?? error.type }))
      const theirs = describeAnswer(errors, recorded.expect.warnings.length)
      const ours = describeAnswer(errorsOf(report, errors), headerWarnings(report))
      const sameVerdict = report.valid === (recorded.expect.total === 0)
      if (ours === theirs && sameVerdict) agreeing.push(recorded.id)
      else if (OTHER_VERDICTS[recorded.id] === undefined && (EXCEPTIONS[recorded.id] === undefined || !sameVerdict)) {
        differences.push(
          `${recorded.id} (${recorded.note ?? ''}) ${JSON.stringify(recorded.csv)}\n  Validata ${theirs}\n  scdl     ${ours}`,
        )
      }
    }
    console.log(`recorded: ${cases.length} cases compared, ${agreeing.length} the same, ${differences.length} unexplained`)
    expect(differences).toEqual([])
    expect(Object.keys({ ...EXCEPTIONS, ...OTHER_VERDICTS }).filter((id) => agreeing.includes(id))).toEqual([])
  })
})

const describeAnswer = (errors: readonly RecordedError[], warnings: number) =>
  `${errors
    .map(({ type, row, field }) => [type, row ?? '-', field ?? '-'].join(' '))
    .sort()
    .join(', ')} | ${warnings} warnings`

/** Our errors in Validata's terms: a run of blank rows is one error per row, and row and field are given where Validata gives them. */
function errorsOf({ diagnostics }: TableReport, theirs: readonly RecordedError[]): RecordedError[] {
  const withField = new Set(theirs.filter(({ field }) => field !== null).map(({ type }) => type))
  const withRow = new Set(theirs.filter(({ row }) => row !== null).map(({ type }) => type))
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .flatMap((found) => eachRow(found).map((row) => ({ found, row })))
    .map(({ found: { type, field }, row }) => ({
      type,
      row: withRow.has(type) || theirs.every((other) => other.type !== type) ? row : null,
      field: withField.has(type) ? (field ?? null) : null,
    }))
}

function eachRow({ row, rowEnd }: Diagnostic): (number | null)[] {
  if (row === undefined) return [null]
  return Array.from({ length: (rowEnd ?? row) - row + 1 }, (_, index) => row + index)
}
