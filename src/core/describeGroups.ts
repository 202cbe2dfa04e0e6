// The groups of invalid cells of a column, as reports tell of them.
import { type ColumnRepair, type Group, MAX_EXAMPLES, MAX_VALUES } from './cellGroup.js'
import type { ColumnProof } from './columnProof.js'
import type { Code, Details } from './diagnostic.js'
import type { CellGroup } from './reportTypes.js'

/** What a fault bit of the column is called, and what a sentence about it needs. */
export type NameFault = (bit: number) => { code: Code; details: Details }

/** What is known of the column once it was read. */
export interface ColumnFindings {
  proof: ColumnProof
  nameFault: NameFault
  /** The repair that a group goes to now. */
  settledRepair(group: Group): ColumnRepair | undefined
  /** What to write instead of a text. */
  suggestion(text: string): string | undefined
}

const decoder = new TextDecoder()

/** Largest first; those that one repair mends are one. */
export function describeGroups(groups: readonly Group[], findings: ColumnFindings): CellGroup[] {
  const merged = new Map<ColumnRepair | Group, CellGroup>()
  for (const group of groups) {
    const repair = findings.settledRepair(group)
    const described = describe(group, repair ?? group.repair, findings)
    const same = merged.get(repair ?? group)
    if (same === undefined) merged.set(repair ?? group, described)
    else mergeInto(same, described)
  }
  return [...merged.values()].sort((a, b) => b.cells - a.cells)
}

function describe(group: Group, repair: ColumnRepair | undefined, { proof, nameFault, suggestion }: ColumnFindings): CellGroup {
  const faults = [...group.byBit.keys()].filter((bit) => group.byBit[bit] !== 0).map(nameFault)
  const suggested = (text: string): { suggestion?: string } => {
    const found = group.written ? undefined : suggestion(text)
    return found === undefined ? {} : { suggestion: found }
  }
  const described: CellGroup = {
    ...(group.written ? { written: true } : {}),
    ...(group.leftOut ? { leftOut: true } : {}),
    codes: faults.map(({ code }) => code),
    cells: group.cells,
    examples: group.examples.map(({ row, cell }) => ({ row, cell, ...suggested(cell) })),
    details: Object.fromEntries(faults.map(({ code, details }) => [code, details])),
  }
  if (repair !== undefined) {
    described.repair = repair.name
    described.certainty = repair.certainty
    const name = repair.compiled.assumption
    if (name !== undefined) described.assumption = { name, ...proof.tally(name), settled: proof.settles(name) }
  }
  if (group.values !== undefined) {
    described.values = group.values
      .map(({ bytes, cells }) => ({ value: decoder.decode(bytes), cells }))
      .sort((a, b) => b.cells - a.cells)
      .map((entry) => ({ ...entry, ...suggested(entry.value) }))
  }
  return described
}

function mergeInto(target: CellGroup, other: CellGroup): void {
  target.cells += other.cells
  target.codes = [...new Set([...target.codes, ...other.codes])]
  target.examples = [...target.examples, ...other.examples].sort((a, b) => a.row - b.row).slice(0, MAX_EXAMPLES)
  Object.assign(target.details, { ...other.details, ...target.details })
  if (target.values !== undefined && other.values !== undefined && target.values.length + other.values.length <= MAX_VALUES) {
    target.values = [...target.values, ...other.values].sort((a, b) => b.cells - a.cells)
  } else delete target.values
}
