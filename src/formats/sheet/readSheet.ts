// The loop from the bytes of a sheet's XML to its batches.
import type { Batch } from '../../core/batch.js'
import type { Emit } from '../../core/diagnostic.js'
import { decodeXml } from '../xml/decodeXml.js'
import { XmlScanner, type XmlSink } from '../xml/scanXml.js'
import { XmlFault } from '../xml/xmlFault.js'
import { ZipFault } from '../zip/zipFault.js'
import type { RowWriter } from './rowWriter.js'

/** Takes cells out of XML. It pauses the scanner when `rows` is full, and when the sheet is over. */
export interface SheetSink extends XmlSink {
  readonly rows: RowWriter
  readonly isOver: boolean
  /** After the last byte. */
  finish(): void
}

/** What is damaged gives the rows before, then `file/truncated`. */
export async function* readSheet(chunks: AsyncIterable<Uint8Array>, sink: SheetSink, emit: Emit): AsyncGenerator<Batch> {
  const { rows } = sink
  const scanner = new XmlScanner(sink)
  try {
    for await (const chunk of decodeXml(chunks)) {
      scanner.feed(chunk)
      while (scanner.scan() && !sink.isOver) {
        while (rows.isFull) {
          yield rows.take()
          rows.clear()
        }
        sink.paused = false
      }
      if (sink.isOver) break
    }
    if (!sink.isOver) scanner.finish()
    sink.finish()
  } catch (error) {
    if (!(error instanceof XmlFault || error instanceof ZipFault)) throw error
    emit('file/truncated', { row: Math.max(1, rows.row) }, () => ({ workbook: true }))
  }
  while (!rows.isEmpty) {
    yield rows.take()
    rows.clear()
  }
}
