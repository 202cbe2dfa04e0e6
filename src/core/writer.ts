// The contract of a writer: rows to the bytes of a file. One file or folder per format in writers/, one line in its registry.
import type { Batch } from './batch.js'
import type { CompiledField } from './compileField.js'
import type { Platform } from './source.js'

export interface WrittenColumn {
  /** The label, as the header has it. */
  name: string
  /** Absent: the column is outside the schema, its cells are text. */
  compiled?: CompiledField
}

export interface Writer {
  /** Without the point; the first one names the files, all of them are recognised. */
  extensions: readonly string[]
  /** Rows under a header that one sheet holds; the others go to further sheets. Absent: the format knows no end. */
  rowsPerSheet?: number
  /** The whole file, header included. A chunk is valid until the next one is asked for; so are the batches. */
  write(columns: readonly WrittenColumn[], batches: AsyncIterable<Batch>, context: WriteContext): AsyncIterable<Uint8Array>
}

export interface WriteContext {
  platform: Platform
  /** What the table is called, where the format has a name for it. */
  name: string
}
