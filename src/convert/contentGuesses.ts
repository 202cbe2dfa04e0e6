// Columns whose label says nothing, and whose cells are all what one field without a column takes: told, never acted on.
import { codes } from '../codes.js'
import type { Batch } from '../core/batch.js'
import type { Column } from '../core/compileColumn.js'
import type { HeaderMatch } from '../core/headerMatch.js'
import { Recorder } from '../core/report.js'
import type { LabelGuess } from '../core/reportTypes.js'
import type { Schema } from '../core/schema.js'
import { startTable } from '../startTable.js'
import type { ColumnPlan } from './planColumns.js'

/** Filled cells of a column that are looked at, and how few of them say nothing. */
const MOST_CELLS = 200
const FEWEST_CELLS = 3
const ENOUGH = 0.95
/** A field that takes the cells of more columns than this share tells nothing of any. */
const MOST_COLUMNS = 1 / 3

export class ContentGuesses {
  readonly #header: HeaderMatch
  /** Columns that stand for no field, and that none is guessed for. */
  readonly #free: readonly number[]
  readonly #fields: readonly Column[]
  readonly #cells: number[]
  /** By column, by field: cells that the field takes. */
  readonly #taken: number[][]

  constructor(schema: Schema, plan: ColumnPlan, header: HeaderMatch) {
    this.#header = header
    const bound = new Set(plan.columns.flatMap(({ field, source }) => (field !== undefined && source >= 0 ? [source] : [])))
    const claimed = new Set([...plan.guesses, ...plan.contested.flatMap(({ columns }) => columns)].map(({ column }) => column - 1))
    this.#free = header.columns.flatMap(({ column }) => (bound.has(column) || claimed.has(column) ? [] : [column]))
    this.#fields = this.#free.length === 0 ? [] : columnsOf(schema, plan)
    this.#cells = header.columns.map(() => 0)
    this.#taken = header.columns.map(() => this.#fields.map(() => 0))
  }

  hear({ bytes, rows, rowNumber, first, start, end }: Batch, headerRow: number): void {
    if (this.#fields.length === 0 || this.#free.every((column) => this.#cells[column]! >= MOST_CELLS)) return
    for (let r = 0; r < rows; r++) {
      if (rowNumber[r]! <= headerRow) continue
      for (let c = 0; c < this.#cells.length && first[r]! + c < first[r + 1]!; c++) {
        const i = first[r]! + c
        if (start[i] === end[i] || this.#cells[c]! >= MOST_CELLS) continue
        this.#cells[c]!++
        for (const [f, { test }] of this.#fields.entries()) if (test?.(bytes, start[i]!, end[i]!) === 0) this.#taken[c]![f]!++
      }
    }
  }

  found(): LabelGuess[] {
    const takes = (column: number, field: number): boolean =>
      this.#cells[column]! >= FEWEST_CELLS && this.#taken[column]![field]! >= ENOUGH * this.#cells[column]!
    const filled = this.#cells.flatMap((cells, column) => (cells >= FEWEST_CELLS ? [column] : []))
    const telling = this.#fields.flatMap((_, field) =>
      filled.filter((column) => takes(column, field)).length <= MOST_COLUMNS * filled.length ? [field] : [],
    )
    return telling.flatMap((field): LabelGuess[] => {
      const [column, ...others] = this.#free.filter((candidate) => takes(candidate, field))
      if (column === undefined || others.length > 0) return []
      if (telling.some((other) => other !== field && takes(column, other))) return []
      const { label } = this.#header.columns[column]!
      return [{ column: column + 1, label, field: this.#fields[field]!.label, proof: 'content' }]
    })
  }
}

/** A column of its own for every field that the source has none for. */
function columnsOf(schema: Schema, plan: ColumnPlan): readonly Column[] {
  const spoken = new Set([
    ...plan.columns.flatMap(({ field, source }) => (field !== undefined && source >= 0 ? [field.name] : [])),
    ...plan.guesses.map(({ field }) => field),
    ...plan.contested.map(({ field }) => field),
  ])
  const labels = schema.fields.map(({ name }) => name).filter((name) => !spoken.has(name))
  if (labels.length === 0) return []
  const unheard = (): Recorder => new Recorder({ codes, maxDiagnostics: 1 })
  const { columns = [] } = startTable(
    { labels, row: 1 },
    { schema, matching: {}, recorder: unheard(), provisional: unheard(), despiteDuplicates: true },
  )
  return columns.filter(({ test }) => test !== undefined)
}
