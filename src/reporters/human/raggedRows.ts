// Rows that are longer or shorter than the header: what is wrong in them often comes from that alone, and is told with it.
import type { Code } from '../../core/diagnostic.js'
import type { CellGroup } from '../../core/reportTypes.js'
import { diagnosticsOf } from './cellEntry.js'
import type { PlacedGroup, TableView } from './section.js'

export type RaggedCode = 'row/extra-cell' | 'row/missing-cell'

/** By code: the groups that only these rows have. */
export type RaggedGroups = Readonly<Record<RaggedCode, readonly PlacedGroup[]>>

export function raggedGroups(groups: readonly PlacedGroup[], view: TableView): RaggedGroups {
  const longer = raggedRows('row/extra-cell', view)
  const shorter = raggedRows('row/missing-cell', view)
  const slipped = groups.filter((placed) => isWithin(placed, longer, view))
  const cut = groups.filter((placed) => isMissing(placed.group) && isWithin(placed, shorter, view))
  // Values that slip are wrong in several columns; one wrong column is a fault of its own.
  const columns = new Set(slipped.map(({ column }) => column.column))
  return { 'row/extra-cell': columns.size > 1 ? slipped : [], 'row/missing-cell': cut }
}

const isMissing = ({ codes, repair }: CellGroup): boolean => repair === undefined && codes.every((code) => code === 'cell/required')

interface Rows {
  listed: ReadonlySet<number>
  findings: number
}

/** Rows whose extra cells hold something: empty ones are separators too many, which move nothing. */
function raggedRows(code: Code, { table }: TableView): Rows {
  const found = table.diagnostics.filter((d) => d.code === code && d.severity === 'error' && (code !== 'row/extra-cell' || d.cell !== ''))
  const findings = table.counts.find((count) => count.code === code)?.count ?? 0
  return { listed: new Set(found.flatMap(({ row }) => row ?? [])), findings }
}

function isWithin({ group, column }: PlacedGroup, { listed, findings }: Rows, view: TableView): boolean {
  const rows = new Set([...group.examples, ...diagnosticsOf(group, column, view)].flatMap(({ row }) => row ?? []))
  const whole = rows.size === group.cells || (view.table.truncated && group.cells <= findings)
  return whole && [...rows].every((row) => listed.has(row))
}
