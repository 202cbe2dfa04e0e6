// Reads a whole table into strings, as validate would: again under other assumptions when the format asks for it.
import type { Code, Details, Place } from '../../src/core/diagnostic.js'
import { DEFAULT_LIMITS, type FormatFacts, type FormatOptions, type Opened, Reread } from '../../src/core/format.js'
import type { Platform, Source } from '../../src/core/source.js'
import { openTable } from '../../src/formats/index.js'

export interface ReadTable {
  facts: FormatFacts
  faults: NonNullable<Opened['faults']>
  rows: string[][]
  rowNumbers: number[]
  lines: number[]
  findings: { code: Code; place: Place; details: Details }[]
  rereads: number
}

export async function readTable(source: Source, options: Partial<FormatOptions> = {}, platform: Platform = {}): Promise<ReadTable> {
  let format: FormatOptions = { limits: DEFAULT_LIMITS, ...options }
  for (let rereads = 0; ; rereads++) {
    try {
      return { ...(await readOnce(source, format, platform)), rereads }
    } catch (error) {
      if (!(error instanceof Reread) || rereads > 2) throw error
      format = { ...format, ...error.options }
    }
  }
}

async function readOnce(source: Source, format: FormatOptions, platform: Platform): Promise<Omit<ReadTable, 'rereads'>> {
  const opened = await openTable(source, platform, format)
  const table: Omit<ReadTable, 'rereads'> = {
    facts: opened.facts,
    faults: opened.faults ?? [],
    rows: [],
    rowNumbers: [],
    lines: [],
    findings: [],
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
  for (const sheet of opened.sheets) {
    const batches = sheet.batches((code, place, details) => table.findings.push({ code, place, details: details?.() ?? {} }))
    for await (const { bytes, rows, rowNumber, line, first, start, end } of batches) {
      for (let row = 0; row < rows; row++) {
        const cells: string[] = []
        for (let cell = first[row]!; cell < first[row + 1]!; cell++) cells.push(decoder.decode(bytes.subarray(start[cell], end[cell])))
        table.rows.push(cells)
        table.rowNumbers.push(rowNumber[row]!)
        table.lines.push(line![row]!)
      }
    }
  }
  return table
}
