// The invalid cells of a column that one repair mends, or that have the same fault: how many, which texts, and the first of them.
import { firstBit } from './faultBits.js'
import type { Certainty, CompiledRepair } from './repair.js'

/** A repair made ready for a column, with the name it has in the registry. */
export interface ColumnRepair {
  name: string
  certainty: Certainty
  compiled: CompiledRepair
}

export const MAX_VALUES = 12
export const MAX_EXAMPLES = 3

type Values = { bytes: Uint8Array; cells: number }[]

/** A class: whatever the column, V8 sees groups of one shape. */
export class Group {
  readonly repair: ColumnRepair | undefined
  /** Cells that the repair mends only when the column settles its assumption. */
  readonly dependent: boolean
  /** Their rows are left out. */
  readonly leftOut: boolean
  /** Its cells are right once they are written as they were read. */
  written = false
  cells = 0
  /** By fault bit: how many of the cells have it. */
  readonly byBit = new Int32Array(32)
  /** undefined once there are more than `MAX_VALUES`. */
  values: Values | undefined = []
  readonly examples: { row: number; cell: string }[] = []

  constructor(repair: ColumnRepair | undefined, dependent: boolean, leftOut: boolean) {
    this.repair = repair
    this.dependent = dependent
    this.leftOut = leftOut
  }
}

const decoder = new TextDecoder()

/** The first cells of a group, as they are counted. */
export function addExample(group: Group, bytes: Uint8Array, start: number, end: number, row: number): void {
  group.examples.push({ row, cell: decoder.decode(bytes.subarray(start, end)) })
}

/** Returns the number, from 1, of this text among the group's values; 0: there are too many. */
export function countCell(group: Group, bytes: Uint8Array, start: number, end: number, faults: number): number {
  countFaults(group, faults, 1)
  return group.values === undefined ? 0 : countValue(group, group.values, bytes, start, end)
}

/** So many cells with these faults, whatever their text. */
export function countFaults(group: Group, faults: number, cells: number): void {
  group.cells += cells
  for (let rest = faults; rest !== 0; rest &= rest - 1) group.byBit[firstBit(rest)]! += cells
}

function countValue(group: Group, values: Values, bytes: Uint8Array, start: number, end: number): number {
  for (let v = 0; v < values.length; v++) {
    const value = values[v]!
    if (value.bytes.length !== end - start) continue
    let i = 0
    while (i < value.bytes.length && value.bytes[i] === bytes[start + i]) i++
    if (i === value.bytes.length) {
      value.cells++
      return v + 1
    }
  }
  if (values.length < MAX_VALUES) return values.push({ bytes: bytes.slice(start, end), cells: 1 })
  group.values = undefined
  return 0
}
