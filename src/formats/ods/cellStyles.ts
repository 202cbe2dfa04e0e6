// What the styles of a spreadsheet say that changes a cell's text: zeros shown before a number, times that go beyond a day.
import type { ElementVisitor } from '../xml/readElements.js'

interface DataStyle {
  /** Digits that are shown at least, where whole numbers are shown without any mark; else 1. */
  digits: number
  duration: boolean
}

/** Of a style from its parents, who may go in a circle. */
const LONGEST_DESCENT = 100
const PLAIN: DataStyle = { digits: 1, duration: false }

/** Reads `styles.xml`, then the styles of `content.xml`. */
export class CellStyles implements ElementVisitor {
  /** Of the names of table styles: those whose sheet is not shown. */
  readonly hiddenTables = new Set<string>()
  readonly #data = new Map<string, DataStyle>()
  readonly #cells = new Map<string, { data: string | undefined; parent: string | undefined }>()
  #current: { name: string; style: DataStyle } | undefined
  #table: string | undefined
  readonly #found = new Map<string, DataStyle>()

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const own = attributes.get('name') ?? ''
    if (name === 'style') {
      const family = attributes.get('family')
      this.#table = family === 'table' ? own : undefined
      if (family === 'table-cell')
        this.#cells.set(own, { data: attributes.get('data-style-name'), parent: attributes.get('parent-style-name') })
    } else if (name === 'table-properties') {
      if (this.#table !== undefined && attributes.get('display') === 'false') this.hiddenTables.add(this.#table)
    } else if (name === 'number-style') this.#current = { name: own, style: { digits: 1, duration: false } }
    else if (name === 'time-style') this.#data.set(own, { digits: 1, duration: attributes.get('truncate-on-overflow') === 'false' })
    else if (name === 'number' && this.#current !== undefined) {
      const decimals = Number(attributes.get('decimal-places') ?? 0)
      const digits = Number(attributes.get('min-integer-digits') ?? 1)
      if (decimals === 0 && attributes.get('grouping') !== 'true' && digits > 1 && digits < 64) this.#current.style.digits = digits
    }
  }

  close(name: string): void {
    if (name !== 'number-style' || this.#current === undefined) return
    this.#data.set(this.#current.name, this.#current.style)
    this.#current = undefined
  }

  /** Whether any style matters, that is whether it is worth asking. */
  get matter(): boolean {
    return [...this.#data.values()].some(({ digits, duration }) => digits > 1 || duration)
  }

  of(name: string): DataStyle {
    let found = this.#found.get(name)
    if (found === undefined) {
      found = this.#find(name)
      this.#found.set(name, found)
    }
    return found
  }

  #find(name: string): DataStyle {
    let at: string | undefined = name
    for (let i = 0; at !== undefined && i < LONGEST_DESCENT; i++) {
      const cell = this.#cells.get(at)
      if (cell?.data !== undefined) return this.#data.get(cell.data) ?? PLAIN
      at = cell?.parent
    }
    return PLAIN
  }
}
