// Web pages that stand for a table: many programs "export to Excel" a page with one table, named .xls.
import type { Batch } from '../../core/batch.js'
import { NATIVE, SEEN } from '../../core/batch.js'
import type { Format, Limits } from '../../core/format.js'
import { singleByteEncodings } from '../csv/encodings.js'
import { firstBadByte } from '../csv/utf8.js'
import { detectFormat } from '../detectFormat.js'
import { readBytes } from '../readBytes.js'
import { refused } from '../refused.js'
import { RowWriter } from '../sheet/rowWriter.js'
import { findTable, type HtmlCell } from './findTable.js'

/** A page whose text is mostly elsewhere is a page about something, not a table. */
const LEAST_SHARE = 0.5
const MAX_BYTES = 32 * 1024 * 1024

export const html: Format = {
  recognises: (head, name) => (detectFormat(head, name) === 'html' ? 1 : 0),

  async open(source, platform, { limits }) {
    const found = findTable(
      decode(
        await readBytes(source, 'pageBytes', MAX_BYTES),
        platform.isUtf8 ?? ((bytes) => firstBadByte(bytes, 0, bytes.length) === bytes.length),
      ),
    )
    const isTable = found !== undefined && found.rows.length > 1 && found.rows.some((row) => row.length > 1)
    if (!isTable || found.share < LEAST_SHARE) return refused('html')
    return {
      facts: { name: 'html' },
      sheets: [{ name: '', hidden: false, batches: () => batchesOf(found.rows, limits) }],
    }
  },
}

async function* batchesOf(table: readonly (readonly HtmlCell[])[], limits: Limits): AsyncGenerator<Batch> {
  const rows = new RowWriter(limits)
  for (const cells of table) {
    rows.beginRow()
    for (const { column, text } of cells) {
      const start = rows.length
      rows.appendText(text)
      rows.cell(column, start, rows.length, NATIVE.text, SEEN.text)
    }
    rows.endRow()
    while (rows.isFull) {
      yield rows.take()
      rows.clear()
    }
  }
  while (!rows.isEmpty) {
    yield rows.take()
    rows.clear()
  }
}

/** In UTF-16 or UTF-8 where the bytes are, else in windows-1252, which such programs write whatever they declare. */
function decode(bytes: Uint8Array, isUtf8: (bytes: Uint8Array) => boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  const upper = singleByteEncodings['windows-1252']
  return new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9f]/g, (c) => upper[c.charCodeAt(0) - 0x80] ?? c)
}
