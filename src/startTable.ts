// A header row made into a table ready for its rows: labels matched, faults of the header told, every column compiled.
import { cellChecks } from './checks/cell/index.js'
import { headerFaults } from './checks/header/index.js'
import { rowChecks } from './checks/row/index.js'
import { codes } from './codes.js'
import type { Column } from './core/compileColumn.js'
import { Table, type TableLayout } from './core/compileTable.js'
import type { HeaderMatch } from './core/headerMatch.js'
import type { ReferencedKeys } from './core/keyCollector.js'
import { Recorder } from './core/report.js'
import type { Schema } from './core/schema.js'
import { fieldTypes } from './fieldTypes/index.js'
import { type MatchOptions, matchHeader } from './header/matchHeader.js'
import { layTable, type Registries } from './layTable.js'
import { repairs } from './repairs/index.js'

export const registries: Registries = { fieldTypes, cellChecks, rowChecks, repairs }

export interface HeaderRow {
  labels: readonly string[]
  /** As a spreadsheet shows it, from 1. */
  row: number
  /** A byte-order mark stands right before the first label's quote. */
  marked?: boolean
}

export interface StartOptions {
  schema: Schema
  matching: MatchOptions
  recorder: Recorder
  /** Hears what is told apart: the columns known by a near miss. */
  provisional: Recorder
  /** Lays the rows even under a header that does not allow to check them; what is found in them is told nowhere. */
  despiteDuplicates?: boolean
  /** Absent: no other table is known. */
  referencedKeys?: ReferencedKeys | undefined
}

export interface StartedTable {
  header: HeaderMatch
  /** Absent: the rows cannot be read. */
  columns?: readonly Column[]
  layout?: TableLayout
  table?: Table
  /** The header has duplicate labels: what the rows hold is not judged. */
  unchecked: boolean
}

export function startTable({ labels, row, marked }: HeaderRow, options: StartOptions): StartedTable {
  const { schema, matching, recorder, provisional } = options
  const header = matchHeader(labels, schema, matching)
  const first = header.columns[0]
  if (marked === true && first?.proof === 'exact') first.proof = 'mark'
  for (const { code, column, field, label, details } of headerFaults(header, schema)) {
    const at = {
      row,
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field }),
      ...(label === undefined ? {} : { label }),
    }
    recorder.add(code, at, () => details, 1, isMended(details.proof) ? 1 : 0)
  }
  // Two empty cells of a first row that is no header are duplicate labels as well.
  if (header.columns.every(({ field }) => field === undefined)) {
    recorder.add('file/no-header', {}, () => ({ candidates: schema.fields.map(({ name }) => name) }))
  }
  const unchecked = header.duplicates.length > 0
  if (unchecked && options.despiteDuplicates !== true) return { header, unchecked }
  const unheard = unchecked ? new Recorder({ codes, maxDiagnostics: 1 }) : undefined
  const { layout, columns, faults } = layTable(schema, header, registries, unheard ?? recorder, options.referencedKeys)
  if (unheard === undefined) for (const { code, details } of faults) recorder.add(code, {}, () => details)
  return { header, columns, layout, table: new Table(layout, unheard ?? recorder, unheard ?? provisional), unchecked }
}

/** Labels that `scdl convert` renames without being asked. */
const RENAMED: ReadonlySet<unknown> = new Set(['mark', 'mapping', 'case', 'accents', 'punctuation', 'alias'])
const isMended = (proof: unknown): boolean => RENAMED.has(proof)
