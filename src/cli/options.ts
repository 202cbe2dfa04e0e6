// Options as typed become options as meant.
import { resolve } from 'node:path'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { DEFAULT_LIMITS, type FormatOptions, type Limits } from '../core/format.js'
import type { Rules } from '../core/report.js'
import type { TypedOption } from '../core/reportTypes.js'
import type { ReporterName } from '../reporters/index.js'
import type { GroupBy, RepeatedOptions } from '../reporters/reporter.js'
import type { BaselineRequest } from './baseline.js'
import type { RegistryFlags } from './registryFlags.js'

/** As commander reads them. */
export interface ValidateFlags extends RegistryFlags {
  schema?: string
  report?: string[]
  annotate?: string
  force?: true
  encoding?: string
  delimiter?: string
  quote?: string
  sheet?: string
  headerRow?: string
  ignoreHeaderCase?: true
  maxDiagnostics?: string
  failOn?: string[]
  rule?: string[]
  baseline?: string
  updateBaseline?: true
  groupBy?: string
  /** Both are looked for before the options are read. */
  config?: string | false
  hints: boolean
  maxRecordSize?: string
  maxColumns?: string
  maxInflatedSize?: string
  maxInflationRatio?: string
  lang?: string
  quiet?: true
  color: boolean
}

/** A report to write; without a path, to standard output. */
export interface ReportRequest {
  name: ReporterName
  path?: string
}

export interface AnnotateRequest {
  path: string
  /** A file that is there is replaced. */
  replace: boolean
}

export interface ValidateRequest {
  schema?: string
  reports: ReportRequest[]
  /** Where the table is to be written with its findings; absent: nowhere. */
  annotate?: AnnotateRequest
  /** `warning` or codes that make the exit code 1. */
  failOn: readonly string[]
  baseline?: BaselineRequest
  groupBy?: GroupBy
  quiet: boolean
  color: boolean
  repeated: RepeatedOptions
  table: {
    format: Partial<FormatOptions>
    sheet?: string
    headerRow?: number
    ignoreHeaderCase?: boolean
    maxDiagnostics?: number
    rules?: Rules
    hints: boolean
  }
}

/** Names that the request may use. */
export interface Known {
  reporters: readonly ReporterName[]
  codes: readonly string[]
}

/** Throws `ScdlError('bad-option-value')`. */
export function readValidateFlags(flags: ValidateFlags, known: Known): ValidateRequest {
  const reports = (flags.report ?? []).map((text) => readReport(text, known.reporters))
  const toStdout = reports.filter((report) => report.path === undefined)
  if (toStdout.length > 1) throw badValue('--report', toStdout[1]?.name ?? '', { expected: 'path' })
  if (toStdout.length === 0) reports.unshift({ name: 'human' })
  for (const code of flags.failOn ?? []) checkKnown('--fail-on', code, ['warning', ...known.codes])
  return {
    ...(flags.schema !== undefined && { schema: flags.schema }),
    reports,
    ...(flags.annotate !== undefined && { annotate: { path: readAnnotated(flags.annotate), replace: flags.force ?? false } }),
    failOn: flags.failOn ?? [],
    ...withoutAbsent({ baseline: readBaseline(flags), groupBy: given('--group-by', flags.groupBy, readGroupBy) }),
    quiet: flags.quiet ?? false,
    color: flags.color,
    repeated: {
      reading: typedOptions({
        '--encoding': flags.encoding,
        '--delimiter': flags.delimiter,
        '--quote': flags.quote,
        '--sheet': flags.sheet,
        '--header-row': flags.headerRow,
        '--ignore-header-case': flags.ignoreHeaderCase,
        '--rule': flags.rule,
      }),
      converting: [],
    },
    table: {
      format: withoutAbsent({
        encoding: flags.encoding,
        delimiter: given('--delimiter', flags.delimiter, readDelimiter),
        quote: given('--quote', flags.quote, readQuote),
        limits: { ...DEFAULT_LIMITS, ...readLimits(flags) },
      }),
      ...withoutAbsent({
        sheet: flags.sheet,
        headerRow: given('--header-row', flags.headerRow, readCountFromOne),
        ignoreHeaderCase: flags.ignoreHeaderCase,
        maxDiagnostics: given('--max-diagnostics', flags.maxDiagnostics, readCount),
        rules: flags.rule && Object.fromEntries(flags.rule.map((text) => readRule(text, known.codes))),
      }),
      hints: flags.hints,
    },
  }
}

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const

/** `header/extra-column=off`. */
function readRule(text: string, known: readonly string[]): [string, (typeof SEVERITIES)[number]] {
  const [, code = '', severity] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (severity === undefined) throw badValue('--rule', text, { expected: 'rule' })
  checkKnown('--rule', code, known)
  checkKnown('--rule', severity, SEVERITIES)
  return [code, severity]
}

function readBaseline({ baseline, updateBaseline }: ValidateFlags): BaselineRequest | undefined {
  if (baseline === '') throw badValue('--baseline', '', { expected: 'value' })
  if (baseline !== undefined) return { path: resolve(baseline), update: updateBaseline === true }
  if (updateBaseline === true) throw badValue('--update-baseline', '', { expected: 'baseline' })
  return undefined
}

const readGroupBy: Reading<GroupBy> = (option, text) => {
  checkKnown(option, text, ['folder'])
  return 'folder'
}

/** Those that were given; one that may be given several times gives as many. */
export function typedOptions(options: Readonly<Record<string, string | true | readonly string[] | undefined>>): TypedOption[] {
  return Object.entries(options).flatMap(([option, value]): TypedOption[] => {
    if (value === undefined) return []
    if (value === true) return [[option]]
    return typeof value === 'string' ? [[option, value]] : value.map((text) => [option, text])
  })
}

function readLimits(flags: ValidateFlags): Partial<Limits> {
  return withoutAbsent({
    recordBytes: given('--max-record-size', flags.maxRecordSize, readSize),
    columns: given('--max-columns', flags.maxColumns, readCountFromOne),
    inflatedBytes: given('--max-inflated-size', flags.maxInflatedSize, readSize),
    inflationRatio: given('--max-inflation-ratio', flags.maxInflationRatio, readCountFromOne),
  })
}

function readReport(text: string, known: readonly ReporterName[]): ReportRequest {
  const [, name = text, path] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  checkKnown('--report', name, known)
  if (path === '') throw badValue('--report', text, { expected: 'path' })
  return path === undefined || path === '-' ? { name } : { name, path }
}

function readAnnotated(path: string): string {
  if (!/\.(?:xlsx|csv)$/i.test(path)) throw badValue('--annotate', path, { expected: 'annotated-file' })
  return path
}

function checkKnown<Name extends string>(option: string, value: string, known: readonly Name[]): asserts value is Name {
  if (!(known as readonly string[]).includes(value)) throw badValue(option, value, { known, nearest: nearest(value, known) })
}

export type Reading<T> = (option: string, text: string) => T
/** Reads what was given; an option that was not stays absent. */
export const given = <T>(option: string, text: string | undefined, read: Reading<T>): T | undefined =>
  text === undefined ? undefined : read(option, text)

const readCount: Reading<number> = (option, text) => {
  if (!/^\d{1,15}$/.test(text)) throw badValue(option, text, { expected: 'integer' })
  return Number(text)
}

export const readCountFromOne: Reading<number> = (option, text) => {
  const count = readCount(option, text)
  if (count === 0) throw badValue(option, text, { expected: 'integer' })
  return count
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 }

/** Bytes: `500000`, `16M`, `16 Mo`, `16MB`. */
const readSize: Reading<number> = (option, text) => {
  const [, digits, unit = ''] = /^(\d{1,12}) ?([kmgt]?)(?:i?[bo])?$/i.exec(text) ?? []
  const size = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN)
  if (!(size > 0 && Number.isSafeInteger(size))) throw badValue(option, text, { expected: 'size' })
  return size
}

const readDelimiter: Reading<string> = (option, text) => {
  if (/^(tab|\\t)$/i.test(text)) return '\t'
  return readAsciiCharacter(option, text)
}

/** `none`: cells are not quoted. */
const readQuote: Reading<string> = (option, text) => (/^none$/i.test(text) ? '' : readAsciiCharacter(option, text))

const readAsciiCharacter: Reading<string> = (option, text) => {
  if (!/^[\t -~]$/.test(text)) throw badValue(option, text, { expected: 'character' })
  return text
}

export const badValue = (option: string, value: string, details: ConstructorParameters<typeof ScdlError>[1]): ScdlError =>
  new ScdlError('bad-option-value', { option, value, ...details })

type WithoutAbsent<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
export const withoutAbsent = <T extends object>(object: T): WithoutAbsent<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as WithoutAbsent<T>
