import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { frenchIn } from '../messages/foreignWords.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin, scdl } from './run.js'

const folder = temporaryFolder()
const schema = folder.write(
  'schema.json',
  JSON.stringify({
    fields: [
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'année', type: 'year' },
    ],
  }),
)
const good = folder.write('juste.csv', 'nom,année\nBrest,2024\n')
const bad = folder.write('faux.csv', 'nom,année\nBrest,vingt\n')
const absent = join(folder.path, 'fausx.csv')

/** A sentence of scdl, not the trace of a defect. */
const sentence = /^scdl : .+\n$/

describe('the exit code', () => {
  test('0: every table is valid', async () => {
    const { code, stdout, stderr } = await scdl(['validate', good, '--schema', schema])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('juste.csv')
  })

  test('1: a table is not', async () => {
    const { code, stdout, stderr } = await scdl(['validate', good, bad, '--schema', schema])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('vingt')
  })

  test('1: what is named .csv and is no table', async () => {
    const pdf = folder.write('brochure.csv', '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n')
    expect((await scdl(['validate', pdf, '--schema', schema])).code).toBe(1)
  })

  test.each([
    ['no such file', () => [absent, '--schema', schema], 'faux.csv'],
    ['a folder without tables', () => [join(folder.path, 'vide'), '--schema', schema], 'vide'],
    ['a pattern that fits nothing', () => [join(folder.path, '*.ods'), '--schema', schema], '*.ods'],
    ['no source', () => ['--schema', schema], 'scdl validate'],
    ['no schema', () => [good], '--schema'],
    ['an unknown schema', () => [good, '--schema', 'subvention'], 'scdl/subventions'],
    ['an unknown version', () => [good, '--schema', 'subventions@9'], '2.1.1'],
    ['a schema that is not JSON', () => [good, '--schema', folder.write('faux.json', '{\n"fields": [,]}')], 'ligne 2'],
    ['a schema that is no Table Schema', () => [good, '--schema', folder.write('autre.json', '{"a": 1}')], 'fields'],
    ['an unknown option', () => [good, '--shema', schema], '--schema'],
    ['an option without its value', () => [good, '--schema'], '--schema'],
    ['an unknown report', () => [good, '--schema', schema, '--report', 'jsn'], 'json'],
    ['two reports for one output', () => [good, '--schema', schema, '--report', 'json', '--report', 'human'], '--report'],
    ['an unknown code', () => [good, '--schema', schema, '--fail-on', 'warnings'], 'warning'],
    ['a number that is none', () => [good, '--schema', schema, '--header-row', '0'], '--header-row'],
    ['a size that is none', () => [good, '--schema', schema, '--max-record-size', 'grand'], '16M'],
    ['a delimiter of two characters', () => [good, '--schema', schema, '--delimiter', ';;'], '--delimiter'],
    ['an unknown encoding', () => [good, '--schema', schema, '--encoding', 'klingon'], 'klingon'],
    ['a limit exceeded', () => [bad, '--schema', schema, '--max-columns', '1'], 'faux.csv'],
    ['a report over the data', () => [good, '--schema', schema, '--report', `json=${good}`], 'juste.csv'],
    [
      'a report in a folder that is not there',
      () => [good, '--schema', schema, '--report', `json=${join(folder.path, 'absent/r.json')}`],
      'absent',
    ],
  ])('2: %s', async (_, args, said) => {
    mkdirSync(join(folder.path, 'vide'), { recursive: true })
    const { code, stderr } = await scdl(['validate', ...args()])
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain(said)
    expect(code).toBe(2)
  })

  test('2: an unknown command', async () => {
    const { code, stderr } = await scdl(['valider', good])
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain('validate')
    expect(code).toBe(2)
  })

  test('2 is above 1: a source that cannot be read does not stop the others', async () => {
    const { code, stdout, stderr } = await scdl(['validate', absent, bad, '--schema', schema, '--report', 'json'])
    expect(JSON.parse(stdout).files).toMatchObject([{ source: bad, valid: false }])
    expect(stderr).toMatch(sentence)
    expect(code).toBe(2)
  })

  test('--fail-on widens 1', async () => {
    const extra = folder.write('colonne.csv', 'nom,année,note\nBrest,2024,x\n')
    const args = ['validate', extra, '--schema', schema, '--quiet']
    expect((await scdl(args)).code).toBe(0)
    expect((await scdl([...args, '--fail-on', 'warning'])).code).toBe(1)
    expect((await scdl([...args, '--fail-on', 'header/extra-column'])).code).toBe(1)
    expect((await scdl([...args, '--fail-on', 'header/order'])).code).toBe(0)
  })
})

describe('sources', () => {
  test('standard input', async () => {
    const { code, stdout } = await scdl(['validate', '-', '--schema', schema, '--report', 'json'], { stdin: 'nom,année\nBrest,vingt\n' })
    expect(code).toBe(1)
    expect(JSON.parse(stdout).files).toMatchObject([{ source: '-', stats: { rows: 1, errors: 1 } }])
  })

  test('a folder, a pattern and a gzip file, with a path relative to the folder', async () => {
    folder.write('lot/a.csv', 'nom,année\nBrest,2024\n')
    folder.write('lot/b.csv', 'nom,année\nQuimper,2024\n')
    folder.write('lot/c.csv.gz', gzipSync('nom,année\nRennes,2024\n'))
    folder.write('lot/~$a.xlsx', 'x')
    for (const sources of [['lot'], ['lot/*.csv', 'lot/c.csv.gz']]) {
      const { code, stdout } = await scdl(['validate', ...sources, '-s', 'schema.json', '-r', 'json'], { cwd: folder.path })
      expect(JSON.parse(stdout).files.map((file: { source: string }) => file.source.replaceAll('\\', '/'))).toEqual([
        'lot/a.csv',
        'lot/b.csv',
        'lot/c.csv.gz',
      ])
      expect(code).toBe(0)
    }
  })

  test('a shipped schema, by its short name', async () => {
    const { stdout } = await scdl(['validate', good, '--schema', 'subventions', '--report', 'json'])
    expect(JSON.parse(stdout).files[0].schema).toMatchObject({ name: 'scdl/subventions', version: '2.1.1', origin: 'shipped' })
  })

  test('what is forced is not guessed', async () => {
    const path = folder.write('force.csv', "titre\nnom|année\n'Br|est'|2024\n")
    const forced = ['--delimiter', '|', '--quote', "'", '--header-row', '2', '--encoding', 'utf-8']
    const { stdout } = await scdl(['validate', path, '--schema', schema, '--report', 'json', ...forced])
    expect(JSON.parse(stdout).files[0]).toMatchObject({
      format: { delimiter: '|', quote: "'", headerRow: 2 },
      stats: { rows: 1, columns: 2 },
    })
  })
})

describe('output', () => {
  test('--report json gives JSON only, on standard output', async () => {
    const { stdout, stderr } = await scdl(['validate', bad, '--schema', schema, '--report', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'invalid', valid: false, stats: { files: 1, errors: 1 } })
    expect(stderr).toBe('')
  })

  test('--report json=file writes the file, and the human report beside it', async () => {
    const path = join(folder.path, 'rapports', 'r.json')
    mkdirSync(join(folder.path, 'rapports'))
    const { stdout } = await scdl(['validate', bad, '--schema', schema, '--report', `json=${path}`])
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ verdict: 'invalid' })
    expect(readdirSync(join(folder.path, 'rapports'))).toEqual(['r.json'])
    expect(stdout).toContain('faux.csv')
  })

  test('--quiet says one line per table', async () => {
    const { stdout, stderr } = await scdl(['validate', 'faux.csv', 'juste.csv', '--schema', 'schema.json', '-q'], { cwd: folder.path })
    expect(stdout.split('\n').slice(0, 2)).toEqual([expect.stringContaining('faux.csv'), expect.stringContaining('juste.csv')])
    expect(stdout).not.toContain('vingt')
    expect(stderr).toBe('')
  })

  test('--max-diagnostics cuts the list, or gives it whole', async () => {
    const many = folder.write('beaucoup.csv', `nom,année\n${'Brest,vingt\n'.repeat(1500)}`)
    for (const [max, listed] of [
      ['10', 10],
      ['0', 1500],
    ] as const) {
      const { stdout } = await scdl(['validate', many, '--schema', schema, '-r', 'json', '--max-diagnostics', max])
      const { diagnostics, truncated, stats } = JSON.parse(stdout).files[0]
      expect([diagnostics.length, truncated, stats.errors]).toEqual([listed, listed < 1500, 1500])
    }
  })

  test('colour is for terminals, or for who asks', async () => {
    const colour = '\x1b['
    const args = ['validate', bad, '--schema', schema]
    expect((await scdl(args)).stdout).not.toContain(colour)
    expect((await scdl(args, { env: { FORCE_COLOR: '1' } })).stdout).toContain(colour)
    expect((await scdl(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain(colour)
    expect((await scdl([...args, '--no-color'], { env: { FORCE_COLOR: '1' } })).stdout).not.toContain(colour)
  })

  test('control characters of the file never reach the terminal', async () => {
    const hostile = folder.write('hostile\x1b[31m.csv', 'nom,année\nBrest,\x1b[2J\x07vingt\n')
    const { stdout } = await scdl(['validate', hostile, '--schema', schema])
    expect(stdout).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F]/)
  })

  test.skipIf(process.platform === 'win32')('a closed pipe is not a failure', () => {
    const many = folder.write('long.csv', `nom,année\n${'Brest,2024,trop\n'.repeat(20_000)}`)
    const command = '"$0" "$1" validate "$2" --schema "$3" --report json --max-diagnostics 0 | head -c 10; echo " $PIPESTATUS"'
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, bin, many, schema], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/ 1\n$/)
  })

  test.skipIf(process.platform !== 'linux')('a full disk is one sentence', () => {
    const command = '"$0" "$1" validate "$2" --schema "$3" > /dev/full; echo "code $?"'
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, bin, good, schema], { encoding: 'utf8' })
    expect(stderr).toMatch(sentence)
    expect(stdout).toBe('code 2\n')
  })

  test.skipIf(process.platform === 'win32')('an interrupted run leaves quietly, and no temporary file', async () => {
    const temporary = join(folder.path, 'tmp')
    mkdirSync(temporary)
    const child = spawn(process.execPath, [bin, 'validate', '-', '--schema', schema], { env: { ...process.env, TMPDIR: temporary } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text
      })
    }
    // More than a pipe holds: once it is taken, the run has begun.
    await new Promise((taken) => child.stdin.write('nom,année\n'.repeat(100_000), taken))
    child.kill('SIGINT')
    expect(await new Promise((ended) => child.on('close', ended))).toBe(130)
    expect(output).toBe('')
    expect(readdirSync(temporary)).toEqual([])
  })
})

describe('help', () => {
  test.each([[['--help']], [['validate', '--help']], [['help', 'validate']], [['help']], [[]]])(
    'scdl %s is in French, within 80 columns, with examples',
    async (args) => {
      const { code, stdout, stderr } = await scdl(args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^Utilisation : scdl/)
      expect(stdout).toContain('Exemples :')
      expect(stdout).not.toMatch(/Usage|Options:|Commands|Arguments:|display|default/)
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    },
  )

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await scdl(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('the language', () => {
  test.each([[['--help']], [['validate', '--help']], [['help', 'validate']], [[]]])(
    'scdl %s --lang en is in English, within 80 columns, with examples',
    async (args) => {
      const { code, stdout, stderr } = await scdl([...args, '--lang', 'en'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^Usage: scdl/)
      expect(stdout).toContain('Examples:')
      expect([frenchIn(stdout), stdout.match(/[«»éèàç]/g)]).toEqual([[], null])
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
      expect((await scdl(args, { env: { SCDL_LANG: 'en_GB.UTF-8' } })).stdout).toBe(stdout)
    },
  )

  test.each(['human', 'json'])('the %s report is in English where it is asked for', async (report) => {
    const args = ['validate', bad, '--schema', schema, '--report', report]
    const outcomes = [
      await scdl([...args, '--lang', 'en']),
      await scdl(['--lang=en', ...args]),
      await scdl(args, { env: { SCDL_LANG: 'en' } }),
      await scdl([...args, '--lang', 'en'], { env: { SCDL_LANG: 'fr' } }),
    ]
    for (const { code, stdout, stderr } of outcomes) {
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toContain('not a year in 4 digits')
      expect(stdout).not.toMatch(/année en 4 chiffres/)
    }
  })

  test('requests are refused in English', async () => {
    const { code, stderr } = await scdl(['validate', absent, '--schema', schema, '--lang', 'en'])
    expect(stderr).toMatch(/^scdl: The file .+ does not exist\. Did you mean “.*faux\.csv”\?\n$/)
    expect(code).toBe(2)
    expect((await scdl(['valider'], { env: { SCDL_LANG: 'en' } })).stderr).toMatch(/^scdl: The command /)
  })

  test("is French unless it is asked for: the machine's locale chooses nothing", async () => {
    const args = ['validate', absent, '--schema', schema]
    for (const env of [{}, { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' }, { SCDL_LANG: '' }]) {
      expect((await scdl(args, { env })).stderr).toMatch(/^scdl : Le fichier /)
    }
    expect((await scdl([...args, '--lang', 'fr'], { env: { SCDL_LANG: 'en' } })).stderr).toMatch(/^scdl : Le fichier /)
  })

  test('that scdl does not speak is refused', async () => {
    const asked = await scdl(['validate', good, '--schema', schema, '--lang', 'de'])
    const set = await scdl(['validate', good, '--schema', schema], { env: { SCDL_LANG: 'de' } })
    for (const { code, stderr } of [asked, set]) {
      expect(stderr).toMatch(sentence)
      expect(stderr.replaceAll('\u00a0', ' ')).toContain('« fr » ou « en »')
      expect(code).toBe(2)
    }
  })
})
