import type { CellSink } from '../../src/writers/sheet/cellSink.js'
import type { XlsxSheet } from '../../src/writers/xlsx/xlsxSheet.js'

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}

/** A sheet of texts under a header. */
export function sheetOf(rows: readonly (readonly string[])[], more: Partial<XlsxSheet> = {}): XlsxSheet {
  let at = 0
  const width = rows[0]?.length ?? 0
  return {
    name: 'Feuille',
    widths: Array.from({ length: width }, () => 12),
    frozenRows: 1,
    filtered: true,
    head: (out) =>
      writeTexts(
        out,
        Array.from({ length: width }, (_, c) => `titre ${c + 1}`),
      ),
    async fill(out) {
      while (at < rows.length && !out.isFull) writeTexts(out, rows[at++]!)
      return at < rows.length
    },
    ...more,
  }
}

function writeTexts(out: CellSink, cells: readonly string[]): void {
  for (const cell of cells) {
    if (cell === '') out.skip()
    else out.string(cell)
  }
  out.endRow()
}
