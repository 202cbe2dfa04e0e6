// One run over many files, on one core, and on two by one thread and by two, in alternated rounds: wall-clock seconds (the machine has to be
// quiet), CPU seconds, and the highest resident memory of the process with its threads. One core: `taskset`, of Linux.
//   node manyFiles.mjs [rounds] [files] [megabytes each]      (after `npm ci` in the folder above)
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const [rounds = 5, count = 1000, megabytes = 1] = process.argv.slice(2).map(Number)
const SCHEMA = here('./schema.json')
const TINY_ROWS = 6

/** Folders are made once. */
function folder(name, files, write) {
  const path = here(`./data/${name}/`)
  if (existsSync(path) && readdirSync(path).length === files) return path
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  write(`${path}0.csv`)
  for (let i = 1; i < files; i++) copyFileSync(`${path}0.csv`, `${path}${i}.csv`)
  return path
}

/** What runs node, and what it is told. */
const WAYS = {
  'one core': { before: ['taskset', '-c', '0'], jobs: [] },
  'two cores, --jobs 1': { before: [], jobs: ['--jobs', '1'] },
  'two cores': { before: [], jobs: ['--jobs', '2'] },
}
if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0) delete WAYS['one core']

async function run(path, { before, jobs }) {
  const usage = here('./data/usage.json')
  const [program, ...args] = [
    ...before,
    process.execPath,
    '--import',
    here('./measure.mjs'),
    here('../bin/scdl.js'),
    'validate',
    path,
    '--schema',
    SCHEMA,
    ...jobs,
    '--quiet',
  ]
  const began = performance.now()
  const code = await new Promise((ended) => {
    spawn(program, args, { stdio: 'ignore', env: { ...process.env, CI: 'true', BENCH_USAGE: usage } }).on('close', ended)
  })
  const wall = (performance.now() - began) / 1000
  if (code !== 0) throw new Error(`exit code ${code}`)
  return { wall, ...JSON.parse(readFileSync(usage, 'utf8')) }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function compare(title, path) {
  const runs = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const name in WAYS) runs[name].push(await run(path, WAYS[name]))
  const two = runs['two cores']
  for (const name in runs) {
    const of = (key) => median(runs[name].map((each) => each[key]))
    const gain = median(runs[name].map(({ wall }, i) => wall / two[i].wall))
    const cells = [title, name, of('wall').toFixed(2), gain.toFixed(2), of('seconds').toFixed(2), Math.round(of('megabytes'))]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}, ${rounds} rounds\n`)
console.log('| files | | wall s | over two cores | CPU s | peak MB |\n|---|---|---|---|---|---|')
const large = folder(`many-${count}-${megabytes}`, count, (path) => generate(path, megabytes, 'good'))
await compare(`${count} of ${megabytes} MB`, large)
const tiny = folder('many-tiny', count * 10, (path) => {
  writeFileSync(
    path,
    `${readFileSync(`${large}0.csv`, 'utf8')
      .split('\n')
      .slice(0, TINY_ROWS + 1)
      .join('\n')}\n`,
  )
})
await compare(`${count * 10} of ${TINY_ROWS} rows`, tiny)
