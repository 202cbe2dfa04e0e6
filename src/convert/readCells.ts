// A table that the user gives beside the data, as texts: small enough for memory.
import { rowTexts } from '../core/cellText.js'
import { ScdlError } from '../core/error.js'
import { DEFAULT_LIMITS, type FormatOptions, Reread } from '../core/format.js'
import type { Platform, Source } from '../core/source.js'
import { openTable } from '../formats/index.js'

/** Its rows, blank ones left out. Throws `ScdlError('unsupported-format')` for what is no table. */
export async function readCells(source: Source, platform: Platform): Promise<string[][]> {
  let format: FormatOptions = { limits: DEFAULT_LIMITS }
  for (;;) {
    try {
      return await readOnce(source, platform, format)
    } catch (error) {
      if (!(error instanceof Reread)) throw error
      format = { ...format, ...error.options }
    }
  }
}

async function readOnce(source: Source, platform: Platform, format: FormatOptions): Promise<string[][]> {
  const { sheets, facts } = await openTable(source, platform, format)
  const [sheet] = sheets
  if (sheet === undefined) throw new ScdlError('unsupported-format', { path: source.name, format: facts.name })
  const table: string[][] = []
  for await (const batch of sheet.batches(() => {})) {
    for (let r = 0; r < batch.rows; r++) {
      const cells = rowTexts(batch, r).map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) table.push(cells)
    }
  }
  return table
}
