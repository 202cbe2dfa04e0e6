// Times whole programs in alternated rounds and prints a table of ratios of CPU seconds (user + system), medians, with peak memory.
//   node run.mjs [rounds] [megabytes]      (after `npm ci` here and in the folder above)
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'
import { generateMoments } from './generateMoments.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
const megabytes = Number(process.argv[3] ?? 200)
const scdl = here('../bin/scdl.js')

mkdirSync(here('./data'), { recursive: true })
const data = (kind, size = megabytes) => {
  const file = here(`./data/${kind}-${size}.csv`)
  if (!existsSync(file)) generate(file, size, kind)
  return file
}
const moments = here('./data/moments-100.csv')
if (!existsSync(moments)) generateMoments(moments, 100)
const momentsSchema = here('./schema-moments.json')
const small = here('./data/rows-100.csv')
const head = Buffer.alloc(200_000)
const good = openSync(data('good'), 'r')
readSync(good, head, 0, head.length, 0)
closeSync(good)
writeFileSync(small, `${head.toString().split('\n').slice(0, 101).join('\n')}\n`)

const keyed = here('./data/schema-with-key.json')
writeFileSync(keyed, JSON.stringify({ ...JSON.parse(readFileSync(here('./schema.json'), 'utf8')), primaryKey: ['reference'] }))

const validate = (file, schema = here('./schema.json')) => [
  scdl,
  'validate',
  file,
  '--schema',
  schema,
  '--report',
  `json=${here('./data/report.json')}`,
  '--quiet',
]
const converted = here('./data/converted.csv')
const convert = (file, ...more) => [
  scdl,
  'convert',
  file,
  '--schema',
  here('./schema.json'),
  '--out',
  converted,
  '--force',
  '--report',
  `json=${here('./data/report.json')}`,
  '--quiet',
  ...more,
]
const programs = {
  'node -e 0': ['-e', '0'],
  'raw read': [here('./rawRead.mjs'), data('good')],
  scdl: validate(data('good')),
  'scdl, primary key': validate(data('good'), keyed),
  'scdl, one bad cell a row': validate(data('one-bad')),
  'scdl, every checked cell bad': validate(data('all-bad')),
  'scdl, one bad cell a row, other damages': validate(data('one-bad-other')),
  'scdl, every checked cell bad, other damages': validate(data('all-bad-other')),
  'csv-parse + same checks': [here('./csvParse.mjs'), data('good')],
  'DuckDB read_csv, one thread': [here('./duckdb.mjs'), data('good')],
  'scdl, moments and places (100 MB)': validate(moments, momentsSchema),
  'csv-parse, moments and places (100 MB)': [here('./csvParse.mjs'), moments, momentsSchema, ','],
  'scdl convert': convert(data('good')),
  'scdl convert, one bad cell a row': convert(data('one-bad')),
  'scdl convert, every checked cell bad, changes listed': convert(data('all-bad'), '--changes', here('./data/changes.csv')),
  'csv-parse to csv-stringify': [here('./csvRewrite.mjs'), data('good'), converted],
  'scdl convert, 1 GB': convert(data('good', megabytes * 5)),
  'scdl, 100 rows': validate(small),
  'scdl, 1 GB': validate(data('good', megabytes * 5)),
}

const only = process.env.BENCH_ONLY?.split('|')
const names = Object.keys(programs).filter((name) => only === undefined || only.includes(name))
const usage = here('./data/usage.json')
const samples = Object.fromEntries(names.map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const name of names) {
    try {
      execFileSync(process.execPath, ['--import', here('./measure.mjs'), ...programs[name]], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, BENCH_USAGE: usage },
      })
    } catch (error) {
      if (error.status !== 1) throw error
    }
    if (round > 0) samples[name].push(JSON.parse(readFileSync(usage, 'utf8')))
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const of = (name, key) => (samples[name] ? median(samples[name].map((sample) => sample[key])) : Number.NaN)
const ratio = (a, b) => (a / b).toFixed(2)

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${rounds} rounds, ${Math.round(statSync(data('good')).size / 1e6)} MB\n`,
)
console.log('| program | CPU s | over raw read | over scdl | peak MB |\n|---|---|---|---|---|')
for (const name of names) {
  const seconds = of(name, 'seconds')
  console.log(
    `| ${name} | ${seconds.toFixed(3)} | ${ratio(seconds, of('raw read', 'seconds'))} | ${ratio(seconds, of('scdl', 'seconds'))} | ${Math.round(of(name, 'megabytes'))} |`,
  )
}
console.log(
  `\nMoments and places: csv-parse over scdl ${ratio(of('csv-parse, moments and places (100 MB)', 'seconds'), of('scdl, moments and places (100 MB)', 'seconds'))}`,
)
console.log(`Start-up, 100 rows over node -e 0: ${ratio(of('scdl, 100 rows', 'seconds'), of('node -e 0', 'seconds'))}`)
