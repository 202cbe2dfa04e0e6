// One run over many files, by one thread and by several, in alternated pairs: wall-clock seconds (the machine has to be quiet), CPU seconds,
// and the highest resident memory of the process with its threads.
//   node manyFiles.mjs [pairs] [files] [megabytes each]      (after `npm ci` in the folder above)
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const [pairs = 5, count = 1000, megabytes = 1] = process.argv.slice(2).map(Number)
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

async function run(path, jobs) {
  const usage = here('./data/usage.json')
  const args = [
    '--import',
    here('./measure.mjs'),
    here('../bin/scdl.js'),
    'validate',
    path,
    '--schema',
    SCHEMA,
    '--jobs',
    String(jobs),
    '--quiet',
  ]
  const began = performance.now()
  const code = await new Promise((ended) => {
    spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, CI: 'true', BENCH_USAGE: usage } }).on('close', ended)
  })
  const wall = (performance.now() - began) / 1000
  if (code !== 0) throw new Error(`exit code ${code}`)
  return { wall, ...JSON.parse(readFileSync(usage, 'utf8')) }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function compare(title, path) {
  const [one, two] = [[], []]
  for (let i = 0; i < pairs; i++) {
    one.push(await run(path, 1))
    two.push(await run(path, 2))
  }
  const ratio = median(one.map(({ wall }, i) => wall / two[i].wall))
  for (const [name, runs] of [
    ['--jobs 1', one],
    ['--jobs 2', two],
  ]) {
    const of = (key) => median(runs.map((each) => each[key]))
    const gain = name === '--jobs 1' ? '1.00' : ratio.toFixed(2)
    console.log(
      `| ${title} | ${name} | ${of('wall').toFixed(2)} | ${gain} | ${of('seconds').toFixed(2)} | ${Math.round(of('megabytes'))} |`,
    )
  }
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}, ${pairs} pairs\n`)
console.log('| files | | wall s | times as fast | CPU s | peak MB |\n|---|---|---|---|---|---|')
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
