// Keys over the rows of a table: `unique`, `primaryKey`, `uniqueKeys`, and foreign keys to the table itself or to what is known of others.
import type { Batch } from './batch.js'
import { cellText } from './cellText.js'
import type { Column } from './compileColumn.js'
import type { Code, Details, Place } from './diagnostic.js'
import type { KeySet } from './keyCollector.js'
import { KeyReader } from './keyReader.js'
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
  /** Foreign keys to other tables, with all keys that these have. */
  outerKeys: readonly OuterKey[]
}

export interface OuterKey {
  from: readonly Column[]
  known: KeySet
  /** The name of the other table, and its fields. */
  resource: string
  referenced: readonly string[]
}

/** undefined when the schema has no key. */
export function compileKeys(plan: KeyPlan): TableKeys | undefined {
  const { unique, primaryKey, uniqueKeys, foreignKeys, outerKeys } = plan
  const none = [unique, primaryKey, uniqueKeys, foreignKeys, outerKeys].every((keys) => keys.length === 0)
  return none ? undefined : new TableKeys(plan)
}

const names = (columns: readonly Column[]): string[] => columns.map((column) => column.names.field ?? column.label)

export class TableKeys {
  readonly #unique: { column: Column; reader: KeyReader; store: KeyStore }[]
  readonly #primary: { reader: KeyReader; store: KeyStore; fields: string[] } | undefined
  readonly #alternate: { reader: KeyReader; store: KeyStore; fields: string[] }[]
  readonly #foreign: SelfReference[]
  readonly #outer: { reader: KeyReader; known: KeySet; details: Details; column: Column | undefined }[]

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
    this.#outer = plan.outerKeys.map(({ from, known, resource, referenced }) => ({
      reader: new KeyReader(from),
      known,
      details: { fields: names(from), referenced: [...referenced], resource },
      column: from.length === 1 ? from[0] : undefined,
    }))
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
    for (const { reader, known, details, column } of this.#outer) {
      if (reader.read(batch, f, n) === 0) continue
      if (known.find(reader.bytes, reader.start, reader.end) !== 0) continue
      sink.fault('row/foreign-key', () => (column === undefined ? details : { ...details, value: cellText(batch, f + column.index) }))
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
