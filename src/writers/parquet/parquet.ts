// Apache Parquet: typed columns, in groups of rows. A column has one type for all its rows, so these are read to the end before the first
// is written: a column of which one value cannot be held in the type of its field is written as text, whole. https://parquet.apache.org
import type { SchemaElement } from 'hyparquet-writer'
import type { Batch } from '../../core/batch.js'
import type { Spool } from '../../core/source.js'
import type { WriteContext, WrittenColumn } from '../../core/writer.js'
import { distinctNames } from '../distinctNames.js'
import { ColumnStorage } from './columnStorage.js'
import { ColumnTexts } from './columnTexts.js'

export async function* writeParquet(
  columns: readonly WrittenColumn[],
  batches: AsyncIterable<Batch>,
  { platform }: WriteContext,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const spool = platform.spool?.() ?? linesInMemory()
  try {
    const texts = new ColumnTexts(columns, spool)
    for await (const batch of batches) texts.hear(batch)
    texts.endGroup()

    const names = distinctNames(columns)
    const storages = texts.hasBeyond ? [...texts.storages, new ColumnStorage(undefined)] : texts.storages
    const labels = texts.hasBeyond ? [...names.columns, names.beyond] : names.columns
    const elements = storages.map((storage, c): SchemaElement => ({ name: labels[c]!, repetition_type: 'OPTIONAL', ...storage.type() }))
    const writer = new ByteWriter()
    const file = new ParquetWriter({ writer, schema: [{ name: 'root', num_children: elements.length }, ...elements], createdBy: 'scdl' })
    for await (const group of texts.groups()) {
      const columnData = storages.map((storage, c) => ({
        name: labels[c]!,
        data: group[c]!.map((text) => (text === null ? null : storage.store(text))),
      }))
      file.write({ columnData, rowGroupSize: group[0]!.length })
      yield writer.getBytes()
      writer.index = 0
    }
    file.finish()
    yield writer.getBytes()
  } finally {
    await spool.dispose()
  }
}

function linesInMemory(): Spool {
  const kept: string[] = []
  return {
    write: (line) => void kept.push(line),
    async *lines() {
      yield* kept
    },
    dispose: async () => undefined,
  }
}
