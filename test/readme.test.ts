// What README.md shows is run: its commands and examples as they stand, compared with the output that it shows; and its links lead somewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bin, scdl } from './cli/run.js'
import { temporaryFolder } from './node/temporaryFolder.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const readText = (path: string): string => readFileSync(join(root, path), 'utf8')
const readme = readText('README.md')

interface Block {
  /** `sh`, or `js node`. */
  language: string
  text: string
}

const blocksIn = (page: string): Block[] =>
  [...page.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
const blocks = blocksIn(readme)
const blocksOf = (language: string, among = blocks): string[] => among.flatMap((block) => (block.language === language ? [block.text] : []))
/** Pages that took over what README.md shows of its subjects. */
const convertPage = readText('docs/convert.md')
const reportersPage = readText('docs/reporters.md')
const libraryPage = readText('docs/library.md')
const afterBlock = (text: string, among = blocks): string => among[among.findIndex((block) => block.text === text) + 1]?.text ?? ''
const trimLines = (text: string): string => text.replace(/[ \t]+$/gm, '')

/** What the commands find around them: the files that they name, the fixtures, the package. */
const folder = temporaryFolder()
const good = readText('fixtures/valid/semicolon-crlf/data.csv')
for (const name of ['mes-subventions.csv', 'donnees/2023.csv', 'donnees/2024.csv']) folder.write(name, good)
folder.write('schema.json', '{ "fields": [{ "name": "objet", "type": "string" }] }')
folder.write('mes-marches.csv', 'objet\nToiture du gymnase\n')
symlinkSync(join(root, 'fixtures'), join(folder.path, 'fixtures'), 'junction')
mkdirSync(join(folder.path, 'node_modules'))
symlinkSync(root, join(folder.path, 'node_modules/scdl-cli'), 'junction')

/** npm and npx without a network: what they would install is this build. */
const SHELL = `
npm() { case "$*" in ci|test) ;; *) echo "not foreseen: npm $*" >&2; return 9 ;; esac; }
npx() {
  [ "$1" = --yes ] && shift
  case "$1" in
    scdl|scdl-cli|scdl-cli@*) shift; scdl "$@" ;;
    *) echo "not foreseen: npx $*" >&2; return 9 ;;
  esac
}
scdl() { '${process.execPath}' '${bin}' "$@"; }
`
const { NO_COLOR, FORCE_COLOR, SCDL_LANG, ...around } = process.env
/** In continuous integration no registry is asked. */
const environment = { ...around, CI: 'true' }
const runShell = (command: string) => spawnSync('bash', ['-c', SHELL + command], { cwd: folder.path, encoding: 'utf8', env: environment })
const runNode = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', env: environment })

const lines = blocksOf('sh').flatMap((text) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
const jobs = blocksOf('yaml').flatMap((text) => [...text.matchAll(/npx .*/g)].map(([command]) => command))

describe.skipIf(process.platform === 'win32')('commands', () => {
  test.each(lines)('%s', (command) => {
    const { status, stderr } = runShell(command)
    const said = command.includes('--annotate') ? expect.stringContaining('a-corriger.xlsx') : ''
    expect({ status, stderr }).toEqual({ status: command.includes('fixtures/readme') ? 1 : 0, stderr: said })
  })

  test.each(jobs)('in continuous integration: %s', (command) => {
    const { status, stderr } = runShell(`${command} --report json=rapport.json`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(readFileSync(join(folder.path, 'rapport.json'), 'utf8'))).toMatchObject({ verdict: 'valid', stats: { files: 2 } })
  })

  test('there are some of each kind', () => {
    expect(lines.length).toBeGreaterThan(5)
    expect(jobs.length).toBe(2)
  })

  test('npm test is a command of the package', () => {
    expect(JSON.parse(readText('package.json')).scripts).toHaveProperty('test')
  })

  test('the main example gives what is shown below it', () => {
    const [command = ''] = blocksOf('sh')
    expect(trimLines(runShell(command).stdout)).toBe(afterBlock(command))
  })

  test('a conversion gives what is shown below it', () => {
    const [command = ''] = blocksOf('sh').filter((text) => text.startsWith('npx scdl convert '))
    expect(trimLines(runShell(`${command.trimEnd()} --force`).stdout)).toBe(afterBlock(command))
    const [, written = ''] = / --out (\S+)/.exec(command) ?? []
    expect(readFileSync(join(folder.path, written), 'utf8')).toBe(readText('fixtures/convert/subventions-2023/converted.csv'))
  })

  test('the conversion of docs/convert.md, which takes values from another table, too', () => {
    const shown = blocksIn(convertPage)
    const [table = ''] = blocksOf('csv', shown)
    const [command = ''] = blocksOf('sh', shown)
    folder.write('annuaire.csv', table)
    const { status, stdout, stderr } = runShell(`${command.trimEnd()} --force`)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: afterBlock(command, shown), stderr: '' })
  })
})

describe('examples', () => {
  test('of the library in Node', () => {
    const [example = ''] = blocksOf('js node')
    const { stdout, stderr } = runNode(folder.write('node.mjs', example))
    expect({ stdout, stderr }).toEqual({ stdout: afterBlock(example), stderr: '' })
  })

  test('of the library in a browser', () => {
    const [example = ''] = blocksOf('js browser', blocksIn(libraryPage))
    folder.write('verifier.mjs', example)
    const page = `
      import { verifier } from './verifier.mjs'
      const file = new File(['nom,année\\n', 'Brest,2024\\n'.repeat(200_000), 'Brest,vingt\\n'], 'communes.csv')
      const { verdict, lignes, phrases } = await verifier(file, { fields: [{ name: 'nom' }, { name: 'année', type: 'year' }] })
      console.log(verdict, lignes, phrases.length)`
    const file = folder.write('page.mjs', page)
    const { stdout, stderr } = runNode('-C', 'browser', file)
    expect({ stdout, stderr }).toEqual({ stdout: 'invalid 200001 1\n', stderr: '' })
  })

  test('of the JSON report', async () => {
    const args = ['validate', 'fixtures/readme/subventions-2024/data.csv', '--schema', 'subventions', '--report', 'json']
    const { stdout } = await scdl(args, { cwd: folder.path })
    const [shown = ''] = blocksOf('json', blocksIn(reportersPage))
    expect(JSON.parse(stdout)).toEqual(like(JSON.parse(shown)))
  })
})

/** An extract: every member that is shown is there with its value, and of lists every item that is shown. */
function like(shown: unknown): unknown {
  if (Array.isArray(shown)) return expect.arrayContaining(shown.map(like))
  if (typeof shown !== 'object' || shown === null) return shown
  return expect.objectContaining(Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, like(value)])))
}

async function optionsOf(command: string): Promise<string[]> {
  const { stdout } = await scdl([command, '--help'])
  return [...stdout.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)].map(([, option = '']) => option).sort()
}

const optionsIn = (page: string): string[] =>
  [...page.matchAll(/^\| (`-.*?) \| /gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    .map(([, option = '']) => option.replaceAll('\\|', '|'))
    .sort()

test('the options are those of --help', async () => expect(optionsIn(readme)).toEqual(await optionsOf('validate')))

test('the options of docs/convert.md are those that convert has of its own', async () => {
  const shared = (await optionsOf('validate')).filter((option) => option !== '--force')
  expect(optionsIn(convertPage)).toEqual((await optionsOf('convert')).filter((option) => !shared.includes(option)))
})

test('every exception of the comparison with Validata is argued in docs/divergences.md', () => {
  const divergences = readText('docs/divergences.md')
  const tests = readdirSync(join(root, 'test/parity')).filter((name) => name.endsWith('.test.ts'))
  const exceptions = tests.flatMap((name) => [...readText(`test/parity/${name}`).matchAll(/^ {2}'([\w/. -]+-\d{3}|\S+ \S+\.csv)':/gm)])
  expect(exceptions.length).toBeGreaterThan(5)
  expect(exceptions.map(([, name = '']) => name).filter((name) => !divergences.includes(`\`${name}\``))).toEqual([])
})

const documents = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
]

test.each(documents.filter((path) => path.endsWith('.md')))('the links of %s lead to files of the repository', (path) => {
  const targets = [...readText(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
  const files = targets.filter((target) => !/^[a-z]+:/.test(target))
  expect(files.filter((target) => !existsSync(resolve(root, dirname(path), target)))).toEqual([])
})
