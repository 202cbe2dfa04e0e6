// One run over many files: by one thread or several, on one machine or on several, the same report.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, readFileSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin, scdl } from './run.js'

const folder = temporaryFolder()
const cwd = folder.path
const LABELS = 'nomAttribuant;idAttribuant;objet;montant;dateConvention'
const row = (i: number): string =>
  `Commune ${i};${i % 3 === 0 ? '2,43E+13' : '21950999900013'};${i % 5 === 0 ? '' : 'Fête'};${i},50 €;0${1 + (i % 9)}/02/2024`
/** Many findings in some, none in others: more than the list keeps, and than the spool keeps in memory. */
const tableOf = (rows: number): string => `${LABELS}\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`
const good = readFileSync(fileURLToPath(new URL('../../fixtures/valid/semicolon-crlf/data.csv', import.meta.url)))

beforeAll(() => {
  for (const rows of [0, 1, 2, 30, 700, 1, 400, 12, 3000]) folder.write(`data/f${rows}.csv`, tableOf(rows))
  for (let i = 0; i < 12; i++) folder.write(`data/juste ${i}.csv`, good)
  folder.write('data/sous/dossier/é.csv', tableOf(5))
  folder.write('data/pas un tableau.csv', '%PDF-1.4\n')
})

/** Without what depends on the time. */
const text = (name: string): string =>
  readFileSync(join(cwd, name), 'utf8')
    .replace(/"seconds":[\d.]+/, '"seconds":0')
    .replace(/<footer>.*<\/footer>/, '')
/** On a slow machine, progress is told besides. */
const PROGRESS = /^scdl : \d+ fichiers? vérifiés? sur .*\n/gm
const validate = async (...more: string[]) => {
  const outcome = await scdl(['validate', 'data', 'absent.csv', '--schema', 'subventions', ...more], { cwd })
  return { ...outcome, stderr: outcome.stderr.replace(PROGRESS, '') }
}
const merge = (...more: string[]) => scdl(['merge', ...more], { cwd })
const VARIANTS = [[], ['--max-diagnostics', '0'], ['--max-diagnostics', '7', '--fail-on', 'warning', '--ignore-header-case']]

describe.each(VARIANTS.map((variant) => [variant.join(' '), variant] as const))('the same report with %j', (_, variant) => {
  let single: Awaited<ReturnType<typeof scdl>>
  beforeAll(async () => {
    single = await validate(...variant, '--report', 'json=single.json', '--report', 'html=single.html', '--jobs', '1')
    expect(single.code).toBe(2)
    expect(single.stderr).toContain('absent.csv')
  })

  test('by several threads', async () => {
    const several = await validate(...variant, '--report', 'json=several.json', '--report', 'html=several.html', '--jobs', '3')
    expect(several).toEqual(single)
    expect(text('several.json') === text('single.json')).toBe(true)
    expect(text('several.html') === text('single.html')).toBe(true)
  })

  test('by four machines, merged', async () => {
    const parts = [1, 2, 3, 4].map((i) => validate(...variant, '--shard', `${i}/4`, '--report', `json=parts/${i}.json`))
    mkdirSync(join(cwd, 'parts'), { recursive: true })
    await Promise.all(parts)
    const merged = await merge('parts', '--report', 'json=merged.json', '--report', 'html=merged.html')
    expect(merged).toEqual(single)
    expect(text('merged.json') === text('single.json')).toBe(true)
    expect(text('merged.html') === text('single.html')).toBe(true)
  })
})

test('documents of JSON are checked by several threads and by several machines too', async () => {
  folder.write(
    'json/schema.json',
    '{ "type": "array", "items": { "type": "object", "required": ["nom"], "properties": { "nom": { "type": "string" } } } }',
  )
  for (let i = 0; i < 6; i++)
    folder.write(`json/data/${i}.json`, JSON.stringify(Array.from({ length: i * 300 }, (_, j) => ({ nom: j % 2 === 0 ? 'a' : j }))))
  const args = ['validate', 'json/data', '--schema', './json/schema.json', '--max-diagnostics', '0']
  const single = await scdl([...args, '--report', 'json=single.json', '--jobs', '1'], { cwd })
  expect(single).toMatchObject({ code: 1, stderr: '' })
  expect(await scdl([...args, '--report', 'json=several.json', '--jobs', '2'], { cwd })).toEqual(single)
  for (const i of [1, 2]) await scdl([...args, '--shard', `${i}/2`, '--report', `json=json-${i}.json`], { cwd })
  expect(await merge('json-1.json', 'json-2.json', '--report', 'json=merged.json')).toEqual(single)
  for (const name of ['several.json', 'merged.json']) expect(text(name) === text('single.json')).toBe(true)
})

describe('scdl merge', () => {
  beforeAll(async () => {
    mkdirSync(join(cwd, 'two'), { recursive: true })
    await scdl(['validate', 'data', '--schema', 'subventions', '--shard', '1/2', '--report', 'json=two/1.json'], { cwd })
    await scdl(['validate', 'data', '--schema', 'subventions', '--shard', '2/2', '--report', 'json=two/2.json'], { cwd })
  })

  test('a part that is missing is told, and the rest is reported', async () => {
    const { code, stdout, stderr } = await merge('two/1.json', '--quiet')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'scdl : Il manque une part sur 2 : 2/2. Le rapport ne dit rien de leurs fichiers.\n',
    })
    expect(stdout).toContain('fichiers vérifiés')
  })

  test('a part twice, or a file in two reports, is refused', async () => {
    folder.write('two-again/1.json', readFileSync(join(cwd, 'two/1.json')))
    expect(await merge('two/1.json', 'two/2.json', 'two-again')).toMatchObject({ code: 2, stdout: '' })
    await merge('two', '--report', 'json=whole.json')
    const { code, stderr } = await merge('two/1.json', 'two/2.json', 'whole.json')
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('dans plusieurs de ces rapports') })
  })

  test('what is no report is told; a report is not written over one that is read', async () => {
    const { code, stdout, stderr } = await merge('two/1.json', 'two/2.json', 'data/f2.csv', '--quiet')
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("n'est pas un rapport JSON") })
    expect(stdout).toContain('fichiers vérifiés')
    expect(await merge('two', '--report', 'json=two/1.json')).toMatchObject({ code: 2, stdout: '' })
  })

  test('exit code 0 where all is valid, 1 with --fail-on; one report of one run is read too', async () => {
    const args = ['validate', 'data/juste 1.csv', '--schema', 'subventions', '--report', 'json=one.json']
    await scdl(args, { cwd })
    expect((await merge('one.json')).code).toBe(0)
    expect((await merge('one.json', '--fail-on', 'header/extra-column')).code).toBe(
      (await scdl([...args, '--fail-on', 'header/extra-column'], { cwd })).code,
    )
  })

  test('parts that have not found the same files are told apart from those that have', async () => {
    folder.write('va/a.csv', good)
    const part = (i: number) =>
      scdl(['validate', 'va', '--schema', 'subventions', '--shard', `${i}/2`, '--report', `json=va-${i}.json`], { cwd })
    await part(1)
    folder.write('va/b.csv', good)
    await part(2)
    const { code, stderr } = await merge('va-1.json', 'va-2.json', '--quiet')
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("n'ont pas trouvé les mêmes fichiers") })
    await part(1)
    expect(await merge('va-1.json', 'va-2.json', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  })

  test('failures found before and after the tables are opened keep the order of the files', async () => {
    folder.write('mixte/a.csv', `${'x;'.repeat(40)}\n`)
    folder.write('mixte/b.csv', 'rien;de;connu\n1;2;3\n')
    folder.write('mixte/c.csv', good)
    const args = ['validate', 'mixte/a.csv', 'mixte/b.csv', 'absent.csv', 'mixte/c.csv', '--max-columns', '20']
    const withSchema = await scdl([...args, '--report', 'json=mixte.json'], { cwd })
    for (const i of [1, 2, 3]) await scdl([...args, '--shard', `${i}/3`, '--report', `json=mixte-${i}.json`], { cwd })
    const merged = await merge('mixte-1.json', 'mixte-2.json', 'mixte-3.json', '--report', 'json=mixte-merged.json')
    expect(merged.code).toBe(withSchema.code)
    expect(text('mixte-merged.json')).toBe(text('mixte.json'))
  })

  test('more parts than files: each writes its report', async () => {
    const parts = [1, 2, 3].map((i) => {
      const args = ['validate', 'data/f2.csv', '--schema', 'subventions', '--shard', `${i}/3`, '--report', `json=three-${i}.json`]
      return scdl(args, { cwd })
    })
    expect((await Promise.all(parts)).map(({ code }) => code).toSorted()).toEqual([0, 0, 1])
    expect((await merge('three-*.json', '--quiet')).code).toBe(1)
  })

  test('without a report, and its help', async () => {
    expect(await merge()).toMatchObject({ code: 2, stdout: '' })
    expect((await merge('--help')).stdout).toContain('scdl merge rapports/*.json')
  })
})

const hasParallel = spawnSync('parallel', ['--version']).stdout?.toString().includes('GNU parallel') ?? false

describe.skipIf(!hasParallel)('GNU parallel (needs the program parallel)', () => {
  function shell(command: string) {
    const launcher = folder.write('bin/scdl', `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`)
    chmodSync(launcher, 0o755)
    const env = { ...process.env, CI: 'true', PATH: `${dirname(launcher)}:${process.env.PATH}` }
    return spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', env })
  }

  test('four parts as four processes, merged', async () => {
    const single = await validate('--report', 'json=single.json', '--quiet')
    const { status, stdout, stderr } = shell(
      "mkdir -p jobs; parallel 'scdl validate data absent.csv --schema subventions --shard {}/4 --report json=jobs/{}.json >/dev/null 2>&1' ::: 1 2 3 4 2>/dev/null; scdl merge jobs/*.json --report json=merged.json --quiet",
    )
    expect({ code: status, stdout, stderr }).toEqual(single)
    expect(text('merged.json') === text('single.json')).toBe(true)
  })

  test('a process for each file, merged', async () => {
    const { status, stdout } = shell(
      "mkdir -p each; parallel 'scdl validate {} --schema subventions --report json=each/{#}.json >/dev/null 2>&1' ::: data/f*.csv 2>/dev/null; scdl merge each --quiet",
    )
    expect(status).toBe(1)
    expect(stdout).toContain('8 fichiers vérifiés')
  })
})

describe('which files', () => {
  const names = async (...more: string[]) => {
    const { stdout, stderr, code } = await scdl(['validate', ...more, '--schema', 'subventions', '--report', 'json'], { cwd })
    return code === 2 ? stderr : (JSON.parse(stdout) as { files: { source: string }[] }).files.map(({ source }) => source)
  }

  test('--include and --exclude', async () => {
    expect(await names('data', '--include', 'f*.csv', '--exclude', 'f?.csv')).toEqual([
      'data/f12.csv',
      'data/f30.csv',
      'data/f400.csv',
      'data/f700.csv',
      'data/f3000.csv',
    ])
    expect(await names('data', '--exclude', '*.csv')).toBe(
      'scdl : Les options --include et --exclude ne laissent rien à vérifier : 22 fichiers trouvés, aucun gardé. Vérifiez leurs motifs.\n',
    )
  })

  test('--changed-since outside a repository, and a state that git does not know', async () => {
    expect(await names('data', '--changed-since', 'HEAD')).toContain("n'en est pas un")
    spawnSync('git', ['init', '--quiet', join(cwd, 'dépôt')])
    const { code, stderr } = await scdl(['validate', '--schema', 'subventions', '--changed-since', 'absente'], { cwd: join(cwd, 'dépôt') })
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('fetch-depth') })
  })

  test('--changed-since: all files of the folder that changed; nothing changed is nothing wrong', async () => {
    const repository = join(cwd, 'suivi')
    folder.write('suivi/a.csv', good)
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: repository })
    git('init', '--quiet')
    git('add', '-A')
    git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'one')
    const args = ['validate', '--schema', 'subventions', '--changed-since', 'HEAD', '--quiet']
    expect(await scdl(args, { cwd: repository })).toEqual({
      code: 0,
      stdout: '',
      stderr: "scdl : Aucun des fichiers à vérifier n'a changé depuis HEAD.\n",
    })
    folder.write('suivi/nouveau é.csv', tableOf(3))
    const { code, stdout } = await scdl(args, { cwd: repository })
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringMatching(/^✖ nouveau é\.csv/) })
  })

  test.each([
    ['--shard', '0/4'],
    ['--shard', '5/4'],
    ['--shard', 'un/4'],
    ['--jobs', '0'],
    ['--max-seconds', '0'],
    ['--max-seconds', 'vite'],
  ])('%s %s is refused', async (option, value) => {
    expect(await names('data', option, value)).toContain(`L'option ${option} ne peut prendre la valeur`)
  })
})

describe('a run that lasts', () => {
  let large = ''
  beforeAll(() => {
    large = folder.write('large.csv', tableOf(600_000))
  })

  test('--max-seconds gives up the file that takes longer, and only that one', async () => {
    const args = ['validate', large, 'data/juste 1.csv', '--schema', 'subventions', '--max-seconds', '0.2', '--quiet']
    const { code, stdout, stderr } = await scdl(args, { cwd })
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('elle durait plus de 0,2 seconde') })
    expect(stdout).toContain('juste 1.csv')
  })

  test.skipIf(process.platform === 'win32')('--max-seconds gives up a pipe that nobody writes to; Ctrl-C ends waiting for it', async () => {
    const pipe = join(cwd, 'tube')
    spawnSync('mkfifo', [pipe])
    const args = ['validate', pipe, 'data/juste 1.csv', '--schema', 'subventions', '--max-seconds', '0.5', '--quiet']
    const { code, stdout, stderr } = await scdl(args, { cwd })
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('elle durait plus de 0,5 seconde') })
    expect(stdout).toContain('juste 1.csv')
    const child = spawn(process.execPath, [bin, 'validate', pipe, '--schema', 'subventions'], { cwd })
    // It opens once the other end is open.
    const end = await open(pipe, 'w')
    child.kill('SIGINT')
    expect(await new Promise((ended) => child.on('close', ended))).toBe(130)
    await end.close()
  })

  test.skipIf(process.platform === 'win32')('Ctrl-C ends it at once, threads included, without a word', async () => {
    const copies = [1, 2, 3].map((i) => join(cwd, `large-${i}.csv`))
    for (const copy of copies) linkSync(large, copy)
    const schema = join(cwd, 'tube.json')
    spawnSync('mkfifo', [schema])
    const child = spawn(process.execPath, [bin, 'validate', ...copies, '--schema', schema, '--jobs', '2', '--report', 'json=never.json'], {
      cwd,
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    // Whatever the machine, the program is then about to read the tables.
    await writeFile(schema, '{ "fields": [{ "name": "montant", "type": "number" }] }')
    setTimeout(() => child.kill('SIGINT'), 300)
    const code = await new Promise((ended) => child.on('close', ended))
    expect({ code, said }).toEqual({ code: 130, said: '' })
    expect(() => readFileSync(join(cwd, 'never.json'))).toThrow()
  })
})
