// How the values of a column are stored: in the first way that takes every one of them, else as text.
import type { CompiledField } from '../../core/compileField.js'
import type { CompiledType } from '../../core/fieldType.js'
import type { Storage, StoredType } from './storage.js'
import { dates, moments, timesOfDay } from './storedMoments.js'
import { decimals, floats, wholeNumbers } from './storedNumbers.js'

const texts: StoredType = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }

const booleans = ({ read }: CompiledType): Storage => ({
  takes: (text) => typeof read(text) === 'boolean',
  type: () => ({ type: 'BOOLEAN' }),
  store: read,
})

/** What is not listed is stored as its text. */
function storagesOf(type: CompiledType): Storage[] {
  if (type.cellKind === 'date') return [dates(type), moments(type, false), moments(type, true), timesOfDay(type)]
  if (type.cellKind === undefined) return [booleans(type)]
  const mark = ['.', ','].find((mark) => type.read(`0${mark}5`) === 0.5)
  return mark === undefined ? [wholeNumbers(type)] : [decimals(mark), floats(type)]
}

export class ColumnStorage {
  readonly #isTyped: boolean
  #possible: Storage[]
  #hasValue = false

  /** `compiled`: absent for a column outside the schema. */
  constructor(compiled: CompiledField | undefined) {
    this.#isTyped = compiled?.type.cellKind !== undefined
    this.#possible = compiled === undefined ? [] : storagesOf(compiled.type)
  }

  /** Of every value of the column. */
  hear(text: string, isAccepted: boolean): void {
    this.#hasValue = true
    if (!isAccepted) this.#possible = []
    else if (!this.#possible.every((storage) => storage.takes(text))) {
      this.#possible = this.#possible.filter((storage) => storage.takes(text))
    }
  }

  /** Without a value, only the kind of its field says what a column holds. */
  get #chosen(): Storage | undefined {
    return this.#hasValue || this.#isTyped ? this.#possible[0] : undefined
  }

  type(): StoredType {
    return this.#chosen?.type() ?? texts
  }

  store(text: string): unknown {
    const chosen = this.#chosen
    return chosen === undefined ? text : chosen.store(text)
  }
}
