// Runs under a configuration: which files, which schema, what counts; scdl init and scdl config.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { type Outcome, scdl } from './run.js'

const root = temporaryFolder()
const good = readFileSync(new URL('../../fixtures/valid/semicolon-crlf/data.csv', import.meta.url), 'utf8')
const bad = good.replace(';1850.50;', ';mille;')
const SIREN = '219509999'

const schema = '{ "fields": [{ "name": "nom" }, { "name": "âge", "type": "integer" }] }'

/** Spaces that hold words together, as other spaces. */
const plain = ({ code, stdout, stderr }: Outcome): Outcome => ({
  code,
  stdout: stdout.replaceAll('\u00a0', ' '),
  stderr: stderr.replaceAll('\u00a0', ' '),
})

function folderWith(files: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(root.path, 'case-'))
  for (const [name, text] of Object.entries(files)) root.write(join(path.slice(root.path.length), name), text)
  return {
    path,
    run: async (...args: string[]): Promise<Outcome> => plain(await scdl(args, { cwd: path })),
    read: (name: string): string => readFileSync(join(path, name), 'utf8'),
    write: (name: string, text: string): void => writeFileSync(join(path, name), text),
    has: (name: string): boolean => existsSync(join(path, name)),
  }
}

const json = (value: unknown): string => JSON.stringify(value)
const forSubventions = (more: object = {}, entry: object = {}): string =>
  json({ files: [{ match: 'data/{siren}/subventions*.csv', schema: 'subventions@2.1.1', ...entry }], ...more })

interface Checked {
  files: { source: string; verdict: string; schema: { name: string; version: string }; counts: { code: string; count: number }[] }[]
}
const reportOf = ({ stdout }: Outcome): Checked => JSON.parse(stdout) as Checked
const sources = (outcome: Outcome): string[] => reportOf(outcome).files.map(({ source }) => source)

describe('scdl validate without arguments', () => {
  test('checks what the configuration names, from wherever below it', async () => {
    const folder = folderWith({
      'scdl.config.json': forSubventions(),
      [`data/${SIREN}/subventions-2023.csv`]: good,
      [`data/${SIREN}/subventions-2024.csv`]: good,
      'notes.txt': 'rien',
    })
    const outcome = await folder.run('validate', '--report', 'json')
    expect(sources(outcome)).toEqual([`data/${SIREN}/subventions-2023.csv`, `data/${SIREN}/subventions-2024.csv`])
    expect(outcome.code).toBe(0)
    expect(outcome.stderr).toContain('notes.txt')
    const below = await scdl(['validate', '--report', 'json'], { cwd: join(folder.path, 'data') })
    expect(sources(below)).toEqual([`${SIREN}/subventions-2023.csv`, `${SIREN}/subventions-2024.csv`])
  })

  test('without a configuration, or with one that names nothing, is a request that cannot be carried out', async () => {
    const none = await folderWith({ 'a.csv': good }).run('validate')
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toContain('scdl init')
    expect(await folderWith({ 'scdl.config.json': '{}' }).run('validate')).toMatchObject({ code: 2 })
    const absent = await folderWith({ 'scdl.config.json': forSubventions() }).run('validate')
    expect(absent.code).toBe(2)
    expect(absent.stderr).toContain('data/{siren}/subventions*.csv')
  })

  test.each([
    ['error', 2],
    ['warning', 0],
    ['ignore', 0],
  ])('a table that nothing names, under unmatched: %s', async (unmatched, code) => {
    const folder = folderWith({
      'scdl.config.json': forSubventions({ unmatched }),
      [`data/${SIREN}/subventions.csv`]: good,
      'oubli.csv': 'a',
    })
    const outcome = await folder.run('validate', '-q')
    expect(outcome.code).toBe(code)
    expect(outcome.stderr.includes('oubli.csv')).toBe(unmatched !== 'ignore')
  })
})

describe('entries', () => {
  test('the first that matches counts, each with its schema and how it is read', async () => {
    const folder = folderWith({
      'scdl.config.yaml': `files:
  - { match: 'x/a*.csv', schema: schemas/ages.json, delimiter: '|', encoding: windows-1252 }
  - { match: 'x/*.csv', schema: subventions }
`,
      'schemas/ages.json': schema,
      'x/a1.csv': 'nom|age\nÉmile|3\n',
      'x/b.csv': good,
    })
    const { files } = reportOf(await folder.run('validate', 'x', '--report', 'json'))
    expect(files.map((file) => file.schema.name)).toEqual(['./schemas/ages.json', 'scdl/subventions'])
  })

  test('--schema stands above them; --no-config leaves them out; --config names another', async () => {
    const folder = folderWith({
      'scdl.config.json': forSubventions(),
      'other.json': json({ files: [{ match: '**/*.csv', schema: 'ages.json' }], lang: 'en' }),
      'ages.json': schema,
      [`data/${SIREN}/subventions.csv`]: 'nom,âge\nZoé,5\n',
    })
    const file = `data/${SIREN}/subventions.csv`
    expect(await folder.run('validate', file)).toMatchObject({ code: 1 })
    expect(await folder.run('validate', file, '--schema', './ages.json')).toMatchObject({ code: 0 })
    expect(await folder.run('validate', '--config', 'other.json', '-q')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('conforms to'),
    })
    expect(await folder.run('validate', '--no-config')).toMatchObject({ code: 2 })
    expect(await folder.run('validate', '--config', 'absent.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('absent.json'),
    })
  })

  test('a file that is named and matches nothing is an error; one found in a folder a warning', async () => {
    const folder = folderWith({ 'scdl.config.json': forSubventions(), [`data/${SIREN}/subventions.csv`]: good, 'data/autre.csv': 'a' })
    expect(await folder.run('validate', 'data/autre.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('data/autre.csv') })
    expect(await folder.run('validate', 'data', '-q')).toMatchObject({ code: 0, stderr: expect.stringContaining('data/autre.csv') })
  })

  test('what a folder is named after is expected of its files', async () => {
    const folder = folderWith({
      'scdl.config.json': forSubventions({}, { expect: { idAttribuant: '{siren}*' } }),
      [`data/${SIREN}/subventions.csv`]: good,
      'data/213105554/subventions.csv': good,
    })
    const outcome = await folder.run('validate', '--report', 'json')
    expect(outcome.code).toBe(1)
    expect(reportOf(outcome).files.map(({ counts }) => counts.find(({ code }) => code === 'cell/expected')?.count ?? 0)).toEqual([6, 0])
    const { stdout } = await folder.run('validate')
    expect(stdout).toContain('« 213105554 »')
  })

  test('an expectation of a field that the schema lacks names the nearest', async () => {
    const folder = folderWith({
      'scdl.config.json': forSubventions({}, { expect: { idAttribuan: 'x' } }),
      [`data/${SIREN}/subventions.csv`]: good,
    })
    expect(await folder.run('validate')).toMatchObject({ code: 2, stderr: expect.stringContaining('« idAttribuant »') })
  })
})

describe('settings', () => {
  const file = `data/${SIREN}/subventions.csv`

  test('rules change what a code is worth, and options stand above them', async () => {
    const folder = folderWith({ 'scdl.config.json': forSubventions({ rules: { 'cell/type': 'warning' } }), [file]: bad })
    expect(await folder.run('validate', '-q')).toMatchObject({ code: 0 })
    expect(await folder.run('validate', '-q', '--rule', 'cell/type=error')).toMatchObject({ code: 1 })
    expect(await folder.run('validate', '-q', '--fail-on', 'cell/type')).toMatchObject({ code: 1 })
    expect(await folder.run('validate', '--rule', 'cell/typ=off')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('« cell/type »'),
    })
    expect(await folder.run('validate', '--rule', 'cell/type=offf')).toMatchObject({ code: 2, stderr: expect.stringContaining('« off »') })
    expect(await folder.run('validate', '--rule', 'cell/type')).toMatchObject({ code: 2 })
  })

  test('reports are written from its own folder, the language is its own', async () => {
    const folder = folderWith({ 'scdl.config.json': forSubventions({ report: ['json=out.json', 'human'], lang: 'en' }), [file]: good })
    const { stdout, code } = await scdl(['validate', '-q'], { cwd: join(folder.path, 'data') })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('conforms to') })
    expect(JSON.parse(folder.read('out.json'))).toMatchObject({ valid: true })
    const french = await scdl(['validate', '-q'], { cwd: folder.path, env: { SCDL_LANG: 'fr' } })
    expect(french.stdout).toContain('conforme')
  })

  test('a fault of it is told with its line and the nearest key, whatever its language', async () => {
    const folder = folderWith({ 'scdl.config.json': '{\n  "files": [{ "match": "*",\n    "shema": "x" }]\n}' })
    const { code, stderr } = await folder.run('validate')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'scdl : La configuration « scdl.config.json », ligne 3 (files[0].shema) : « shema » inconnu, vouliez-vous « schema » ?\n',
    )
    expect((await folder.run('validate', '--lang', 'en')).stderr).toContain('did you mean “schema”?')
    expect(await folder.run('--help')).toMatchObject({ code: 0 })
  })

  test('a total by folder', async () => {
    const folder = folderWith({
      'scdl.config.json': forSubventions({ groupBy: 'folder' }),
      'data/111111111/subventions.csv': bad,
      'data/222222222/subventions-1.csv': good,
      'data/222222222/subventions-2.csv': bad,
    })
    const { stdout } = await folder.run('validate', '-q')
    expect(stdout).toContain('data/111111111 : 1 fichier, 0 conforme et 1 non conforme (1 erreur)')
    expect(stdout).toContain('data/222222222 : 2 fichiers, 1 conforme et 1 non conforme (1 erreur)')
    const markdown = await folder.run('validate', '--report', 'markdown')
    expect(markdown.stdout).toMatch(/\| `data\/222222222` \| 1 \/ 2 \| 1 \| 0 \|/)
    const plain = await folder.run('validate', '--no-config', 'data', '--schema', 'subventions', '-q')
    expect(plain.stdout).not.toContain('2 fichiers, ')
    expect(await folder.run('validate', '--group-by', 'dossier')).toMatchObject({ code: 2 })
  })

  test('programs beside the data are not run', async () => {
    const folder = folderWith({ '.scdlrc': 'lang: en' })
    const mark = `require('node:fs').writeFileSync(${json(join(folder.path, 'executed'))}, '')`
    for (const name of ['scdl.config.js', 'scdl.config.cjs', '.scdlrc.js', '.config/config.js', '.config/config.cjs', 'evil.js']) {
      root.write(join(folder.path.slice(root.path.length), name), mark)
    }
    folder.write('package.json', json({ cosmiconfig: { searchPlaces: ['evil.js'] }, scdl: { lang: 'fr' } }))
    expect((await folder.run('config')).stdout).toContain('lang = en')
    expect(folder.has('executed')).toBe(false)
  })
})

describe('known faults', () => {
  const file = `data/${SIREN}/subventions.csv`
  const known = (folder: { read(name: string): string }) =>
    (JSON.parse(folder.read('scdl.baseline.json')) as { files: Record<string, { count: number; until?: string; reason?: string }[]> }).files

  test('only new faults fail', async () => {
    const folder = folderWith({ 'scdl.config.json': forSubventions({ baseline: 'scdl.baseline.json' }), [file]: bad })
    expect(await folder.run('validate')).toMatchObject({ code: 2, stderr: expect.stringContaining('--update-baseline') })
    expect(await folder.run('validate', '--update-baseline')).toMatchObject({ code: 0 })
    const written = folder.read('scdl.baseline.json')
    expect(known(folder)).toEqual({ [file]: [{ code: 'cell/type', field: 'montant', value: 'mille', count: 1 }] })

    const again = await folder.run('validate', '--report', 'json', '--report', 'json=r.json')
    expect(again.code).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({
      valid: true,
      stats: { errors: 0 },
      files: [{ counts: [], known: { findings: 1, diagnostics: [{ code: 'cell/type', row: 2, cell: 'mille' }] } }],
    })
    expect((await folder.run('validate')).stdout).toContain('1 faute déjà connue')

    folder.write(file, bad.replace('DEL-2024-010;', ';').replace(/;oui;|;non;/, ';peut-être;'))
    const worse = await folder.run('validate', '--report', 'json')
    expect(worse.code).toBe(1)
    expect(JSON.parse(worse.stdout)).toMatchObject({ files: [{ known: { findings: 1 } }] })
    expect(folder.read('scdl.baseline.json')).toBe(written)
  })

  test('the same fault once more is a new one', async () => {
    const folder = folderWith({ 'a.csv': 'nom,âge\na,x\nb,x\n', 'ages.json': schema })
    const args = ['validate', 'a.csv', '--schema', './ages.json', '--baseline', 'scdl.baseline.json']
    await folder.run(...args, '--update-baseline')
    folder.write('a.csv', 'nom,âge\na,x\nb,x\nc,x\n')
    const { stdout, code } = await folder.run(...args, '--report', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ stats: { errors: 1 }, files: [{ stats: { invalidCells: 1 }, known: { findings: 2 } }] })
  })

  test('what was accepted for a time fails when it is over, and keeps its reason', async () => {
    const folder = folderWith({ 'a.csv': 'nom,âge\na,x\nb,y\n', 'ages.json': schema })
    const args = ['validate', 'a.csv', '--schema', './ages.json', '--baseline', 'scdl.baseline.json', '-q']
    await folder.run(...args, '--update-baseline')
    const text = folder
      .read('scdl.baseline.json')
      .replace('"value":"x","count":1', '"value":"x","count":1,"reason":"en cours","until":"2020-01-31"')
      .replace('"value":"y","count":1', '"value":"y","count":1,"reason":"accepté","until":"2999-01-31"')
    folder.write('scdl.baseline.json', text)
    const over = await folder.run(...args)
    expect(over.code).toBe(1)
    expect(over.stderr).toContain('2020-01-31')
    expect(await folder.run(...args, '--update-baseline')).toMatchObject({ code: 1 })
    expect(folder.read('scdl.baseline.json')).toBe(text)
  })

  test('what is gone is told, and taken off by an update; other files stay as they are', async () => {
    const folder = folderWith({ 'a.csv': 'nom,âge\na,x\n', 'b.csv': 'nom,âge\na,x\n', 'ages.json': schema })
    const args = (...files: string[]) => ['validate', ...files, '--schema', './ages.json', '--baseline', 'scdl.baseline.json', '-q']
    await folder.run(...args('a.csv', 'b.csv'), '--update-baseline')
    folder.write('a.csv', 'nom,âge\na,1\n')
    const gone = await folder.run(...args('a.csv'))
    expect(gone.code).toBe(0)
    expect(gone.stderr).toContain('a.csv')
    await folder.run(...args('a.csv'), '--update-baseline')
    expect(Object.keys(known(folder))).toEqual(['b.csv'])
  })

  test('faults of the header and of rows are known too', async () => {
    const folder = folderWith({
      'a.csv': 'nom,x\na,1\n\n"b",2,3\nc\n',
      'ages.json': schema.replace('"integer"', '"integer", "constraints": { "required": true }'),
    })
    const args = ['validate', 'a.csv', '--schema', './ages.json', '--baseline', 'scdl.baseline.json', '-q']
    expect(await folder.run(...args.slice(0, 4), '-q')).toMatchObject({ code: 1 })
    expect(await folder.run(...args, '--update-baseline', '--fail-on', 'warning')).toMatchObject({ code: 0 })
    expect(await folder.run(...args, '--fail-on', 'warning')).toMatchObject({ code: 0 })
  })

  test.each([
    ['no file for them', ['--update-baseline'], '--baseline'],
    ['a file that is none', ['--baseline', 'ages.json'], 'ages.json'],
  ])('%s', async (_, more, said) => {
    const folder = folderWith({ 'a.csv': 'nom,âge\n', 'ages.json': schema })
    const { code, stderr } = await folder.run('validate', 'a.csv', '--schema', './ages.json', ...more)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) })
  })
})

describe('scdl init', () => {
  const tables = {
    [`data/${SIREN}/subventions-2023.csv`]: good,
    [`data/${SIREN}/subventions-2024.csv`]: good,
    'data/autre.csv': 'a,b\n1,2\n',
  }

  test('writes what it recognises, with versions, and scdl validate then checks it', async () => {
    const folder = folderWith(tables)
    const { code, stdout } = await folder.run('init')
    expect(code).toBe(0)
    expect(stdout).toContain('data/autre.csv')
    expect(JSON.parse(folder.read('scdl.config.json'))).toEqual({
      files: [{ match: 'data/{siren}/subventions-*.csv', schema: 'subventions@2.1.1', expect: { idAttribuant: '{siren}*' } }],
      unmatched: 'warning',
    })
    expect(await folder.run('validate', '-q')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 conformes') })
  })

  test('of another folder, says how to name its configuration', async () => {
    const folder = folderWith(tables)
    const { stdout } = await folder.run('init', 'data')
    const [, told = ''] = /: scdl (validate .*)$/m.exec(stdout) ?? []
    expect(told.split(' ')).toEqual(['validate', '--config', join('data', 'scdl.config.json')])
    expect(await folder.run(...told.split(' '), '-q')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 conformes') })
  })

  test('never replaces a configuration unless told to, of whatever form', async () => {
    const folder = folderWith({ ...tables, 'scdl.config.json': '{}' })
    expect(await folder.run('init', '--yes')).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(folder.read('scdl.config.json')).toBe('{}')
    expect(await folder.run('init', '--force')).toMatchObject({ code: 0 })
    expect(folder.read('scdl.config.json')).toContain('subventions@2.1.1')
    const other = folderWith({ ...tables, '.scdlrc': '{}' })
    expect(await other.run('init')).toMatchObject({ code: 2, stderr: expect.stringContaining('.scdlrc') })
  })

  test('shows it without writing', async () => {
    const folder = folderWith(tables)
    const { code, stdout } = await folder.run('init', '--dry-run', '--quiet')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ schema: 'subventions@2.1.1' }] })
    expect(folder.has('scdl.config.json')).toBe(false)
  })

  test('expects nothing that is not so', async () => {
    const folder = folderWith({ 'data/213105554/subventions.csv': good })
    await folder.run('init', '-q')
    expect(JSON.parse(folder.read('scdl.config.json'))).toEqual({
      files: [{ match: 'data/{siren}/subventions.csv', schema: 'subventions@2.1.1' }],
      unmatched: 'error',
    })
  })

  test('has nothing to propose for tables that it does not recognise, or that are not there', async () => {
    expect(await folderWith({ 'a.csv': 'x,y\n1,2\n' }).run('init')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('schemas search'),
    })
    expect(await folderWith({ 'a.md': '' }).run('init')).toMatchObject({ code: 2 })
    expect(await folderWith({}).run('init', 'absent')).toMatchObject({ code: 2 })
  })
})

describe('scdl config', () => {
  test('tells what is in force and where from', async () => {
    const folder = folderWith({ 'scdl.config.json': forSubventions({ hints: false }, { expect: { idAttribuant: '{siren}*' } }) })
    const outcome = await scdl(['config', '--json', '--lang', 'fr', `data/${SIREN}/subventions.csv`, 'x.csv'], {
      cwd: folder.path,
      env: { SCDL_REGISTRY: 'https://example.org' },
    })
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      path: 'scdl.config.json',
      settings: {
        hints: { value: false, from: 'configuration' },
        lang: { value: 'fr', from: 'option' },
        registry: { value: 'https://example.org', from: 'environment' },
        maxDiagnostics: { value: 1000, from: 'default' },
      },
      sources: [{ schema: 'subventions@2.1.1', expect: { idAttribuant: `${SIREN}*` } }, { source: 'x.csv' }],
    })
    const { stdout } = await folder.run('config')
    expect(stdout).toContain('hints = false  (configuration)')
    expect((await folder.run('config', '-q')).stdout).not.toContain('maxDiagnostics')
  })

  test('where there is none', async () => {
    expect(await folderWith({}).run('config')).toMatchObject({ code: 0, stdout: expect.stringContaining('Aucune configuration') })
  })
})
