// Keys over the rows of a table: `unique`, `primaryKey`, `uniqueKeys` and foreign keys to the table itself.
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'
import type { Code, Details, Place } from './diagnostic.js'
import { KEY_GROWTH } from './fieldType.js'
import { KeyStore } from './keys.js'

export interface KeySink {
  /** A cell of a `unique` column holds the value of an earlier row. */
  repeated(column: Column, firstRow: number): void
  fault(code: Code, details: () => Details): void
}

export interface KeyPlan {
  unique: readonly Column[]
  primaryKey: readonly Column[]
  uniqueKeys: readonly (readonly Column[])[]
  foreignKeys: readonly { from: readonly Column[]; to: readonly Column[] }[]
}

/** undefined when the schema has no key. */
export function compileKeys(plan: KeyPlan): TableKeys | undefined {
  const none = plan.unique.length + plan.primaryKey.length + plan.uniqueKeys.length + plan.foreignKeys.length === 0
  return none ? undefined : new TableKeys(plan)
}

const names = (columns: readonly Column[]): string[] => columns.map((column) => column.names.field ?? column.label)

export class TableKeys {
  readonly #unique: { column: Column; reader: KeyReader; store: KeyStore }[]
  readonly #primary: { reader: KeyReader; store: KeyStore; fields: string[] } | undefined
  readonly #alternate: { reader: KeyReader; store: KeyStore; fields: string[] }[]
  readonly #foreign: SelfReference[]

  constructor(plan: KeyPlan) {
    this.#unique = plan.unique.map((column) => ({ column, reader: new KeyReader([column]), store: new KeyStore() }))
    this.#primary =
      plan.primaryKey.length === 0
        ? undefined
        : { reader: new KeyReader(plan.primaryKey), store: new KeyStore(), fields: names(plan.primaryKey) }
    this.#alternate = plan.uniqueKeys.map((columns) => ({
      reader: new KeyReader(columns),
      store: new KeyStore(),
      fields: names(columns),
    }))
    this.#foreign = plan.foreignKeys.map(({ from, to }) => new SelfReference(from, to))
  }

  /** `f` and `n`: first cell and number of cells of the row; a blank row is read with `n` = 0. */
  read(batch: Batch, r: number, f: number, n: number, sink: KeySink): void {
    const row = batch.rowNumber[r]!
    for (const { column, reader, store } of this.#unique) {
      if (reader.read(batch, f, n) !== reader.parts) continue
      const firstRow = store.add(reader.bytes, reader.start, reader.end, row)
      if (firstRow !== 0) sink.repeated(column, firstRow)
    }
    const primary = this.#primary
    if (primary !== undefined) {
      const { reader, store, fields } = primary
      if (reader.read(batch, f, n) === 0) sink.fault('row/primary-key', () => ({ fields }))
      else {
        const firstRow = store.add(reader.bytes, reader.start, reader.end, row)
        if (firstRow !== 0) sink.fault('row/primary-key', () => ({ fields, firstRow }))
      }
    }
    for (const { reader, store, fields } of this.#alternate) {
      // As in SQL, a key with an empty part equals no other: https://datapackage.org/standard/table-schema/#uniqueKeys
      if (reader.read(batch, f, n) !== reader.parts) continue
      const firstRow = store.add(reader.bytes, reader.start, reader.end, row)
      if (firstRow !== 0) sink.fault('row/unique-key', () => ({ fields, firstRow }))
    }
    for (const reference of this.#foreign) reference.read(batch, r, f, n)
  }

  /** The row just read has a fault of its own. */
  rowIsInvalid(row: number): void {
    for (const reference of this.#foreign) reference.rowIsInvalid(row)
  }

  /** References can point further down: they are judged when the table is whole. `known`: the row was invalid before. */
  finish(emit: (code: Code, place: Place, details: () => Details, known: boolean) => void): void {
    for (const reference of this.#foreign) reference.finish(emit)
  }
}

/** The bytes that stand for the values of some cells of a row: equal when, and only when, the values are. */
class KeyReader {
  readonly parts: number
  bytes: Uint8Array = new Uint8Array(0)
  start = 0
  end = 0
  readonly #columns: readonly Column[]
  readonly #keys: Column['key'][]
  #buffer = new Uint8Array(256)

  constructor(columns: readonly Column[]) {
    this.#columns = columns
    this.#keys = columns.map((column) => column.key)
    this.parts = columns.length
  }

  /** Returns how many of the cells hold a readable value. */
  read(batch: Batch, f: number, n: number): number {
    const columns = this.#columns
    const [only] = columns
    if (columns.length === 1 && only !== undefined) {
      if (only.index >= n) return 0
      const start = batch.start[f + only.index]!
      const end = batch.end[f + only.index]!
      if (!only.readable(batch.bytes, start, end)) return 0
      const key = this.#keys[0]
      if (key === undefined) {
        this.bytes = batch.bytes
        this.start = start
        this.end = end
        return 1
      }
      this.#reserve(end - start)
      this.bytes = this.#buffer
      this.start = 0
      this.end = key(batch.bytes, start, end, this.#buffer)
      return 1
    }
    return this.#readComposite(batch, f, n)
  }

  /** Each part is its length on four bytes, then its bytes; a part without value has the length 2³² − 1. */
  #readComposite({ bytes, start, end }: Batch, f: number, n: number): number {
    let filled = 0
    let at = 0
    for (let k = 0; k < this.#columns.length; k++) {
      const column = this.#columns[k]!
      const i = f + column.index
      const has = column.index < n && column.readable(bytes, start[i]!, end[i]!)
      const size = has ? end[i]! - start[i]! : 0
      this.#reserve(at + 4 + size)
      let length = -1
      if (has) {
        filled++
        const key = this.#keys[k]
        const room = this.#buffer.subarray(at + 4)
        if (key !== undefined) length = key(bytes, start[i]!, end[i]!, room)
        else {
          room.set(bytes.subarray(start[i]!, end[i]!))
          length = size
        }
      }
      for (let b = 0; b < 4; b++) this.#buffer[at + b] = (length >> (b * 8)) & 0xff
      at += 4 + Math.max(length, 0)
    }
    this.bytes = this.#buffer
    this.start = 0
    this.end = at
    return filled
  }

  /** Keeps what is written; a canonical form may be somewhat longer than its cell. */
  #reserve(size: number): void {
    const needed = size * KEY_GROWTH + KEY_MARGIN
    if (this.#buffer.length >= needed) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#buffer)
    this.#buffer = larger
  }
}

const KEY_MARGIN = 64

/** A foreign key to the same table. */
class SelfReference {
  readonly #from: KeyReader
  readonly #to: KeyReader
  readonly #fields: string[]
  readonly #referenced: string[]
  readonly #known = new KeyStore()
  /** Keys not seen yet when a row named them, each with its number from 1. */
  readonly #awaited = new KeyStore()
  readonly #waiting: { row: number; line: number | undefined; key: number; invalid: boolean }[] = []
  readonly #resolved = new Set<number>()

  constructor(from: readonly Column[], to: readonly Column[]) {
    this.#from = new KeyReader(from)
    this.#to = new KeyReader(to)
    this.#fields = names(from)
    this.#referenced = names(to)
  }

  read(batch: Batch, r: number, f: number, n: number): void {
    const row = batch.rowNumber[r]!
    const to = this.#to
    if (to.read(batch, f, n) > 0 && this.#known.add(to.bytes, to.start, to.end, row) === 0) {
      const key = this.#awaited.find(to.bytes, to.start, to.end)
      if (key !== 0) this.#resolved.add(key)
    }
    const from = this.#from
    if (from.read(batch, f, n) === 0) return
    if (this.#known.find(from.bytes, from.start, from.end) !== 0) return
    const key = this.#awaited.add(from.bytes, from.start, from.end, this.#awaited.size + 1) || this.#awaited.size
    this.#waiting.push({ row, line: batch.line?.[r], key, invalid: false })
  }

  rowIsInvalid(row: number): void {
    const last = this.#waiting.at(-1)
    if (last?.row === row) last.invalid = true
  }

  finish(emit: (code: Code, place: Place, details: () => Details, known: boolean) => void): void {
    const details = { fields: this.#fields, referenced: this.#referenced }
    for (const { row, line, key, invalid } of this.#waiting) {
      if (this.#resolved.has(key)) continue
      emit('row/foreign-key', { row, ...(line === undefined ? {} : { line }) }, () => details, invalid)
    }
  }
}
