// The rows of a table turned into columns, some thousand rows at a time, and put aside until all of them are known.
import type { Batch } from '../../core/batch.js'
import { NATIVE } from '../../core/batch.js'
import type { Spool } from '../../core/source.js'
import type { WrittenColumn } from '../../core/writer.js'
import { ColumnStorage } from './columnStorage.js'

/** By row; null: there is no value. */
export type Texts = (string | null)[]

/** A row group is in memory as a whole. */
const GROUP_CHARACTERS = 4 << 20
const GROUP_ROWS = 100_000

const decoder = new TextDecoder()

export class ColumnTexts {
  readonly storages: readonly ColumnStorage[]
  /** Some row has cells beyond the last column. */
  hasBeyond = false
  readonly #columns: readonly WrittenColumn[]
  readonly #spool: Spool
  #texts: Texts[] = []
  #characters = 0

  constructor(columns: readonly WrittenColumn[], spool: Spool) {
    this.#columns = columns
    this.#spool = spool
    this.storages = columns.map(({ compiled }) => new ColumnStorage(compiled))
    this.#begin()
  }

  hear(batch: Batch): void {
    for (let r = 0; r < batch.rows; r++) {
      this.#hearRow(batch, r)
      if (this.#characters >= GROUP_CHARACTERS || this.#texts[0]!.length >= GROUP_ROWS) this.endGroup()
    }
  }

  endGroup(): void {
    if (this.#texts[0]!.length === 0) return
    for (const texts of this.#texts) this.#spool.write(JSON.stringify(texts))
    this.#begin()
  }

  /** By row group and column; the last one of each group holds the cells beyond, as JSON. */
  async *groups(): AsyncGenerator<Texts[]> {
    let group: Texts[] = []
    for await (const line of this.#spool.lines()) {
      group.push(JSON.parse(line) as Texts)
      if (group.length <= this.#columns.length) continue
      yield group
      group = []
    }
  }

  #begin(): void {
    this.#texts = Array.from({ length: this.#columns.length + 1 }, () => [])
    this.#characters = 0
  }

  #hearRow({ bytes, first, start, end, native }: Batch, r: number): void {
    const f = first[r]!
    const cells = first[r + 1]! - f
    const columns = this.#columns
    const texts = this.#texts
    for (let c = 0; c < columns.length; c++) {
      const i = f + c
      const from = c < cells ? start[i]! : 0
      const to = c < cells ? end[i]! : 0
      const { compiled } = columns[c]!
      if (compiled === undefined ? from === to : compiled.isMissing(bytes, from, to)) {
        texts[c]!.push(null)
        continue
      }
      const text = decoder.decode(bytes.subarray(from, to))
      texts[c]!.push(text)
      this.#characters += text.length
      this.storages[c]!.hear(text, native?.[i] !== NATIVE.error && compiled?.type.test(bytes, from, to) === 0)
    }
    const beyond: string[] = []
    for (let i = f + columns.length; i < f + cells; i++) beyond.push(decoder.decode(bytes.subarray(start[i]!, end[i]!)))
    if (beyond.length > 0) this.hasBeyond = true
    texts[columns.length]!.push(beyond.length === 0 ? null : JSON.stringify(beyond))
  }
}
