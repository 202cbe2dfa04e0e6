// Reads every sheet of a workbook into strings, with what each cell is.
import { NATIVE, SEEN } from '../../../src/core/batch.js'
import type { Code, Place } from '../../../src/core/diagnostic.js'
import { DEFAULT_LIMITS, type FormatFacts, type Limits, type Opened } from '../../../src/core/format.js'
import type { Platform, Source } from '../../../src/core/source.js'
import { openTable } from '../../../src/formats/index.js'
import { memorySource } from '../memorySource.js'

export interface ReadCell {
  text: string
  native: string
  seen: string
}

export interface ReadSheet {
  name: string
  hidden: boolean
  rows: string[][]
  cells: ReadCell[][]
  rowNumbers: number[]
  findings: { code: Code; place: Place }[]
}

export interface ReadWorkbook {
  facts: FormatFacts
  faults: NonNullable<Opened['faults']>
  sheets: ReadSheet[]
}

const nameOf = (names: Readonly<Record<string, number>>, value: number): string => Object.keys(names).find((name) => names[name] === value)!

export async function readSheets(file: Uint8Array | Source, platform: Platform = {}, limits: Partial<Limits> = {}): Promise<ReadWorkbook> {
  const source = file instanceof Uint8Array ? memorySource(file, 'classeur', 1000) : file
  const { facts, faults = [], sheets } = await openTable(source, platform, { limits: { ...DEFAULT_LIMITS, ...limits } })
  const read: ReadSheet[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (const { name, hidden, batches } of sheets) {
    const sheet: ReadSheet = { name, hidden, rows: [], cells: [], rowNumbers: [], findings: [] }
    for await (const { bytes, rows, rowNumber, first, start, end, native, seen } of batches((code, place) =>
      sheet.findings.push({ code, place }),
    )) {
      for (let row = 0; row < rows; row++) {
        const cells: ReadCell[] = []
        for (let i = first[row]!; i < first[row + 1]!; i++) {
          const text = decoder.decode(bytes.subarray(start[i], end[i]))
          cells.push({ text, native: nameOf(NATIVE, native![i]!), seen: nameOf(SEEN, seen![i]!) })
        }
        sheet.cells.push(cells)
        sheet.rows.push(cells.map(({ text }) => text))
        sheet.rowNumbers.push(rowNumber[row]!)
      }
    }
    read.push(sheet)
  }
  return { facts, faults, sheets: read }
}
