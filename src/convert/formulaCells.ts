// Cells of a CSV that a spreadsheet would run as a formula: data all the same, and written as they are.
import type { Batch } from '../core/batch.js'
import type { EarlyFinding } from '../core/compileTable.js'
import type { OutputColumn } from './planColumns.js'

const EQUALS = 0x3d
const AT = 0x40
const PLUS = 0x2b
const MINUS = 0x2d
const decoder = new TextDecoder()

export class FormulaCells {
  readonly #columns: readonly OutputColumn[]
  readonly #tell: (finding: EarlyFinding) => void

  constructor(columns: readonly OutputColumn[], tell: (finding: EarlyFinding) => void) {
    this.#columns = columns
    this.#tell = tell
  }

  /** Rows that are about to be written. */
  hear({ bytes, rows, rowNumber, first, start, end }: Batch): void {
    for (let r = 0; r < rows; r++) {
      for (let i = first[r]!; i < first[r + 1]!; i++) {
        const sign = bytes[start[i]!]!
        if (sign !== EQUALS && sign !== AT && sign !== PLUS && sign !== MINUS) continue
        if (start[i] !== end[i] && isFormula(bytes, start[i]!, end[i]!))
          this.#add(rowNumber[r]!, i - first[r]!, bytes.subarray(start[i], end[i]))
      }
    }
  }

  #add(row: number, column: number, text: Uint8Array): void {
    const { field, name } = this.#columns[column] ?? {}
    const named = field === undefined ? { label: name ?? '' } : { field: field.name }
    this.#tell({ code: 'cell/formula', place: { row, column: column + 1, ...named, cell: decoder.decode(text) }, details: undefined })
  }
}

/** A number, a telephone number (`+33 …`) and a dash before a word are none. */
function isFormula(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 2) return false
  if (bytes[start] === EQUALS || bytes[start] === AT) return true
  const next = bytes[start + 1]! | 0x20
  return (next >= 0x61 && next <= 0x7a) || bytes[start + 1] === 0x28 || bytes[start + 1] === EQUALS || bytes[start + 1] === AT
}
