// The contract of a format: bytes to rows. It never sees a schema.
import type { Batch } from './batch.js'
import type { Details, Emit } from './diagnostic.js'
import type { Platform, Source } from './source.js'

/** What the user forces; everything else is detected. */
export interface FormatOptions {
  encoding?: string
  /** Comes with the encoding of a `Reread`: how sure it is, 0 to 1. Absent: the user's word. */
  encodingConfidence?: number
  delimiter?: string
  quote?: string
  limits: Limits
}

/** Safe bounds on what a stranger's file may cost. Exceeding one is `ScdlError('limit-exceeded')`. */
export interface Limits {
  /** Bytes of one record. */
  recordBytes: number
  /** Cells of one row. */
  columns: number
  /** Bytes after decompression. */
  inflatedBytes: number
  /** Inflated size over compressed size. */
  inflationRatio: number
}

export const DEFAULT_LIMITS: Limits = {
  recordBytes: 16 * 1024 * 1024,
  columns: 16_384,
  inflatedBytes: 16 * 1024 ** 3,
  inflationRatio: 1000,
}

/** How a table was read: shown in the report. */
export interface FormatFacts {
  /** Key of the registry of formats. */
  name: string
  encoding?: string
  /** How sure the encoding is, 0 to 1; absent when nothing was guessed. */
  encodingConfidence?: number
  delimiter?: string
  quote?: string
  sheet?: string
  /** A byte-order mark stands right before the first cell's quote. */
  markedQuote?: true
  /** Row number of the header; set by the structure stage. */
  headerRow?: number
  /** Compression around the table. */
  wrapped?: 'gzip' | 'zip'
}

export interface Sheet {
  name: string
  hidden: boolean
  /**
   * The rows, from the first one on; can be called again to read again. What it finds amiss goes to `emit`, before the batch
   * that holds the row is given out. Throws `Reread` when what was read so far was read wrongly.
   */
  batches(emit: Emit): AsyncIterable<Batch>
}

export interface Opened {
  facts: FormatFacts
  /** Faults of the file as a whole, known before the first row. */
  faults?: readonly { code: `file/${string}`; details?: Details }[]
  sheets: Sheet[]
}

export interface Format {
  /** How likely these first bytes are this format, 0 to 1. */
  recognises(head: Uint8Array, name: string): number
  open(source: Source, platform: Platform, options: FormatOptions): Promise<Opened>
}

/** Thrown while reading: the assumption made so far was wrong, drop everything and open again with these options. */
export class Reread extends Error {
  constructor(readonly options: Partial<FormatOptions>) {
    super('reread')
    this.name = 'Reread'
  }
}
