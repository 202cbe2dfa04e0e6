// Who can mend a group of cells: a proposed value, one value that the reader knows, the file that the data come from, or nobody: its rows
// are no data.
import type { CellGroup, ColumnReport } from '../../core/reportTypes.js'

export type Mending = 'propose' | 'oneValue' | 'restore' | 'leaveOut'

const FEW_VALUES = 3

export function whoMends(group: CellGroup, column: ColumnReport): Mending {
  if (group.leftOut === true) return 'leaveOut'
  if (isProposed(group) || group.written === true) return 'propose'
  return isOneValue(group, column) ? 'oneValue' : 'restore'
}

const isMendable = ({ repair, certainty }: CellGroup): boolean => repair !== undefined && certainty !== 'impossible'

/** The repair holds for these cells, by themselves or by what the column proves. */
const isProposed = (group: CellGroup): boolean => isMendable(group) && !isUnsettled(group)

/** Depends on an order of day and month, or on a thousands mark, that neither these cells nor the column prove. */
export function isUnsettled(group: CellGroup): boolean {
  const { assumption, examples } = group
  return isMendable(group) && assumption !== undefined && !assumption.settled && examples[0]?.suggestion === undefined
}

/** A few wrong values that come again and again: what is right for one is right for all of them. */
function isOneValue(group: CellGroup, column: ColumnReport): boolean {
  const { values, cells, certainty } = group
  if (values === undefined || isUnsettled(group) || group.codes.includes('cell/unique')) return false
  if (values.some(({ value }) => value.trim() === '')) return false
  // Damage makes different values look alike: only a column that holds nothing else is surely one value.
  if (certainty === 'impossible') return values.length === 1 && cells >= 2 && cells === column.filled
  return values.length <= FEW_VALUES && values.every((value) => value.cells >= 2)
}
