// What the reader found amiss in the source and writing the table anew does not mend, at its place in the output.
import type { EarlyFinding } from '../core/compileTable.js'

const CARRIED: ReadonlySet<string> = new Set(['row/encoding', 'row/unclosed-quote', 'row/control-character', 'file/truncated'])

export interface CarriedPlan {
  /** By column of the source: its place in the output, from 1; 0: it has none. */
  places: Int32Array
  /** Of the source, and of the output. */
  labels: readonly string[]
  names: readonly string[]
  carry(finding: EarlyFinding): void
}

export class CarriedFindings {
  readonly #plan: CarriedPlan

  constructor(plan: CarriedPlan) {
    this.#plan = plan
  }

  /** In a label: told where it is written as it stands. */
  tellOfHeader({ code, place, details }: EarlyFinding): void {
    const { places, labels, names, carry } = this.#plan
    const source = (place.column ?? 0) - 1
    const column = places[source] ?? 0
    if (CARRIED.has(code) && column > 0 && names[column - 1] === labels[source]) carry({ code, place: { row: 1, column }, details })
  }

  /** `row`: of the output. */
  tell({ code, place, details }: EarlyFinding, row: number): void {
    const column = place.column === undefined ? 0 : (this.#plan.places[place.column - 1] ?? 0)
    if (CARRIED.has(code)) this.#plan.carry({ code, place: column === 0 ? { row } : { row, column }, details })
  }
}
