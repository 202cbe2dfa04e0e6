// csv-parse piped to csv-stringify: the file read and written again, without a check.
//   node csvRewrite.mjs <file> <output>
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'

const [file, output] = process.argv.slice(2)
await pipeline(
  createReadStream(file, { highWaterMark: 1 << 20 }),
  parse({ delimiter: ';', bom: true, relax_column_count: true }),
  stringify({ delimiter: ',' }),
  createWriteStream(output),
)
