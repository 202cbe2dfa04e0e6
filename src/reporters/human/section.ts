// What the report for readers is made of, before it is laid out.
import type { CellGroup, ColumnReport, TableReport } from '../../core/reportTypes.js'
import type { Amount } from '../../messages/reportWords.js'
import type { ReporterContext } from '../reporter.js'
import type { Mending } from './whoMends.js'

/** One cell, or one row: where, what stands there, what to put, and how to find it again. */
export interface PlaceLine {
  address: string
  value: string
  put?: string
  aside?: string
}

export interface Entry {
  title: string
  places: PlaceLine[]
  /** Whole sentences, one paragraph. */
  sentences: string[]
}

export interface Section {
  title: string
  /** At the right edge. */
  amount: string
  entries: Entry[]
}

export interface PlacedGroup {
  column: ColumnReport
  group: CellGroup
  mending: Mending
}

export const NOTHING: Amount = { cells: 0, columns: 0, rows: 0 }

/** What every part of the report works from. */
export interface TableView extends ReporterContext {
  table: TableReport
}
