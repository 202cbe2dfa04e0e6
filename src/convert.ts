// The pipeline of `scdl convert`: validate, which gathers what each column proves, then read again and write.
import { AcceptedEvidence } from './convert/acceptedEvidence.js'
import type { ConvertOptions } from './convert/convertOptions.js'
import { checkWishes, writeTable } from './convert/writeTable.js'
import type { Conversion, TableReport } from './core/reportTypes.js'
import type { Source } from './core/source.js'
import { examine } from './validate.js'
import type { ValidateOptions } from './validateOptions.js'

export type { ConvertOptions, Lookup } from './convert/convertOptions.js'
export { checkWishes } from './convert/writeTable.js'

export type ConvertedTable = TableReport & { conversion: Conversion }

/**
 * Writes a table as its schema asks. The report is that of the source; `conversion` says what was changed and what is still wrong.
 * Throws as `validate`, and `ScdlError` for what the user gives and does not fit (`unknown-field`, `unknown-column`, `value-refused`).
 * Reads the source twice.
 */
export async function convert(source: Source, options: ConvertOptions): Promise<ConvertedTable> {
  const { onProgress, ...rest } = options
  checkWishes(options)
  let pass: 1 | 2 = 1
  const reading: ValidateOptions = onProgress === undefined ? rest : { ...rest, onProgress: (bytes) => onProgress(bytes, pass) }
  let evidence = new AcceptedEvidence([])
  const { report, found } = await examine(source, reading, {
    despiteDuplicates: true,
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    follow(table) {
      evidence = new AcceptedEvidence(table.columns ?? [])
      return (batch, firstRow) => evidence.hear(batch, firstRow)
    },
  })
  pass = 2
  const conversion = found === undefined ? NOTHING_WRITTEN : await writeTable(source.name, found, evidence, options, reading)
  return Object.assign(report, { conversion })
}

/** There is no table in the source. */
const NOTHING_WRITTEN: Conversion = { rows: 0, cells: 0, changes: [], doubts: [], guesses: [], contested: [] }
