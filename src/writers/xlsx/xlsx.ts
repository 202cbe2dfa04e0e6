// A workbook of one table, on as many sheets as its rows need.
import type { Batch } from '../../core/batch.js'
import type { WriteContext, WrittenColumn } from '../../core/writer.js'
import { onlySheets } from '../sheet/cellSink.js'
import { openTableContent } from '../sheet/tableContent.js'
import { writeWorkbook } from './writeWorkbook.js'

export async function* writeXlsx(
  columns: readonly WrittenColumn[],
  batches: AsyncIterable<Batch>,
  { platform, name }: WriteContext,
): AsyncGenerator<Uint8Array> {
  yield* writeWorkbook(onlySheets([await openTableContent(name, columns, batches)]), platform)
}
