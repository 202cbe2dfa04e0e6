// Features of a map: one per row, its cells as properties. https://www.rfc-editor.org/rfc/rfc7946
import type { Batch } from '../core/batch.js'
import { ScdlError } from '../core/error.js'
import type { WrittenColumn } from '../core/writer.js'
import { type Geometry, geometryOf } from './geometry.js'
import { compileRowWriter } from './jsonRows.js'

const encoder = new TextEncoder()

/** Throws `ScdlError('no-geometry')` for a table that says of nothing where it is. */
export async function* writeGeoJson(columns: readonly WrittenColumn[], batches: AsyncIterable<Batch>): AsyncGenerator<Uint8Array> {
  const geometry = geometryOf(columns)
  if (geometry === undefined) throw new ScdlError('no-geometry')
  const writeProperties = compileRowWriter(columns)
  const { own } = geometry
  const writeOthers = own === undefined ? writeProperties : compileRowWriter(columns, own)
  let opening = '{"type":"FeatureCollection","features":[\n'
  for await (const batch of batches) {
    let text = ''
    for (let row = 0; row < batch.rows; row++) {
      const { shape, isWhole }: Geometry = geometry.read(batch, row)
      // A column that became the geometry need not be told twice.
      const properties = (isWhole ? writeOthers : writeProperties)(batch, row)
      text += `${opening}{"type":"Feature","geometry":${shape},"properties":${properties}}`
      opening = ',\n'
    }
    yield encoder.encode(text)
  }
  yield encoder.encode(opening === ',\n' ? '\n]}\n' : `${opening}]}\n`)
}
