// The readers of scdl alone, as small as what its command line loads of them: every cell of the first sheet, no check.
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const READER = `
import { DEFAULT_LIMITS } from './core/format.js'
import { openTable } from './formats/index.js'
import { fileSource } from './node/fileSource.js'
import { nodePlatform } from './node/platform.js'

const { sheets } = await openTable(await fileSource(process.argv[2]), nodePlatform, { limits: DEFAULT_LIMITS })
let rows = 0
let bytes = 0
for await (const batch of sheets[0].batches((...found) => console.error(...found))) {
  rows += batch.rows
  for (let i = 0; i < batch.first[batch.rows]; i++) bytes += batch.end[i] - batch.start[i]
}
console.log(rows, bytes)`

/** Gives the path of the program. */
export async function bundleReader() {
  const { build } = await import('../../node_modules/esbuild/lib/main.js')
  const outfile = here('../data/readWorkbook.mjs')
  const options = { bundle: true, format: 'esm', platform: 'node', target: 'node20.19', logLevel: 'error' }
  await build({ stdin: { resolveDir: here('../../src'), contents: READER }, outfile, ...options })
  return outfile
}
