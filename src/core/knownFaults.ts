// Faults of a table that are accepted for now, told apart from new ones: a ledger that is drawn on as the table is read.
import type { Code } from './diagnostic.js'
import { ScdlError } from './error.js'

/** Findings of one code, on one field (or label), with one value. */
export interface KnownFault {
  code: Code
  field?: string
  /** The cell's text; absent where the finding is about no cell. */
  value?: string
  /** How many times. */
  count: number
  /** It was accepted for a time that is over: it counts as a new one. */
  expired?: true
}

export interface KnownFaultsOption {
  faults: readonly KnownFault[]
  /** Accepts whatever is found, save what has expired, and remembers it. */
  learn?: boolean
}

/** Longer cells are told apart by their beginning and their length. */
const LONGEST_VALUE = 200
const MOST_ENTRIES = 100_000

interface Entry {
  fault: KnownFault
  seen: number
}

export class KnownFaults {
  readonly #entries = new Map<string, Entry>()
  readonly #learn: boolean

  constructor({ faults, learn = false }: KnownFaultsOption) {
    this.#learn = learn
    for (const fault of faults) this.#entries.set(keyOf(fault.code, fault.field, fault.value), { fault, seen: 0 })
  }

  /** Whether `times` such findings are accepted. Throws `ScdlError('limit-exceeded')` where there is too much to remember. */
  accept(code: Code, field: string | undefined, cell: string | undefined, times: number): boolean {
    const value = cell === undefined ? undefined : shortValue(cell)
    const key = keyOf(code, field, value)
    let entry = this.#entries.get(key)
    if (entry === undefined) {
      if (!this.#learn) return false
      if (this.#entries.size === MOST_ENTRIES) throw new ScdlError('limit-exceeded', { limit: 'knownFaults', value: MOST_ENTRIES })
      const names = { ...(field !== undefined && { field }), ...(value !== undefined && { value }) }
      entry = { fault: { code, ...names, count: 0 }, seen: 0 }
      this.#entries.set(key, entry)
    }
    const { expired = false, count } = entry.fault
    const accepted = !expired && (this.#learn || entry.seen + times <= count)
    if (accepted || expired) entry.seen += times
    return accepted
  }

  /** What was found, with how many times: all of it where it learns. */
  found(): KnownFault[] {
    return [...this.#entries.values()].flatMap(({ fault, seen }) => (seen === 0 ? [] : [{ ...fault, count: seen }]))
  }

  /** What was expected and is no longer there, with how many times less. */
  absent(): KnownFault[] {
    return [...this.#entries.values()].flatMap(({ fault, seen }) => (seen < fault.count ? [{ ...fault, count: fault.count - seen }] : []))
  }
}

const keyOf = (code: Code, field: string | undefined, value: string | undefined): string => JSON.stringify([code, field, value])

const shortValue = (cell: string): string => (cell.length <= LONGEST_VALUE ? cell : `${cell.slice(0, LONGEST_VALUE)}… (${cell.length})`)
