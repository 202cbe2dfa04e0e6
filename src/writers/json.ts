// One array of objects, one object per line.
import type { Writer } from '../core/writer.js'
import { compileRowWriter } from './jsonRows.js'

const encoder = new TextEncoder()

export const json: Writer = {
  extensions: ['json'],
  async *write(columns, batches) {
    const writeRow = compileRowWriter(columns)
    let opening = '[\n'
    for await (const batch of batches) {
      let text = ''
      for (let row = 0; row < batch.rows; row++) {
        text += `${opening}${writeRow(batch, row)}`
        opening = ',\n'
      }
      yield encoder.encode(text)
    }
    yield encoder.encode(opening === ',\n' ? '\n]\n' : '[]\n')
  },
}
