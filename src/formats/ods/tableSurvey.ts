// One look at a whole spreadsheet: its styles and the names of its sheets.
import { ScdlError } from '../../core/error.js'
import { MAX_SHEETS } from '../sheet/workbookLimits.js'
import { readAttributes } from '../xml/attributes.js'
import type { XmlSink } from '../xml/scanXml.js'
import type { CellStyles } from './cellStyles.js'

const TABLE_BYTES = 5
const T = 116
const decoder = new TextDecoder()

export class TableSurvey implements XmlSink {
  readonly wantsText = false
  readonly paused = false
  readonly tables: { name: string; hidden: boolean }[] = []
  readonly #styles: CellStyles
  #depth = 0
  #bodyDepth = 0

  constructor(styles: CellStyles) {
    this.#styles = styles
  }

  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    this.#depth++
    if (this.#bodyDepth === 0) {
      const name = decoder.decode(bytes.subarray(from, nameEnd))
      if (name === 'spreadsheet') this.#bodyDepth = this.#depth
      else this.#styles.open(name, readAttributes(bytes, nameEnd, to))
    } else if (this.#depth === this.#bodyDepth + 1 && isTable(bytes, from, nameEnd)) {
      const attributes = readAttributes(bytes, nameEnd, to)
      if (this.tables.length === MAX_SHEETS) throw new ScdlError('limit-exceeded', { limit: 'sheets', value: MAX_SHEETS })
      this.tables.push({
        name: attributes.get('name') ?? '',
        hidden: this.#styles.hiddenTables.has(attributes.get('style-name') ?? ''),
      })
    }
  }

  close(bytes: Uint8Array, from: number, to: number): void {
    this.#depth--
    if (this.#bodyDepth === 0) this.#styles.close(decoder.decode(bytes.subarray(from, to)))
  }

  text(): void {}
}

/** The sheets of a spreadsheet are its tables, its own and not those within. */
export function isTable(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === TABLE_BYTES && bytes[from] === T && decoder.decode(bytes.subarray(from, to)) === 'table'
}
