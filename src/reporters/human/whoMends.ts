// Who can mend a group of cells: a proposed value, one value that the reader knows, the file that the data come from, or nobody: its rows
// are no data.
import type { CellGroup, ColumnReport } from '../../core/reportTypes.js'
import { kindOf } from '../../messages/kindOf.js'

export type Mending = 'propose' | 'oneValue' | 'restore' | 'leaveOut'

const FEW_VALUES = 3
const IDENTIFIERS: readonly unknown[] = ['siret', 'siren', 'rna']

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

/**
 * A few wrong values that come again and again, where what is right for one cell is right for all that are alike: they are all that the
 * column holds, or names out of a list, or numbers of someone. The same wrong amount or date on two rows may stand for two.
 */
function isOneValue(group: CellGroup, column: ColumnReport): boolean {
  const { values, certainty } = group
  if (values === undefined || isUnsettled(group) || group.codes.includes('cell/unique')) return false
  if (values.some(({ value }) => value.trim() === '')) return false
  // Damage makes different values look alike: only a column that holds nothing else is surely one value.
  if (certainty === 'impossible') return values.length === 1 && group.cells >= 2 && fillsColumn(group, column)
  const isName = group.codes.includes('cell/enum') || IDENTIFIERS.includes(kindOf(group.codes, group.details))
  return values.length <= FEW_VALUES && values.every(({ cells }) => cells >= 2) && (isName || fillsColumn(group, column))
}

/** The column holds nothing else. */
export const fillsColumn = ({ cells }: CellGroup, { filled }: ColumnReport): boolean => cells === filled
