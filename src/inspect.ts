// The pipeline of `scdl inspect`: source → format → sheets → header → columns, and what they suggest.
import type { Batch } from './core/batch.js'
import type { Details, Emit } from './core/diagnostic.js'
import { DEFAULT_LIMITS, type FormatOptions, type Opened, Reread, type Sheet } from './core/format.js'
import type { InspectedSheet, Inspection } from './core/inspectionTypes.js'
import type { Platform, Source } from './core/source.js'
import { openTable } from './formats/index.js'
import { type ChooseOptions, chooseSheet, type Head } from './inspect/chooseSheet.js'
import type { Detection } from './inspect/detectSchemas.js'
import { judgePublishing } from './inspect/publishing.js'
import { TableProfile } from './inspect/tableProfile.js'
import { version } from './version.js'

export interface InspectOptions extends ChooseOptions {
  platform?: Platform
  /** What is forced rather than detected. */
  format?: Partial<FormatOptions>
  onProgress?: (bytesRead: number) => void
}

/**
 * Says what a file is: format, encoding, dialect, sheets, header row, what each column holds, the likeliest schemas, and what
 * data.gouv.fr would make of it. What is no table comes back with `readable: false` and the faults that say why. Reads every row once, in
 * memory that does not grow with them; of a workbook, the first rows of each sheet once more.
 * Throws `ScdlError`: `no-such-sheet`, `header-row-not-found`, `limit-exceeded`, `unknown-encoding`.
 */
export async function inspect(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  return rereading(options, (format) => new Run(source, options).finish(format))
}

/** The schemas that the header of a table suggests: as `inspect` finds them, from its first rows only. undefined: there is no table. */
export async function detectTableSchemas(source: Source, options: InspectOptions): Promise<Detection | undefined> {
  return rereading(options, async (format) => {
    const head = await chooseSheet(await openTable(source, options.platform ?? {}, format), options)
    return head?.detection
  })
}

async function rereading<T>({ format: forced }: InspectOptions, read: (format: FormatOptions) => Promise<T>): Promise<T> {
  let format: FormatOptions = { limits: DEFAULT_LIMITS, ...forced }
  for (;;) {
    try {
      return await read(format)
    } catch (error) {
      if (!(error instanceof Reread)) throw error
      format = { ...format, ...error.options }
    }
  }
}

/** One reading of the source, under one set of assumptions. */
class Run {
  readonly #source: Source
  readonly #options: InspectOptions
  readonly #faults = new Map<string, Inspection['faults'][number]>()
  #bytesRead = 0

  constructor(source: Source, options: InspectOptions) {
    this.#options = options
    const run = this
    this.#source = {
      ...source,
      async *open() {
        run.#bytesRead = 0
        for await (const chunk of source.open()) {
          run.#bytesRead += chunk.length
          options.onProgress?.(run.#bytesRead)
          yield chunk
        }
      },
    }
  }

  readonly #emit: Emit = (code, { row }, details) => {
    const known = this.#faults.get(code)
    if (known === undefined) this.#addFault(code, details?.() ?? {}, row)
    else known.count++
  }

  #addFault(code: Inspection['faults'][number]['code'], details: Details, row?: number): void {
    this.#faults.set(code, { code, details, count: 1, ...(row !== undefined && { row }) })
  }

  async finish(format: FormatOptions): Promise<Inspection> {
    const opened = await openTable(this.#source, this.#options.platform ?? {}, format)
    for (const { code, details = {} } of opened.faults ?? []) this.#addFault(code, details)
    const head = await chooseSheet(opened, this.#options)
    if (head === undefined) {
      if (this.#faults.size === 0) this.#addFault('file/empty', {})
      return { ...this.#nothing(), format: opened.facts, sheets: opened.sheets.map((sheet) => sheetFacts(sheet, head)) }
    }
    const profile = new TableProfile(head.labels, head.headerRow)
    const sheets: InspectedSheet[] = []
    for (const sheet of opened.sheets) {
      const facts = sheetFacts(sheet, head)
      sheets.push(facts)
      for await (const batch of sheet.batches(facts.inspected ? this.#emit : () => {})) {
        measureRows(batch, facts)
        if (facts.inspected) profile.read(batch)
      }
    }
    return this.#inspection(opened, head, profile, sheets)
  }

  #inspection(opened: Opened, head: Head, profile: TableProfile, sheets: InspectedSheet[]): Inspection {
    const { headerRow, titleRows, labels, detection } = head
    const { matches, clear } = detection
    const name = head.sheet.name
    const facts = { ...opened.facts, headerRow, ...(opened.facts.sheet !== undefined && { sheet: name }) }
    const table = profile.finish()
    if (table.phantoms !== undefined) this.#addFault('row/phantom', { rows: table.phantoms.rows }, table.phantoms.from)
    return {
      ...this.#nothing(),
      readable: true,
      format: facts,
      sheets: opened.facts.sheet === undefined ? [] : sheets,
      headerRow,
      titleRows,
      ...table.rows,
      columns: table.columns,
      schemas: matches,
      ...(clear !== undefined && { clear: clear.name }),
      publishing: judgePublishing({
        bytes: this.#bytes,
        format: facts,
        headerRow,
        firstLine: head.firstLine,
        ...(table.unevenRow !== undefined && { unevenRow: table.unevenRow }),
        sheets,
        labels,
        ...(clear !== undefined && { schema: clear }),
      }),
    }
  }

  get #bytes(): number {
    return this.#source.size ?? this.#bytesRead
  }

  #nothing(): Inspection {
    return {
      scdl: version,
      source: this.#source.name,
      bytes: this.#bytes,
      readable: false,
      faults: [...this.#faults.values()],
      sheets: [],
      titleRows: 0,
      rows: 0,
      blankRows: 0,
      longRows: 0,
      shortRows: 0,
      columns: [],
      schemas: [],
      publishing: { remarks: [] },
    }
  }
}

const sheetFacts = ({ name, hidden }: Sheet, head: Head | undefined): InspectedSheet => ({
  name,
  hidden,
  rows: 0,
  columns: 0,
  inspected: head?.sheet.name === name,
})

function measureRows({ rows, first, start, end }: Batch, facts: InspectedSheet): void {
  for (let row = 0; row < rows; row++) {
    let width = first[row + 1]! - first[row]!
    // Cells without text at the end of a row belong to no table.
    while (width > 0 && start[first[row]! + width - 1] === end[first[row]! + width - 1]) width--
    if (width > 0) facts.rows++
    if (width > facts.columns) facts.columns = width
  }
}
