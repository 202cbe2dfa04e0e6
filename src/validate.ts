// The pipeline of `scdl validate`: source → format → structure → header → table → report.
import { cellChecks } from './checks/cell/index.js'
import { headerFaults } from './checks/header/index.js'
import { rowChecks } from './checks/row/index.js'
import { codes } from './codes.js'
import type { Batch } from './core/batch.js'
import { Table } from './core/compileTable.js'
import type { Diagnostic } from './core/diagnostic.js'
import { ScdlError } from './core/error.js'
import { DEFAULT_LIMITS, type FormatOptions, type Opened, Reread } from './core/format.js'
import type { HeaderMatch } from './core/headerMatch.js'
import { Recorder, type Rules } from './core/report.js'
import type { Report, SchemaFacts, TableReport, Verdict } from './core/reportTypes.js'
import type { Schema } from './core/schema.js'
import type { Platform, Source } from './core/source.js'
import { fieldTypes } from './fieldTypes/index.js'
import { openTable } from './formats/index.js'
import { knowsLabel } from './header/knowsLabel.js'
import { matchHeader } from './header/matchHeader.js'
import { layTable, prepare, type Registries } from './layTable.js'
import { repairs } from './repairs/index.js'
import type { SchemaFault } from './schema/schemaFault.js'
import { detectHeaderRow } from './structure/detectHeaderRow.js'
import { tableReport } from './tableReport.js'
import { version } from './version.js'

/** A schema read, with what its descriptor had that could not be understood, and what is known of where it comes from. */
export interface LoadedSchema {
  schema: Schema
  faults: readonly SchemaFault[]
  facts: SchemaFacts
  /** By field: labels under which it is known in the field. */
  aliases?: Readonly<Record<string, readonly string[]>>
}

export interface ValidateOptions {
  schema: LoadedSchema
  platform?: Platform
  /** What is forced rather than detected. */
  format?: Partial<FormatOptions>
  /** The header's row as a spreadsheet shows it, from 1. */
  headerRow?: number
  ignoreHeaderCase?: boolean
  rules?: Rules
  /** How many diagnostics the report lists, 1,000 by default; 0 for all. */
  maxDiagnostics?: number
  /** Findings of scdl's own that never count; on by default. */
  hints?: boolean
  onProgress?: (bytesRead: number) => void
}

const DEFAULT_MAX_DIAGNOSTICS = 1000
const MAX_PROVISIONAL_DIAGNOSTICS = 100
/** Rows among which the header is looked for. */
const HEADER_SEARCH_ROWS = 50
const registries: Registries = { fieldTypes, cellChecks, rowChecks, repairs }

/**
 * Checks one table against a schema. Faults of the data are in the report; faults of the request (a limit exceeded, an unknown encoding)
 * are thrown as `ScdlError`. Reads the source once, twice when its encoding turns out not to be UTF-8.
 */
export async function validate(source: Source, options: ValidateOptions): Promise<TableReport> {
  await prepare(options.schema.schema, registries)
  let format: FormatOptions = { limits: DEFAULT_LIMITS, ...options.format }
  for (;;) {
    const run = new Run(source, options)
    try {
      return await run.finish(format)
    } catch (error) {
      await run.recorder.forget()
      if (!(error instanceof Reread)) throw error
      format = { ...format, ...error.options }
    }
  }
}

/** One reading of the source, under one set of assumptions. */
class Run {
  readonly recorder: Recorder
  readonly #provisional: Recorder
  readonly #options: ValidateOptions
  readonly #source: Source
  #bytesRead = 0

  constructor(source: Source, options: ValidateOptions) {
    this.#options = options
    this.#source = this.#counted(source)
    const { rules, hints = true, maxDiagnostics = DEFAULT_MAX_DIAGNOSTICS } = options
    const table = { codes, rules: { ...(hints ? {} : hintsOff), ...rules } }
    this.recorder = new Recorder({ ...table, maxDiagnostics, spool: options.platform?.spool })
    this.#provisional = new Recorder({ ...table, maxDiagnostics: MAX_PROVISIONAL_DIAGNOSTICS })
  }

  #counted(source: Source): Source {
    const run = this
    return {
      ...source,
      async *open() {
        run.#bytesRead = 0
        for await (const chunk of source.open()) {
          run.#bytesRead += chunk.length
          run.#options.onProgress?.(run.#bytesRead)
          yield chunk
        }
      },
    }
  }

  async finish(format: FormatOptions): Promise<TableReport> {
    const { recorder } = this
    const { schema, platform = {} } = this.#options
    const opened = await openTable(this.#source, platform, format)
    for (const { code, details } of opened.faults ?? []) {
      recorder.add(code, {}, () => details ?? {}, 1, code === 'file/unreadable-encoding' ? 1 : 0)
    }
    for (const { code, details } of schema.faults) recorder.add(code, {}, () => details)
    const table = await this.#read(opened)
    return tableReport({
      source: this.#source.name,
      bytes: this.#source.size ?? this.#bytesRead,
      schema: schema.facts,
      format: opened.facts,
      recorder,
      provisional: this.#provisional,
      ...table,
    })
  }

  async #read(opened: Opened): Promise<{ table?: Table; header?: HeaderMatch; columns?: ReturnType<typeof layTable>['columns'] }> {
    const sheet = opened.sheets[0]
    if (sheet === undefined) return {}
    const early: Table['early'] = []
    let started: ReturnType<Run['start']> | undefined
    for await (const batch of sheet.batches((code, place, details) => (started?.table?.early ?? early).push({ code, place, details }))) {
      if (started === undefined) {
        started = this.start(batch, opened)
        if (started === undefined) return {}
        if (started.table === undefined) return { header: started.header }
        started.table.early.push(...early)
        started.table.read(batch, started.firstRow)
      } else started.table?.read(batch, 0)
    }
    if (started?.table === undefined) return {}
    started.table.finish()
    if (started.table.rows === 0) this.recorder.add('file/no-rows', {})
    return started
  }

  /** Finds the header in the first rows and makes the rest of the table ready. No table: its rows cannot be checked. */
  start(batch: Batch, opened: Opened) {
    const { schema, aliases } = this.#options.schema
    const rows = firstRows(batch)
    const matching = { ignoreCase: this.#options.ignoreHeaderCase ?? false, ...(aliases === undefined ? {} : { aliases }) }
    const forced = this.#options.headerRow
    const found = forced === undefined ? detectHeaderRow(rows, knowsLabel(schema, matching)) : forcedHeader(batch, forced)
    if (found.header < 0) {
      this.recorder.add('file/empty', {})
      return undefined
    }
    const labels = rows[found.header] ?? []
    const headerRow = batch.rowNumber[found.header]!
    opened.facts.headerRow = headerRow
    if (found.titles > 0) {
      const first = rows.flat().find((cell) => cell.trim() !== '') ?? ''
      this.recorder.add('file/title-rows', { row: 1, rowEnd: headerRow - 1 }, () => ({ rows: found.titles, first }), 1, 1)
    }
    const header = matchHeader(labels, schema, matching)
    const first = header.columns[0]
    if (opened.facts.markedQuote === true && headerRow === 1 && first?.proof === 'exact') first.proof = 'mark'
    for (const { code, column, field, label, details } of headerFaults(header, schema)) {
      const at = { row: headerRow, ...(column === undefined ? {} : { column }), ...(field === undefined ? {} : { field }), ...(label === undefined ? {} : { label }) }
      this.recorder.add(code, at, () => details, 1, isMended(details.proof) ? 1 : 0)
    }
    if (header.duplicates.length > 0) return { header, table: undefined, firstRow: 0, columns: undefined }
    const { layout, columns, faults } = layTable(schema, header, registries, this.recorder)
    for (const { code, details } of faults) this.recorder.add(code, {}, () => details)
    return { header, columns, table: new Table(layout, this.recorder, this.#provisional), firstRow: found.header + 1 }
  }
}

/** Throws `ScdlError('header-row-not-found')` when the first rows do not hold it. */
function forcedHeader(batch: Batch, row: number): { header: number; titles: number } {
  const header = batch.rowNumber.subarray(0, Math.min(batch.rows, HEADER_SEARCH_ROWS)).indexOf(row)
  if (header < 0) throw new ScdlError('header-row-not-found', { row })
  return { header, titles: header }
}

/** Labels that `scdl convert` renames without being asked. */
const isMended = (proof: unknown): boolean =>
  proof === 'mark' || proof === 'case' || proof === 'accents' || proof === 'punctuation' || proof === 'alias'

const hintsOff: Rules = Object.fromEntries(
  Object.entries(codes)
    .filter(([, { severity }]) => severity === 'info')
    .map(([code]) => [code, 'off']),
)

function firstRows({ bytes, rows, first, start, end }: Batch): string[][] {
  const decoder = new TextDecoder()
  return Array.from({ length: Math.min(rows, HEADER_SEARCH_ROWS) }, (_, r) =>
    Array.from({ length: first[r + 1]! - first[r]! }, (_, c) => {
      const i = first[r]! + c
      return decoder.decode(bytes.subarray(start[i]!, end[i]!))
    }),
  )
}

const WORST: readonly Verdict[] = ['valid', 'convertible', 'invalid']

/** Several tables checked in one run. */
export function buildReport(files: TableReport[], seconds: number): Report {
  const sum = (pick: (stats: TableReport['stats']) => number) => files.reduce((total, { stats }) => total + pick(stats), 0)
  return {
    scdl: version,
    verdict: WORST[Math.max(0, ...files.map(({ verdict }) => WORST.indexOf(verdict)))]!,
    valid: files.every(({ valid }) => valid),
    stats: {
      files: files.length,
      rows: sum(({ rows }) => rows),
      errors: sum(({ errors }) => errors),
      warnings: sum(({ warnings }) => warnings),
      infos: sum(({ infos }) => infos),
      seconds,
    },
    files,
  }
}

/** With `maxDiagnostics` 0: every diagnostic of a table, from memory then from where the others were put aside. */
export async function* everyDiagnostic(report: TableReport): AsyncIterable<Diagnostic> {
  yield* report.diagnostics
  if (report.rest !== undefined) yield* report.rest()
}
