// Times readers of workbooks in alternated rounds: CPU seconds (user + system), medians, ratios, peak memory. Reading only, every cell.
//   node workbooks.mjs [rounds] [rows]      (after `npm ci` here and in the folder above)
// Beside scdl: SheetJS, read-excel-file where it is installed here, openpyxl (read-only) and xlsx2csv where Python has them.
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { crc32, createDeflateRaw } from 'node:zlib'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const WORDS =
  'association soutien fonctionnement école communale rénovation énergétique équipement sportif fête été théâtre municipal crèche élèves réseau'.split(
    ' ',
  )
const TEXTS = 9
const LABELS = Array.from({ length: 20 }, (_, i) => `colonne_${i + 1}`)
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** Nine columns of texts, half of them hardly ever the same twice, one empty in half of the rows; codes, amounts, dates, a boolean. */
function* tableRows(count) {
  let state = 20221121
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
  const words = (n) => Array.from({ length: n }, () => WORDS[below(WORDS.length)]).join(' ')
  for (let row = 0; row < count; row++) {
    yield [
      `2022-${String(row).padStart(8, '0')}`,
      ...Array.from({ length: TEXTS - 2 }, (_, i) => words(2 + (i % 4))),
      below(2) ? '' : words(4),
      21310101700014 + below(1e6) * 1e5,
      31555,
      below(500),
      ...Array.from({ length: 5 }, () => below(20_000_000) / 100),
      new Date(EPOCH + (44_000 + below(900)) * DAY),
      new Date(EPOCH + (44_000 + below(900)) * DAY),
      below(2) === 1,
    ]
  }
}

const escapeXml = (text) => text.replace(/[<&]/g, (c) => (c === '<' ? '&lt;' : '&amp;'))
const column = (i) => String.fromCharCode(65 + i)

function* xlsxSheet(count, shared) {
  const index = (text) => {
    const known = shared.get(text)
    if (known !== undefined) return known
    shared.set(text, shared.size)
    return shared.size - 1
  }
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:T${count + 1}"/><sheetData>`
  yield `<row r="1">${LABELS.map((label, i) => `<c r="${column(i)}1" t="s"><v>${index(label)}</v></c>`).join('')}</row>`
  let r = 1
  for (const cells of tableRows(count)) {
    r++
    const xml = cells.map((cell, i) => {
      const ref = `r="${column(i)}${r}"`
      if (typeof cell === 'string') return cell === '' ? `<c ${ref} s="1"/>` : `<c ${ref} t="s"><v>${index(cell)}</v></c>`
      if (typeof cell === 'boolean') return `<c ${ref} t="b"><v>${Number(cell)}</v></c>`
      return cell instanceof Date ? `<c ${ref} s="2"><v>${(cell - EPOCH) / DAY}</v></c>` : `<c ${ref}><v>${cell}</v></c>`
    })
    yield `<row r="${r}" spans="1:20">${xml.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function* sharedStrings(shared) {
  yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${shared.size}">`
  for (const text of shared.keys()) yield `<si><t>${escapeXml(text)}</t></si>`
  yield '</sst>'
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function* xlsxParts(count) {
  const shared = new Map()
  yield [
    '[Content_Types].xml',
    [
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    ],
  ]
  yield [
    '_rels/.rels',
    [
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  ]
  yield [
    'xl/workbook.xml',
    [
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  ]
  yield [
    'xl/_rels/workbook.xml.rels',
    [
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
  ]
  yield [
    'xl/styles.xml',
    [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ],
  ]
  yield ['xl/worksheets/sheet1.xml', xlsxSheet(count, shared)]
  yield ['xl/sharedStrings.xml', sharedStrings(shared)]
}

function* odsContent(count) {
  const names = ['office', 'table', 'text', 'style', 'number'].map((name) => {
    const namespace = name === 'number' ? 'datastyle' : name
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${namespace}:1.0"`
  })
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${names.join(' ')} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles/><office:body><office:spreadsheet><table:table table:name="Feuil1"><table:table-column table:number-columns-repeated="20"/>`
  const text = (cell) =>
    `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>${escapeXml(cell)}</text:p></table:table-cell>`
  yield `<table:table-row>${LABELS.map(text).join('')}</table:table-row>`
  for (const cells of tableRows(count)) {
    const xml = cells.map((cell) => {
      if (typeof cell === 'string') return cell === '' ? '<table:table-cell/>' : text(cell)
      if (typeof cell === 'boolean') {
        return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell}" calcext:value-type="boolean"><text:p>${cell ? 'VRAI' : 'FAUX'}</text:p></table:table-cell>`
      }
      if (cell instanceof Date) {
        const [year, month, day] = cell.toISOString().slice(0, 10).split('-')
        return `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="${year}-${month}-${day}" calcext:value-type="date"><text:p>${day}/${month}/${year}</text:p></table:table-cell>`
      }
      return `<table:table-cell office:value-type="float" office:value="${cell}" calcext:value-type="float"><text:p>${String(cell).replace('.', ',')}</text:p></table:table-cell>`
    })
    yield `<table:table-row table:style-name="ro1">${xml.join('')}</table:table-row>`
  }
  yield '<table:table-row table:number-rows-repeated="948575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'
}

function* odsParts(count) {
  yield ['mimetype', ['application/vnd.oasis.opendocument.spreadsheet'], 'stored']
  yield [
    'META-INF/manifest.xml',
    [
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ],
  ]
  yield [
    'styles.xml',
    ['<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:styles/></office:document-styles>'],
  ]
  yield ['content.xml', odsContent(count)]
}

async function writeZip(file, parts) {
  const output = openSync(file, 'w')
  const directory = []
  let offset = 0
  const write = (bytes) => {
    writeSync(output, bytes)
    offset += bytes.length
  }
  for (const [name, pieces, stored] of parts) {
    const from = offset
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(stored ? 0 : 8, 8)
    header.writeUInt16LE(name.length, 26)
    write(Buffer.concat([header, Buffer.from(name)]))
    const begin = offset
    let size = 0
    let crc = 0
    const deflate = stored ? undefined : createDeflateRaw({ level: 6 })
    deflate?.on('data', write)
    let block = ''
    const flush = async () => {
      const bytes = Buffer.from(block)
      block = ''
      size += bytes.length
      crc = crc32(bytes, crc)
      if (deflate === undefined) write(bytes)
      else await new Promise((done) => deflate.write(bytes, done))
    }
    for (const piece of pieces) {
      block += piece
      if (block.length > 1 << 20) await flush()
    }
    await flush()
    if (deflate !== undefined) await new Promise((done) => deflate.on('end', done).end())
    for (const [value, at] of [
      [crc, 14],
      [offset - begin, 18],
      [size, 22],
    ])
      header.writeUInt32LE(value, at)
    writeSync(output, header, 0, 30, from)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(20, 4)
    header.copy(entry, 6, 4, 28)
    entry.writeUInt32LE(from, 42)
    directory.push(Buffer.concat([entry, Buffer.from(name)]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  write(Buffer.concat([list, end]))
  closeSync(output)
}

async function workbook(kind, rows) {
  const file = here(`./data/table-${rows}.${kind}`)
  if (!existsSync(file)) await writeZip(file, kind === 'xlsx' ? xlsxParts(rows) : odsParts(rows))
  return file
}

/** A bundle of the readers alone, as small as what the command line loads. */
async function bundleReader() {
  const { build } = await import('../node_modules/esbuild/lib/main.js')
  const outfile = here('./data/readWorkbook.mjs')
  await build({
    stdin: {
      resolveDir: here('../src'),
      contents: `import { DEFAULT_LIMITS } from './core/format.js'
        import { openTable } from './formats/index.js'
        import { fileSource } from './node/fileSource.js'
        import { nodePlatform } from './node/platform.js'
        const opened = await openTable(await fileSource(process.argv[2]), nodePlatform, { limits: DEFAULT_LIMITS })
        let rows = 0
        let bytes = 0
        for await (const batch of opened.sheets[0].batches((...found) => console.error(...found))) {
          rows += batch.rows
          for (let i = 0; i < batch.first[batch.rows]; i++) bytes += batch.end[i] - batch.start[i]
        }
        console.log(rows, bytes)`,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'error',
  })
  return outfile
}

const write = (name, contents) => {
  writeFileSync(here(`./data/${name}`), contents)
  return here(`./data/${name}`)
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

async function main() {
  const rounds = Number(process.argv[2] ?? 3)
  const rows = Number(process.argv[3] ?? 100_000)
  mkdirSync(here('./data'), { recursive: true })
  const usage = here('./data/usage.json')
  const reader = await bundleReader()
  const sheetJs = write(
    'sheetJs.mjs',
    `import { readFileSync } from 'node:fs'\nimport { createRequire } from 'node:module'\nconst XLSX = createRequire(${JSON.stringify(here('../package.json'))})('xlsx')\nconst book = XLSX.read(readFileSync(process.argv[2]), { dense: true })\nconsole.log(book.Sheets[book.SheetNames[0]]['!data'].length)`,
  )
  const readExcelFile = write(
    'readExcelFile.mjs',
    `import { createRequire } from 'node:module'\nconst read = createRequire(${JSON.stringify(here('./package.json'))})('read-excel-file/node')\nconsole.log((await read(process.argv[2])).length)`,
  )
  const openpyxl =
    'import sys, openpyxl\nprint(sum(1 for row in openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True)))'
  const node = (program) => (file) => [process.execPath, ['--import', here('./measure.mjs'), program, file]]
  const readers = {
    scdl: node(reader),
    SheetJS: node(sheetJs),
    'read-excel-file': node(readExcelFile),
    'openpyxl, read-only': (file) => ['/usr/bin/python3', ['-c', openpyxl, file]],
    xlsx2csv: (file) => ['/usr/bin/xlsx2csv', [file]],
  }
  const isThere = (name) =>
    name === 'scdl' ||
    name === 'SheetJS' ||
    (name === 'read-excel-file' && existsSync(here('./node_modules/read-excel-file'))) ||
    (name === 'xlsx2csv' && existsSync('/usr/bin/xlsx2csv')) ||
    (name.startsWith('openpyxl') && existsSync('/usr/lib/python3/dist-packages/openpyxl'))

  for (const kind of (process.env.BENCH_ONLY ?? 'xlsx|ods').split('|')) {
    const file = await workbook(kind, rows)
    const names = Object.keys(readers).filter((name) => isThere(name) && (kind === 'xlsx' || name === 'scdl' || name === 'SheetJS'))
    const samples = Object.fromEntries(names.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++) {
      for (const name of names) samples[name].push(measure(readers[name](file), usage))
    }
    console.log(`\n${kind}, ${rows} × 20, ${(statSync(file).size / 1e6).toFixed(1)} MB, Node ${process.version}, ${cpus()[0].model}\n`)
    console.log('| reader | CPU s | over scdl | peak MB |\n|---|---|---|---|')
    const seconds = (name) => median(samples[name].map((sample) => sample.seconds))
    for (const name of names) {
      const megabytes = median(samples[name].map((sample) => sample.megabytes))
      console.log(`| ${name} | ${seconds(name).toFixed(2)} | ${(seconds(name) / seconds('scdl')).toFixed(1)} | ${Math.round(megabytes)} |`)
    }
  }
}

/** Programs that are not Node's are measured by the shell's own means. */
function measure([command, args], usage) {
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, BENCH_USAGE: usage }, maxBuffer: 1 << 30 }
  if (command === process.execPath) {
    execFileSync(command, args, options)
    return JSON.parse(readFileSync(usage, 'utf8'))
  }
  const script =
    'import resource,subprocess,sys,json\nsubprocess.run(sys.argv[2:],check=True,stdout=subprocess.DEVNULL)\nu=resource.getrusage(resource.RUSAGE_CHILDREN)\njson.dump({"seconds":u.ru_utime+u.ru_stime,"megabytes":u.ru_maxrss/1024},open(sys.argv[1],"w"))'
  execFileSync('/usr/bin/python3', ['-c', script, usage, command, ...args], options)
  return JSON.parse(readFileSync(usage, 'utf8'))
}

await main()
