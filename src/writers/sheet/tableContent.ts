// A table as the sheet of a workbook: typed cells under a header that stays in sight, with a filter.
import type { Batch } from '../../core/batch.js'
import type { WrittenColumn } from '../../core/writer.js'
import type { CellSink, SheetContent } from './cellSink.js'
import { compileCellWriter, writeText } from './typedCell.js'
import { utf16Length } from './utf16Length.js'

const ROWS_PER_PIECE = 1000
const NARROWEST = 8
const WIDEST = 60
/** The arrow of the filter. */
const FILTER_WIDTH = 4
const SAMPLED_ROWS = 200

/** Reads the first batch, for the widths of the columns. */
export async function openTableContent(
  name: string,
  columns: readonly WrittenColumn[],
  batches: AsyncIterable<Batch>,
): Promise<SheetContent> {
  const writers = columns.map(compileCellWriter)
  const iterator = batches[Symbol.asyncIterator]()
  let current = await nextBatch()
  let at = 0

  async function nextBatch(): Promise<Batch | undefined> {
    const result = await iterator.next()
    return result.done ? undefined : result.value
  }

  function writeRow(out: CellSink, { bytes, first, start, end, native }: Batch, r: number): void {
    const f = first[r]!
    const cells = first[r + 1]! - f
    for (let c = 0; c < cells; c++) {
      const i = f + c
      ;(writers[c] ?? writeText)(out, bytes, start[i]!, end[i]!, native?.[i])
    }
    out.endRow()
  }

  return {
    name,
    widths: widthsOf(columns, current),
    frozenRows: 1,
    filtered: true,
    head(out) {
      for (const { name: label } of columns) out.string(label, 'header')
      out.endRow()
    },
    async fill(out) {
      for (let written = 0; !out.isFull; ) {
        while (current !== undefined && at === current.rows) {
          if (written >= ROWS_PER_PIECE) return true
          current = await nextBatch()
          at = 0
        }
        if (current === undefined) return false
        writeRow(out, current, at++)
        written++
      }
      while (current !== undefined && at === current.rows) {
        current = await nextBatch()
        at = 0
      }
      return current !== undefined
    },
  }
}

function widthsOf(columns: readonly WrittenColumn[], batch: Batch | undefined): number[] {
  const widths = columns.map(({ name }) => Math.max(NARROWEST, name.length + FILTER_WIDTH))
  for (let r = 0; r < Math.min(batch?.rows ?? 0, SAMPLED_ROWS); r++) {
    const { bytes, first, start, end } = batch!
    const cells = Math.min(first[r + 1]! - first[r]!, widths.length)
    for (let c = 0; c < cells; c++) {
      const i = first[r]! + c
      if (end[i]! - start[i]! > widths[c]!) widths[c] = Math.max(widths[c]!, utf16Length(bytes, start[i]!, end[i]!) + 1)
    }
  }
  return widths.map((width) => Math.min(width, WIDEST))
}
