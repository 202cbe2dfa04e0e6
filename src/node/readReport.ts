// A JSON report, as reporters/json.ts writes it, read back.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Diagnostic } from '../core/diagnostic.js'
import { ScdlError } from '../core/error.js'
import { SPOOLED_HEAD } from '../core/report.js'
import type { CellGroup, Conversion, KnownReport, Report, TableReport } from '../core/reportTypes.js'
import published from '../report.schema.json' with { type: 'json' }
import { readFault } from './fileFault.js'
import { shelve, takeDown } from './shelf.js'

type DiagnosticJson = Omit<Diagnostic, 'details'> & Partial<Pick<Diagnostic, 'details'>> & { message?: string; page?: string }

/** Members that are written otherwise than they are in memory. */
type TableJson = Omit<TableReport, 'diagnostics' | 'samples' | 'faultyRows' | 'afterRenaming' | 'known' | 'conversion' | 'rest'> & {
  diagnostics: DiagnosticJson[]
  samples?: DiagnosticJson[]
  faultyRows?: TableReport['faultyRows']
  groups?: (CellGroup & { column: number })[]
  afterRenaming?: Omit<NonNullable<TableReport['afterRenaming']>, 'diagnostics'> & { diagnostics: DiagnosticJson[] }
  known?: Pick<KnownReport, 'findings' | 'counts'> & { diagnostics: DiagnosticJson[] }
  conversion?: Omit<Conversion, 'remaining'> & { remaining?: TableJson }
}

type ReportJson = Omit<Report, 'files'> & { files: TableJson[] }

let isReport: ((value: unknown) => value is ReportJson) | undefined

/** Throws `ScdlError`: what reading a file throws, `not-a-report`. Its tables wait on disk. */
export async function readReport(path: string): Promise<Report> {
  const value = parse(path)
  isReport ??= new Ajv2020({ strict: false }).compile<ReportJson>(published)
  if (!isReport(value)) throw new ScdlError('not-a-report', { path })
  const { files: tables, failures, ...report } = value
  const isSpooled = report.settings?.maxDiagnostics === 0
  const files: TableReport[] = []
  for (const table of tables) files.push(takeDown(await shelve(readTable(table, isSpooled))))
  return {
    ...report,
    ...(failures !== undefined && {
      failures: failures.map(({ source, code, details, place }) => ({ source, code, details, ...(place !== undefined && { place }) })),
    }),
    files,
  }
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new ScdlError('not-a-report', { path }, { cause: error })
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG') {
      throw new ScdlError('limit-exceeded', { path, limit: 'reportBytes', value: 2 ** 29 }, { cause: error })
    }
    throw readFault(error, path)
  }
}

function readTable(json: TableJson, isSpooled: boolean): TableReport {
  const { columns, diagnostics, samples, faultyRows = [], groups = [], afterRenaming, known, conversion, ...plain } = json
  const whole = diagnostics.map(readDiagnostic)
  const head = isSpooled ? whole.slice(0, SPOOLED_HEAD) : whole
  const table: TableReport = {
    ...plain,
    columns: columns.map((column) => {
      const own = groups.filter((group) => group.column === column.column).map(({ column: _column, ...group }) => group)
      return own.length === 0 ? column : { ...column, groups: own }
    }),
    diagnostics: head,
    faultyRows,
    ...(samples !== undefined && { samples: samples.map(readDiagnostic) }),
    ...(afterRenaming !== undefined && { afterRenaming: { ...afterRenaming, diagnostics: afterRenaming.diagnostics.map(readDiagnostic) } }),
    // The list of known faults itself is written by the runs, not from their reports.
    ...(known !== undefined && { known: { ...known, diagnostics: known.diagnostics.map(readDiagnostic), found: [], absent: [] } }),
    ...(conversion !== undefined && { conversion: readConversion(conversion, isSpooled) }),
  }
  if (head.length < whole.length) {
    Object.defineProperty(table, 'rest', {
      enumerable: false,
      value: async function* () {
        yield* whole.slice(head.length)
      },
    })
  }
  return table
}

function readConversion({ remaining, ...conversion }: NonNullable<TableJson['conversion']>, isSpooled: boolean): Conversion {
  return { ...conversion, ...(remaining !== undefined && { remaining: readTable(remaining, isSpooled) }) }
}

const readDiagnostic = ({ message: _message, page: _page, details = {}, ...diagnostic }: DiagnosticJson): Diagnostic => ({
  ...diagnostic,
  details,
})
