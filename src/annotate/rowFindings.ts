// Every finding of a table in the order of its rows. The report tells last what was only known at the end: it comes back to its place.
import type { Diagnostic } from '../core/diagnostic.js'
import type { TableReport } from '../core/reportTypes.js'
import { everyDiagnostic } from '../reporters/everyDiagnostic.js'

/** Findings that concern no row, kept in memory. */
const MOST_GENERAL = 500
/** Parts of the report, each in the order of its rows: each is read by itself. */
const MOST_PARTS = 16

export class RowFindings {
  /** Those that concern no row. */
  readonly general: readonly Diagnostic[]
  readonly #parts: Part[]

  private constructor(general: readonly Diagnostic[], parts: Part[]) {
    this.general = general
    this.#parts = parts
  }

  /** Reads the report once; its findings are those of all rows. */
  static async open(report: TableReport): Promise<RowFindings> {
    const general: Diagnostic[] = []
    const starts: number[] = []
    let last = Number.POSITIVE_INFINITY
    let index = 0
    for await (const diagnostic of everyDiagnostic(report)) {
      const { row } = diagnostic
      if (row === undefined) {
        if (general.length < MOST_GENERAL) general.push(diagnostic)
      } else {
        if (row < last && starts.length < MOST_PARTS) starts.push(index)
        last = row
      }
      index++
    }
    const parts = starts.map((from, i) => new Part(report, from, starts[i + 1] ?? index))
    for (const part of parts) await part.next()
    return new RowFindings(general, parts)
  }

  /** The row of the next finding; infinite when there is none left. */
  get row(): number {
    let least = Number.POSITIVE_INFINITY
    for (const { row } of this.#parts) if (row < least) least = row
    return least
  }

  /** Those up to this row, which were not given yet, in the order of their columns. */
  async upTo(row: number): Promise<Diagnostic[]> {
    const found: Diagnostic[] = []
    for (const part of this.#parts) {
      while (part.row <= row) {
        found.push(part.current!)
        await part.next()
      }
    }
    return found.sort((a, b) => (a.column ?? LAST) - (b.column ?? LAST))
  }
}

const LAST = Number.MAX_SAFE_INTEGER

/** The findings from one place of the report to another. */
class Part {
  current: Diagnostic | undefined
  /** Of the current finding; infinite after the last. */
  row = Number.POSITIVE_INFINITY
  readonly #iterator: AsyncIterator<Diagnostic>

  constructor(report: TableReport, from: number, to: number) {
    this.#iterator = between(report, from, to)
  }

  async next(): Promise<void> {
    const result = await this.#iterator.next()
    this.current = result.done ? undefined : result.value
    this.row = this.current?.row ?? Number.POSITIVE_INFINITY
  }
}

async function* between(report: TableReport, from: number, to: number): AsyncGenerator<Diagnostic> {
  let index = 0
  for await (const diagnostic of everyDiagnostic(report)) {
    if (index >= to) return
    if (index >= from && diagnostic.row !== undefined) yield diagnostic
    index++
  }
}
