// One JSON object per line. https://github.com/ndjson/ndjson-spec
import type { Writer } from '../core/writer.js'
import { compileRowWriter } from './jsonRows.js'

const encoder = new TextEncoder()

export const ndjson: Writer = {
  extensions: ['ndjson', 'jsonl'],
  async *write(columns, batches) {
    const writeRow = compileRowWriter(columns)
    for await (const batch of batches) {
      let text = ''
      for (let row = 0; row < batch.rows; row++) text += `${writeRow(batch, row)}\n`
      yield encoder.encode(text)
    }
  },
}
