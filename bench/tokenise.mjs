// What WebAssembly gains in telling cells apart: CPU seconds (user + system) of reading a file that is in memory, alternated rounds, medians.
//   node bench/tokenise.mjs [file] [rounds]      (after `npm ci` in the folder above; without a file, kinds of tables made here)
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const bundle = here(`./data/tokenise-${process.env.BENCH_PARENT ?? process.pid}.mjs`)
const BYTES = 100e6

/** One row of each kind, repeated; the first two are what files are made of. */
const KINDS = {
  'short cells': '12;75056;Paris;2022-03-15;1250.50;oui\n',
  CRLF: 'Association de quartier;12;75056;Paris;2022-03-15;1250.50;oui\r\n',
  'long cells': `${'Travaux de rénovation énergétique de la salle polyvalente et de son annexe, seconde tranche. '.repeat(3)};1\n`,
  'all quoted': '"Association de quartier";"12";"75056";"Paris";"2022-03-15";"1250.50";"oui"\n',
  'all hard': 'salle "A" ;"dit ""le grand""";5\' 3";"deux\nlignes"\n',
}

if (process.env.BENCH_PARENT !== undefined) await measure(...process.argv.slice(2))
else await compare()

/** `way`: how to tokenise; `copy` only fills the buffer. */
async function measure(way, what) {
  const { createTokeniser, readRows } = await import(bundle)
  const bytes = what in KINDS ? Buffer.from(KINDS[what].repeat(Math.ceil(BYTES / KINDS[what].length))) : readFileSync(what)
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += 1 << 20) yield bytes.subarray(from, from + (1 << 20))
  }
  const dialect = { delimiter: 59, quote: 34, escaper: -1, skipSpaces: false }
  const tokeniser = createTokeniser(
    dialect,
    { recordBytes: 1 << 24, columns: 16_384 },
    way === 'simd' ? undefined : Number.POSITIVE_INFINITY,
  )
  if (way === 'copy')
    tokeniser.scan = (_bytes, from, to) => {
      tokeniser.batch.rows = from < to ? 1 : 0
      return to
    }
  let rows = 0
  const before = process.cpuUsage()
  for await (const batch of readRows(chunks(), tokeniser, () => {})) rows += batch.rows
  const { user, system } = process.cpuUsage(before)
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: bytes.length / 1e6, rows }))
}

async function compare() {
  const [file, rounds = 5] = process.argv.slice(2)
  const contents = "export { createTokeniser } from './tokenise.js'\nexport { readRows } from './readRows.js'"
  await build({ stdin: { contents, resolveDir: here('../src/formats/csv') }, bundle: true, format: 'esm', outfile: bundle })
  const env = { ...process.env, BENCH_PARENT: String(process.pid) }
  const run = (way, what) => JSON.parse(execFileSync(process.execPath, [here('./tokenise.mjs'), way, what], { env }))
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  console.log('| table | JavaScript MB/s | WebAssembly MB/s | times as fast |\n|---|---|---|---|')
  for (const what of file === undefined ? Object.keys(KINDS) : [file]) {
    const samples = { copy: [], javascript: [], simd: [] }
    let megabytes = 0
    for (let round = 0; round < Number(rounds); round++) {
      for (const way in samples) {
        const sample = run(way, what)
        samples[way].push(sample.seconds)
        megabytes = sample.megabytes
      }
    }
    const copy = median(samples.copy)
    const [javascript, simd] = [samples.javascript, samples.simd].map((values) => megabytes / (median(values) - copy))
    console.log(`| ${what} | ${javascript.toFixed(0)} | ${simd.toFixed(0)} | ${(simd / javascript).toFixed(2)} |`)
  }
  rmSync(bundle)
}
