// The formats that can be written, by the word of `--to`.
import type { Writer } from '../core/writer.js'
import { csv } from './csv.js'
import { json } from './json.js'
import { ndjson } from './ndjson.js'
import { SHEET_ROWS } from './sheet/cellSink.js'

/** Loaded where it is asked for: most outputs are CSV. */
const xlsx: Writer = {
  extensions: ['xlsx'],
  rowsPerSheet: SHEET_ROWS - 1,
  async *write(...table) {
    yield* (await import('./xlsx/xlsx.js')).writeXlsx(...table)
  },
}

const ods: Writer = {
  extensions: ['ods'],
  rowsPerSheet: SHEET_ROWS - 1,
  async *write(...table) {
    yield* (await import('./ods/ods.js')).writeOds(...table)
  },
}

const geojson: Writer = {
  extensions: ['geojson'],
  async *write(...table) {
    yield* (await import('./geojson.js')).writeGeoJson(table[0], table[1])
  },
}

const parquet: Writer = {
  extensions: ['parquet'],
  async *write(...table) {
    yield* (await import('./parquet/parquet.js')).writeParquet(...table)
  },
}

export const writers = { csv, json, ndjson, xlsx, ods, geojson, parquet } as const satisfies Record<string, Writer>

export type WriterName = keyof typeof writers
export const writerNames = Object.keys(writers) as readonly WriterName[]

/** The writer that a file's name asks for. */
export function writerOf(name: string): WriterName | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return writerNames.find((writer) => (writers[writer].extensions as readonly string[]).includes(extension))
}
