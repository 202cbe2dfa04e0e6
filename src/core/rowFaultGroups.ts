// The cells of one column in which checks across cells found their faults, by code.
import { MAX_EXAMPLES } from './cellGroup.js'
import type { Code, Details } from './diagnostic.js'
import type { CellGroup } from './reportTypes.js'

const decoder = new TextDecoder()

export class RowFaultGroups {
  readonly #kept = new Map<Code, CellGroup>()
  /** Of rows that are no data: leaving them out mends these. */
  readonly #leftOut = new Map<Code, CellGroup>()

  add(bytes: Uint8Array, start: number, end: number, row: number, code: Code, details: Details, leftOut: boolean): void {
    const groups = leftOut ? this.#leftOut : this.#kept
    let group = groups.get(code)
    if (group === undefined) {
      group = { codes: [code], cells: 0, examples: [], details: { [code]: details }, ...(leftOut ? { leftOut: true } : {}) }
      groups.set(code, group)
    }
    group.cells++
    if (group.examples.length < MAX_EXAMPLES) group.examples.push({ row, cell: decoder.decode(bytes.subarray(start, end)) })
  }

  leftOutCells(): number {
    return [...this.#leftOut.values()].reduce((total, { cells }) => total + cells, 0)
  }

  groups(): CellGroup[] {
    return [...this.#kept.values(), ...this.#leftOut.values()]
  }
}
