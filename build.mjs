// Builds dist/: the command line, the library for Node, the library for browsers, the declarations, the notices of what is bundled.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, transform } from 'esbuild'

const root = fileURLToPath(new URL('.', import.meta.url))
// Built beside its place, so that a process that runs from dist/ never finds half of it.
const out = `dist-${process.pid}`
const run = promisify(execFile)

const shared = {
  absWorkingDir: root,
  outdir: out,
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
}

/** Commander would start a command that is a program of its own. Ours are not, and loading the means costs 4 ms. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'without' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'without' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** cosmiconfig could run programs that it finds. Only its reader of YAML is used: what runs them is left out. */
const withoutLoaders = {
  name: 'without-loaders',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(typescript|import-fresh|parse-json)$/ }, ({ path }) => ({ path, namespace: 'no-loader' }))
    onLoad({ filter: /.*/, namespace: 'no-loader' }, () => ({ contents: 'module.exports = () => { throw new Error("not bundled") }' }))
  },
}

/** Split as ES modules, which is the form that can be split, then written as CommonJS, which is the form that bin/load.js can cache. */
async function buildCommandLine() {
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: ['src/cli/main.ts', 'src/node/isolatedWorker.ts'],
    platform: 'node',
    chunkNames: 'cli/[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': 'moduleUrl' },
    plugins: [withoutChildProcess, withoutLoaders],
    write: false,
  })
  for (const { path, text } of outputFiles) {
    const options = {
      format: 'cjs',
      platform: 'node',
      target: shared.target,
      supported: { 'dynamic-import': false },
      minifyWhitespace: true,
    }
    const { code } = await transform(text, options)
    const url = code.includes('moduleUrl') ? "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" : ''
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, url + toAscii(withOwnGetters(code)))
  }
  return metafile
}

/**
 * esbuild gives out a copy of a file's exports whose getters are all one function that looks its name up: V8 cannot see through it, and pays
 * for every use of what another file exports, up to a tenth of the time of a damaged file. Given out themselves, they cost nothing.
 */
const withOwnGetters = (code) =>
  code.replace(/module\.exports=__toCommonJS\(([\w$]+)\);/, 'module.exports=__defProp($1,"__esModule",{value:true});')

/** What is left beyond ASCII stands in templates and patterns, where an escape means the same; V8 then keeps one byte a character. */
const toAscii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

async function buildLibrary(entries, platform, folder) {
  // Packages with a door for each runtime: the portable code takes that of browsers, which needs nothing of Node.
  const doors = platform === 'neutral' ? { mainFields: ['module', 'main'], conditions: ['browser'] } : {}
  const { metafile } = await build({ ...shared, ...doors, entryPoints: entries, platform, chunkNames: `${folder}/[name]-[hash]` })
  return metafile
}

const buildTypes = () =>
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${out}/types`], { cwd: root })

/** The licences of the packages whose code is in the bundles. */
async function writeNotices(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs))
  const folders = new Set(inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []))
  const notices = []
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
    const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} has no licence file`)
    notices.push(`${name} ${version} (${license})\n\n${await readFile(join(root, folder, file), 'utf8')}`)
  }
  await writeFile(join(root, out, 'THIRD-PARTY.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`))
}

/** What is compiled beforehand for who runs Node 20: the first makes the file that every run begins with, the others add what they load. */
const WARM_UPS = [
  [
    'validate',
    'fixtures/valid/semicolon-crlf/data.csv',
    'fixtures/cells/scattered-faults/data.csv',
    '--schema',
    'subventions',
    '--offline',
  ],
  ['convert', 'fixtures/cells/scattered-faults/data.csv', '--schema', 'subventions', '--offline', '--out', '-'],
  ['validate', 'fixtures/cells/scattered-faults/data.csv', '--schema', 'subventions', '--offline', '--report', 'json'],
]

/** Runs what was built, and keeps what V8 compiled for that. */
async function writeCodeCache() {
  const script = `
    const { writeFileSync } = require('node:fs')
    const { load, loaded, scripts } = require('./bin/load.js')
    const [folder, kept, ...args] = process.argv.slice(1)
    load(folder, 'main.cjs').main(args).then(() => {
      process.exitCode = 0
      writeFileSync(kept, JSON.stringify([...loaded.keys()]))
      for (const [file, script] of scripts) writeFileSync(file + '.cache', script.createCachedData())
    })`
  const folder = `${join(root, out, 'cli')}/`
  const names = `${folder}loaded.json`
  const warmUp = (args) => run(process.execPath, ['--eval', script, '--', folder, names, ...args], { cwd: root })
  await warmUp(WARM_UPS[0])
  const { HEAD, START, TAIL } = createRequire(import.meta.url)('./bin/load.js')
  const parts = []
  for (const name of JSON.parse(await readFile(names, 'utf8'))) {
    parts.push(`${JSON.stringify(name)}:${HEAD.slice(1)}${await readFile(folder + name, 'latin1')}${TAIL.slice(0, -1)}`)
    await rm(`${folder}${name}.cache`, { force: true })
  }
  await writeFile(folder + START, `({${parts.join(',\n')}})`)
  for (const args of WARM_UPS) await warmUp(args)
  await rm(names)
}

/** So that `npx scdl` in a clone runs this clone at once: npm links the commands of other packages only, and would ask to install this one. */
async function linkCommands() {
  const { bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  for (const [name, file] of Object.entries(bin)) {
    const link = join(root, 'node_modules/.bin', name)
    await rm(link, { force: true })
    await symlink(join('../..', file), link)
  }
}

try {
  const metafiles = await Promise.all([
    buildCommandLine(),
    buildLibrary(['src/node.ts', 'src/node/isolatedWorker.ts'], 'node', 'node'),
    buildLibrary(['src/index.ts'], 'neutral', 'portable'),
    buildTypes(),
  ])
  await writeNotices(metafiles.slice(0, 3))
  const schemas = ['report.schema.json', 'inspection.schema.json', 'configuration.schema.json']
  for (const name of schemas) await copyFile(join(root, 'src', name), join(root, out, name))
  await writeCodeCache()
  await rm(join(root, 'dist'), { recursive: true, force: true })
  await rename(join(root, out), join(root, 'dist'))
  // Elsewhere commands are not links.
  if (process.platform !== 'win32') await linkCommands()
} finally {
  await rm(join(root, out), { recursive: true, force: true })
}
