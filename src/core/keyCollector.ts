// The keys of a table, kept for the tables that refer to it.
import type { Batch } from './batch.js'
import type { Column } from './compileColumn.js'
import { KeyReader } from './keyReader.js'
import type { KeyStore } from './keys.js'
import type { ForeignKey } from './schema.js'

/** What is asked of the keys of another table. */
export type KeySet = Pick<KeyStore, 'find'>

/** All keys of the table that a foreign key refers to; undefined: they are not known. */
export type ReferencedKeys = (key: ForeignKey) => KeySet | undefined

export class KeyCollector {
  readonly #reader: KeyReader
  readonly #store: KeyStore

  /** `columns`: of the key, in its order. */
  constructor(columns: readonly Column[], store: KeyStore) {
    this.#reader = new KeyReader(columns)
    this.#store = store
  }

  read(batch: Batch, firstRow: number): void {
    const reader = this.#reader
    for (let r = firstRow; r < batch.rows; r++) {
      const first = batch.first[r]!
      if (reader.read(batch, first, batch.first[r + 1]! - first) === 0) continue
      this.#store.add(reader.bytes, reader.start, reader.end, batch.rowNumber[r]!)
    }
  }
}
