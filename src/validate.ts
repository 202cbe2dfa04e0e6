// The pipeline of `scdl validate`: source → format → structure → header → table → report.
import type { Batch } from './core/batch.js'
import type { EarlyFinding, Table } from './core/compileTable.js'
import { ScdlError } from './core/error.js'
import { DEFAULT_LIMITS, type FormatOptions, type Opened, Reread, type Sheet } from './core/format.js'
import type { Recorder } from './core/report.js'
import type { TableReport } from './core/reportTypes.js'
import type { Source } from './core/source.js'
import { openTable } from './formats/index.js'
import { knowsLabel } from './header/knowsLabel.js'
import type { MatchOptions } from './header/matchHeader.js'
import { prepare } from './layTable.js'
import { openRecorders } from './openRecorders.js'
import { sayUncheckedKeys } from './sayUncheckedKeys.js'
import { withExpected } from './schema/withExpected.js'
import { registries, type StartedTable, startTable } from './startTable.js'
import { findHeaderRow, firstRows } from './structure/firstRows.js'
import { forcedHeader } from './structure/forcedHeader.js'
import { tableReport } from './tableReport.js'
import type { ValidateOptions } from './validateOptions.js'
import { watchedSource } from './watchedSource.js'

/** Faults of the file as a whole that writing it as canonical CSV mends. */
const MENDED: readonly string[] = ['file/unreadable-encoding', 'file/quoting', 'file/format']
/**
 * Checks one table against a schema. Faults of the data are in the report; faults of the request (a limit exceeded, an unknown encoding)
 * are thrown as `ScdlError`. Reads the source once, twice when its encoding turns out not to be UTF-8.
 */
export async function validate(source: Source, options: ValidateOptions): Promise<TableReport> {
  return (await examine(source, options)).report
}

/** For who reads the table again: what was settled about it. */
export interface Examination {
  report: TableReport
  /** Absent: there was no header to find. */
  found?: FoundTable
}

export interface FoundTable extends StartedTable {
  sheet: Sheet
  /** The first sheet of the workbook, where the table is on another. */
  firstSheet?: string
  /** The header row. */
  labels: readonly string[]
  headerRow: number
  /** Cells of a column (from 0) that hold something. */
  filled(column: number): number
}

export interface ExamineOptions {
  /** Labels that the user knows the fields of. */
  mapping?: MatchOptions['mapping']
  /** Rows that cannot be judged are read all the same. */
  despiteDuplicates?: boolean
  /** Asked when the header is known, again when reading starts again. It hears every batch once it is checked, from `firstRow` on. */
  follow?: (table: StartedTable) => (batch: Batch, firstRow: number) => void
}

/** As `validate`. */
export async function examine(source: Source, asked: ValidateOptions, more: ExamineOptions = {}): Promise<Examination> {
  const { expected, schema } = asked
  const options = expected === undefined ? asked : { ...asked, schema: { ...schema, schema: withExpected(schema.schema, expected) } }
  await prepare(options.schema.schema, registries)
  let format: FormatOptions = { limits: DEFAULT_LIMITS, ...options.format }
  for (;;) {
    const run = new Run(source, options, more)
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
  readonly #more: ExamineOptions
  readonly #source: Source
  #bytesRead = 0

  constructor(source: Source, options: ValidateOptions, more: ExamineOptions) {
    this.#options = options
    this.#more = more
    this.#source = watchedSource(source, (bytesRead) => {
      this.#bytesRead = bytesRead
      options.onProgress?.(bytesRead)
    })
    const { recorder, provisional } = openRecorders(options)
    this.recorder = recorder
    this.#provisional = provisional
  }

  async finish(format: FormatOptions): Promise<Examination> {
    const { recorder } = this
    const { schema, platform = {} } = this.#options
    const opened = await openTable(this.#source, platform, format)
    for (const { code, details } of opened.faults ?? []) {
      recorder.add(code, {}, () => details ?? {}, 1, MENDED.includes(code) ? 1 : 0)
    }
    for (const { code, details } of schema.faults) recorder.add(code, {}, () => details)
    sayUncheckedKeys(this.#options, recorder)
    const found = await this.#read(opened)
    const checked: Partial<StartedTable> | undefined = found?.unchecked === true ? { header: found.header } : found
    const report = tableReport({
      source: this.#source.name,
      bytes: this.#source.size ?? this.#bytesRead,
      schema: schema.facts,
      format: opened.facts,
      recorder,
      provisional: this.#provisional,
      header: checked?.header,
      table: checked?.table,
      columns: checked?.columns,
    })
    return { report, ...(found === undefined ? {} : { found }) }
  }

  /** undefined: there is no header. */
  async #read(opened: Opened): Promise<FoundTable | undefined> {
    const sheet = await this.#findSheet(opened)
    if (sheet === undefined) return undefined
    const [firstSheet] = opened.sheets
    const early: EarlyFinding[] = []
    let table: Table | undefined
    let found: FoundTable | undefined
    let follow: ReturnType<NonNullable<ExamineOptions['follow']>> | undefined
    for await (const batch of sheet.batches((code, place, details) => (table?.early ?? early).push({ code, place, details }))) {
      let firstRow = 0
      if (found === undefined) {
        const started = this.#start(batch, opened)
        if (started === undefined) return undefined
        table = started.table
        firstRow = started.firstRow
        found = { ...started, sheet, filled: (column) => table?.filled(column) ?? 0 }
        if (firstSheet !== sheet && firstSheet !== undefined) found.firstSheet = firstSheet.name
        if (table === undefined) {
          this.recorder.settleHead()
          return found
        }
        // What the reader found above the rows concerns no row.
        for (const finding of early) {
          if (finding.place.row > found.headerRow) table.early.push(finding)
          else this.recorder.add(finding.code, finding.place, finding.details)
        }
        this.recorder.settleHead()
        follow = this.#more.follow?.(found)
      }
      table?.read(batch, firstRow)
      follow?.(batch, firstRow)
    }
    if (table === undefined || found === undefined) {
      for (const { code, place, details } of early) this.recorder.add(code, place, details)
      if (early.length === 0) this.recorder.add('file/empty', {})
      return undefined
    }
    table.finish()
    if (table.rows === 0 && !found.unchecked) this.recorder.add('file/no-rows', {})
    return found
  }

  /** Says so where it is not the one that Validata reads. */
  async #findSheet({ sheets, facts }: Opened): Promise<Sheet | undefined> {
    const { sheet: wanted, schema } = this.#options
    const [first] = sheets
    if (first === undefined || (sheets.length === 1 && wanted === undefined)) return first
    if (facts.sheet === undefined) {
      if (wanted === undefined || String(wanted) === '1') return first
      throw new ScdlError('no-such-sheet', { sheet: String(wanted), known: [] })
    }
    const { findSheet } = await import('./findSheet.js')
    const { fields } = schema.schema
    const sheet = await findSheet(sheets, { wanted, knows: knowsLabel(schema.schema, this.#matching), fields: fields.length })
    if (sheet === undefined) return undefined
    facts.sheet = sheet.name
    if (sheet !== first) this.recorder.add('file/other-sheet', {}, () => ({ sheet: sheet.name, first: first.name }), 1, 1)
    return sheet
  }

  get #matching(): MatchOptions {
    const { aliases } = this.#options.schema
    const { mapping } = this.#more
    return {
      ignoreCase: this.#options.ignoreHeaderCase ?? false,
      ...(aliases === undefined ? {} : { aliases }),
      ...(mapping === undefined ? {} : { mapping }),
    }
  }

  /** Finds the header in the first rows and makes the rest of the table ready. */
  #start(batch: Batch, opened: Opened): (StartedTable & Pick<FoundTable, 'labels' | 'headerRow'> & { firstRow: number }) | undefined {
    const { schema } = this.#options.schema
    const { despiteDuplicates = false } = this.#more
    const matching = this.#matching
    const forced = this.#options.headerRow
    const found =
      forced === undefined ? findHeaderRow(batch, knowsLabel(schema, matching)) : { ...forcedHeader(batch, forced), rows: firstRows(batch) }
    const { rows } = found
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
    const phantoms = (batch.laid ?? 0) - labels.length
    if (phantoms > 0) {
      this.recorder.add('header/phantom-columns', { row: headerRow, column: labels.length + 1 }, () => ({ phantoms }), 1, 1)
    }
    const marked = opened.facts.markedQuote === true && headerRow === 1
    const started = startTable(
      { labels, row: headerRow, marked },
      {
        schema,
        matching,
        recorder: this.recorder,
        provisional: this.#provisional,
        despiteDuplicates,
        referencedKeys: this.#options.referencedKeys,
      },
    )
    return { ...started, labels, headerRow, firstRow: found.header + 1 }
  }
}
