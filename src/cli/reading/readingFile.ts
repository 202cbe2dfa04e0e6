// A table of texts for people to read, written row by row: a workbook with text cells, or a CSV where its name says so.

import { openOutputFile } from '../../node/outputFile.js'
import { nodePlatform } from '../../node/platform.js'
import { CSV_MARK, csvLine, csvTextLine } from '../../reporters/csvLine.js'
import { onlySheets } from '../../writers/sheet/cellSink.js'
import { openChannel } from './channel.js'
import { type ReadingRow, type ReadingTable, readingSheet } from './readingSheet.js'

export interface ReadingFile {
  write(rows: readonly ReadingRow[]): Promise<void>
  /** After the last row: all is written, nothing is in its place yet. */
  end(): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace. Does nothing after `commit`. */
  abandon(): Promise<void>
}

export const isCsv = (path: string): boolean => /\.(?:csv|tsv|txt)$/i.test(path)

/** `replace`: as for any output. Throws `ScdlError`, as do its members: `write-failed`, `file-exists`. */
export async function openReadingFile(path: string, table: ReadingTable, replace: boolean): Promise<ReadingFile> {
  return isCsv(path) ? openCsv(path, table, replace) : openWorkbook(path, table, replace)
}

async function openCsv(path: string, { head, separator }: ReadingTable, replace: boolean): Promise<ReadingFile> {
  const file = await openOutputFile(path, { replace })
  let before = CSV_MARK + csvLine(head, separator)
  return {
    async write(rows) {
      const lines = rows.map((row) => csvTextLine(row.map(String), separator))
      await file.write(before + lines.join(''))
      before = ''
    },
    end: () => file.write(before),
    commit: () => file.commit(),
    abandon: () => file.abandon(),
  }
}

async function openWorkbook(path: string, table: ReadingTable, replace: boolean): Promise<ReadingFile> {
  const { writeWorkbook } = await import('../../writers/xlsx/writeWorkbook.js')
  const file = await openOutputFile(path, { replace })
  const { items, push, close } = openChannel<readonly ReadingRow[]>()
  const written = (async () => {
    for await (const chunk of writeWorkbook(onlySheets([readingSheet(table, items)]), nodePlatform)) await file.write(chunk)
  })()
  // Told where it is waited for.
  written.catch(() => {})
  return {
    write: (rows) => Promise.race([push(rows), written]),
    async end() {
      close()
      await written
    },
    commit: () => file.commit(),
    async abandon() {
      close()
      await written.catch(() => {})
      await file.abandon()
    },
  }
}
