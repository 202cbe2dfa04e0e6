// Times readers of workbooks in alternated rounds: CPU seconds (user + system), medians, ratios, peak memory.
//   node workbooks.mjs [rounds] [rows]      (after `npm ci` here and in the folder above)
// Peers in Python are Debian's packages python3-openpyxl and xlsx2csv, where they are installed.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bundleReader } from './workbooks/bundleReader.mjs'
import { csv } from './workbooks/csv.mjs'
import { measure } from './workbooks/measure.mjs'
import { odsParts } from './workbooks/ods.mjs'
import { installedPeers, PEERS } from './workbooks/peers.mjs'
import { SCHEMA } from './workbooks/table.mjs'
import { writeZip } from './workbooks/writeZip.mjs'
import { xlsxParts } from './workbooks/xlsx.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
const rows = Number(process.argv[3] ?? 100_000)
const many = rows * 5

/** Files are made once. */
async function table(name, write) {
  const file = here(`./data/${name}`)
  if (!existsSync(file)) await write(file)
  return file
}
const workbook = (name, parts) => table(name, (file) => writeZip(file, parts()))

mkdirSync(here('./data'), { recursive: true })
const reader = await bundleReader()
const validate = (file) => {
  const report = `json=${here('./data/report.json')}`
  return [process.execPath, [here('../bin/scdl.js'), 'validate', file, '--schema', fileURLToPath(SCHEMA), '--report', report, '--quiet']]
}
const scdl = { 'scdl, reading': (file) => [process.execPath, [reader, file]], 'scdl validate': validate }

const installed = installedPeers()
const peers = (format) => installed.filter((name) => PEERS[name].reads.includes(format)).map((name) => [name, PEERS[name].command])
const tables = [
  {
    title: 'XLSX, shared texts',
    count: rows,
    file: await workbook(`table-${rows}-shared.xlsx`, () => xlsxParts(rows, { inline: false })),
    programs: [...Object.entries(scdl), ...peers('xlsx')],
  },
  {
    title: 'XLSX, texts in their cells',
    count: rows,
    file: await workbook(`table-${rows}-inline.xlsx`, () => xlsxParts(rows, { inline: true })),
    programs: [...Object.entries(scdl), ...peers('xlsx').filter(([name]) => name === 'SheetJS')],
  },
  {
    title: 'ODS',
    count: rows,
    file: await workbook(`table-${rows}.ods`, () => odsParts(rows)),
    programs: [...Object.entries(scdl), ...peers('ods')],
  },
  {
    title: 'XLSX, shared texts',
    count: many,
    file: await workbook(`table-${many}-shared.xlsx`, () => xlsxParts(many, { inline: false })),
    programs: Object.entries(scdl),
  },
  {
    title: 'CSV, to compare',
    count: rows,
    file: await table(`table-${rows}.csv`, (file) => writeFileSync(file, [...csv(rows)].join(''))),
    programs: [['scdl validate', validate]],
  },
]

const samples = tables.map(({ programs }) => new Map(programs.map(([name]) => [name, []])))
for (let round = 0; round < rounds; round++) {
  for (const [i, { title, count, file, programs }] of tables.entries()) {
    for (const [name, command] of programs) {
      const sample = measure(command(file))
      console.error(`${round + 1}/${rounds} ${title}, ${count}: ${name} ${sample ? `${sample.seconds.toFixed(2)} s` : 'failed'}`)
      if (sample) samples[i].get(name).push(sample)
    }
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${rounds} rounds`)
for (const [i, { title, count, file }] of tables.entries()) {
  const [[first, { length }]] = samples[i]
  const of = (name, key) => median(samples[i].get(name).map((sample) => sample[key]))
  console.log(`\n${title}: ${count} rows × 20 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB\n`)
  console.log(`| program | CPU s | over ${first} | peak MB |\n|---|---|---|---|`)
  for (const [name, found] of samples[i]) {
    if (found.length < length) {
      console.log(`| ${name} | failed | | |`)
      continue
    }
    const seconds = of(name, 'seconds')
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${(seconds / of(first, 'seconds')).toFixed(1)} | ${Math.round(of(name, 'megabytes'))} |`,
    )
  }
}
