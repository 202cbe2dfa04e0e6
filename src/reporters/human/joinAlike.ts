// Groups of one column that the reader would find under one title, told as one: a SIRET of the wrong length, and one whose digits are wrong.
import type { CellGroup } from '../../core/reportTypes.js'
import { mainCode } from './mainCode.js'
import type { PlacedGroup } from './section.js'
import { isUnsettled } from './whoMends.js'

const SHOWN_EXAMPLES = 3

export function joinAlike(groups: readonly PlacedGroup[]): PlacedGroup[] {
  const joined = new Map<string, PlacedGroup>()
  for (const placed of groups) {
    const key = titleKey(placed)
    const same = joined.get(key)
    joined.set(key, same === undefined ? placed : { ...same, group: join(same.group, placed.group) })
  }
  return [...joined.values()]
}

/** What the title is made from, but for the number of cells. */
function titleKey({ column, group, mending }: PlacedGroup): string {
  const { repair, assumption, written, codes } = group
  const what = isUnsettled(group) ? assumption?.name : (repair ?? mainCode(group))
  return [column.column, mending, isUnsettled(group), written === true, repair === undefined && codes.includes('cell/unique'), what].join(
    ' ',
  )
}

function join(first: CellGroup, second: CellGroup): CellGroup {
  const { values: _, ...shared } = first
  const values = joinedValues(first, second)
  return {
    ...shared,
    codes: [...new Set([...first.codes, ...second.codes])],
    cells: first.cells + second.cells,
    examples: [...first.examples, ...second.examples].sort((a, b) => a.row - b.row).slice(0, SHOWN_EXAMPLES),
    details: { ...second.details, ...first.details },
    ...(values !== undefined && { values }),
  }
}

/** A text is in one of them only: its faults are its own. */
function joinedValues({ values: first }: CellGroup, { values: second }: CellGroup): CellGroup['values'] {
  return first && second && [...first, ...second].sort((a, b) => b.cells - a.cells)
}
