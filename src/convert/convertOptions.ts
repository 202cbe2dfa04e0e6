// What can be asked of a conversion.
import type { MatchOptions } from '../header/matchHeader.js'
import type { ValidateOptions } from '../validateOptions.js'
import type { WriterName } from '../writers/index.js'
import type { ChangeListener } from './changeLedger.js'
import type { RepairLevel } from './columnWork.js'

/** Values from another table, by the text of a column of this one. */
export interface Lookup {
  /** The label of the column that holds the key, or the field that it stands for. */
  key: string
  find(key: string): string | undefined
}

export interface ConvertOptions extends Omit<ValidateOptions, 'onProgress'> {
  /** `csv` by default. */
  to?: WriterName
  /** Which repairs are made; `verified` by default. */
  repair?: RepairLevel
  /** By field: the value of its empty cells, and of those that cannot be mended. */
  set?: Readonly<Record<string, string>>
  /** By field, as `set`, which comes after. */
  lookups?: Readonly<Record<string, Lookup>>
  /** Columns outside the schema are not written. */
  dropExtra?: boolean
  /** By label: the field that it stands for, or '' for none. */
  mapping?: NonNullable<MatchOptions['mapping']>
  /** Labels that differ from a field's name by a slip of the keyboard are renamed too. */
  acceptGuesses?: boolean
  /** Takes the file; a chunk is valid until the next one is asked for. Absent: nothing is written. */
  output?: (bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** What the output is called in the report on it; the source's name by default. */
  outputName?: string
  onChanges?: ChangeListener
  onProgress?: (bytesRead: number, pass: 1 | 2) => void
}
