import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin, scdl } from './run.js'

const folder = temporaryFolder()
const schema = folder.write(
  'schema.json',
  JSON.stringify({
    fields: [
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'montant', type: 'number' },
      { name: 'date', type: 'date' },
      { name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } },
    ],
    custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
  }),
)
const MENDED = 'nom;montant;date;siret\nLes Amis;1 200,50 €;25/04/2024;\nLe Club;12;03/05/2024;\n'
const CANONICAL = 'nom,montant,date,siret\nLes Amis,1200.50,2024-04-25,\nLe Club,12,2024-05-03,\n'
const BROKEN = 'nom;montant;date;siret\nLes Amis;12 k€;;2,43E+13\nLe Club;1,5;;2,43E+13\n'
const sentence = /^scdl : .+\n$/
let number = 0

/** A folder of its own for a file. */
function place(content: string | Uint8Array, name = 'table.csv') {
  const path = folder.write(`cas-${++number}/${name}`, content)
  const own = join(folder.path, `cas-${number}`)
  return { path, own, files: () => readdirSync(own).sort(), read: (file: string) => readFileSync(join(own, file), 'utf8') }
}

const rowsOf = (path: string): unknown[][] => {
  const { Sheets, SheetNames } = XLSX.read(readFileSync(path))
  return XLSX.utils.sheet_to_json(Sheets[SheetNames[0]!]!, { header: 1 })
}
const changesIn = (own: string): unknown[][] => rowsOf(join(own, 'table.changements.xlsx'))

const convert = (...args: string[]) => scdl(['convert', ...args, '--schema', schema])

describe('a table that can be mended', () => {
  test('is written beside its source, with the list of changes; the source is not touched', async () => {
    const { path, own, files, read } = place(MENDED)
    const { code, stdout, stderr } = await convert(path)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(files()).toEqual(['table.changements.xlsx', 'table.csv', 'table.scdl.csv'])
    expect(read('table.csv')).toBe(MENDED)
    expect(read('table.scdl.csv')).toBe(CANONICAL)
    expect(changesIn(own)).toEqual([
      ['ligne', 'colonne', 'champ', 'avant', 'après', 'règle', 'certitude'],
      [2, 'B', 'montant', '1 200,50 €', '1200.50', 'nombre : signe des décimales, espaces, symbole', 'sûr'],
      [2, 'C', 'date', '25/04/2024', '2024-04-25', 'date jour/mois/année, écrite comme demandé', 'sûr'],
      [3, 'C', 'date', '03/05/2024', '2024-05-03', 'date jour/mois/année, écrite comme demandé', 'sûr'],
    ])
    expect(stdout).toContain('table.scdl.csv est écrit, et conforme')
    expect(stdout).toContain('1 200,50 €  →  1200.50')
    expect((await scdl(['validate', path.replace('.csv', '.scdl.csv'), '--schema', schema])).code).toBe(0)
  })

  test('the list of changes is a CSV where its name says so: a mark, and what the language parts cells with', async () => {
    const { path, own, read } = place(MENDED)
    await convert(path, '--changes', join(own, 'liste.csv'))
    expect(read('liste.csv')).toBe(
      [
        '\ufeffligne;colonne;champ;avant;après;règle;certitude',
        "2;B;montant;'1 200,50 €;'1200.50;nombre : signe des décimales, espaces, symbole;sûr",
        "2;C;date;'25/04/2024;'2024-04-25;date jour/mois/année, écrite comme demandé;sûr",
        "3;C;date;'03/05/2024;'2024-05-03;date jour/mois/année, écrite comme demandé;sûr",
        '',
      ].join('\r\n'),
    )
    await convert(path, '--changes', join(own, 'list.csv'), '--force', '--lang', 'en')
    expect(read('list.csv')).toContain('2,B,montant,"\'1 200,50 €",\'1200.50,')
  })

  test('in English', async () => {
    const { path, files } = place(MENDED)
    expect((await convert(path, '--lang', 'en')).stdout).toContain('table.scdl.csv is written, and valid')
    expect(files()).toContain('table.changes.xlsx')
  })

  test('as a workbook', async () => {
    const { path, own } = place(MENDED)
    expect((await convert(path, '--to', 'xlsx')).code).toBe(0)
    expect((await scdl(['validate', join(own, 'table.scdl.xlsx'), '--schema', schema])).code).toBe(0)
    expect((await convert(path, '--out', join(own, 'y.ods'))).code).toBe(0)
    expect((await scdl(['validate', join(own, 'y.ods'), '--schema', schema])).code).toBe(0)
  })

  test('what a workbook cannot hold leaves no file, and is one sentence', async () => {
    const { path, files } = place(`nom;montant\n${'x'.repeat(40_000)};1,5\n`)
    const { code, stderr } = await convert(path, '--to', 'xlsx')
    expect({ code, files: files() }).toEqual({ code: 2, files: ['table.csv'] })
    expect(stderr).toMatch(sentence)
    expect(stderr).toMatch(/La cellule A2 a 40.000 caractères, et une cellule de classeur en tient/)
  })

  test('a text longer than a cell is cut in the list of changes, and says so', async () => {
    const { path, own } = place(`nom;montant;date;siret\nA;${' '.repeat(40_000)}1,5;;\n`)
    await convert(path)
    expect(changesIn(own)[1]![3]).toMatch(/^ {30000,}\[…\] \(coupé ici : 40.003 caractères en tout\)$/)
  })

  test('converted twice changes nothing', async () => {
    const { path, own, read } = place(MENDED)
    await convert(path)
    const { code, stdout } = await convert(join(own, 'table.scdl.csv'))
    expect(code).toBe(0)
    expect(stdout.replace(/\s+/g, ' ')).toContain('aucune cellule à changer')
    expect(read('table.scdl.scdl.csv')).toBe(CANONICAL)
  })

  test('goes to the file, the folder or the output that is named', async () => {
    const { path, own, files, read } = place(MENDED)
    expect((await convert(path, '--out', join(own, 'y.csv'))).code).toBe(0)
    expect(files()).toEqual(['table.csv', 'y.csv'])
    expect((await convert(path, '--out-dir', join(own, 'a/b'))).code).toBe(0)
    expect(readdirSync(join(own, 'a/b')).sort()).toEqual(['table.changements.xlsx', 'table.csv'])
    const screen = await convert(path, '--out', '-')
    expect(screen.stdout).toBe(CANONICAL)
    expect(screen.stderr).toContain('est écrit, et conforme')
    expect((await convert('-', '-q')).code).toBe(1)
    const piped = await scdl(['convert', '-', '-q', '--schema', schema], { stdin: MENDED })
    expect(piped.stdout).toBe(CANONICAL)
    expect((await convert(path, '--out', join(own, 'y.json'))).code).toBe(0)
    expect(JSON.parse(read('y.json'))[0]).toMatchObject({ nom: 'Les Amis', montant: 1200.5 })
    expect((await convert(path, '--to', 'ndjson')).code).toBe(0)
    expect(files()).toContain('table.scdl.ndjson')
  })

  test('an existing file needs --force', async () => {
    const { path, own, read } = place(MENDED)
    writeFileSync(join(own, 'table.scdl.csv'), 'ancien')
    const refused = await convert(path)
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) })
    expect(refused.stderr).toContain('--force')
    expect(read('table.scdl.csv')).toBe('ancien')
    expect((await convert(path, '--force')).code).toBe(0)
    expect(read('table.scdl.csv')).toBe(CANONICAL)
  })

  test('--dry-run writes nothing, --diff shows the changes', async () => {
    const { path, files } = place(MENDED)
    const { code, stdout } = await convert(path, '--dry-run', '--diff')
    expect(code).toBe(0)
    expect(files()).toEqual(['table.csv'])
    expect(stdout).toContain('deviendrait conforme')
    expect(stdout).toContain('LES CHANGEMENTS UN PAR UN')
    expect(stdout.match(/25\/04\/2024 {2}→ {2}2024-04-25/g)).toHaveLength(2)
  })

  test('JSON: the source, what was changed, what remains', async () => {
    const { path, own } = place(BROKEN)
    const { code, stdout } = await convert(path, '--report', 'json', '--diff')
    expect(code).toBe(1)
    const { files } = JSON.parse(stdout)
    expect(files).toMatchObject([
      {
        source: path,
        verdict: 'invalid',
        conversion: {
          output: join(own, 'table.scdl.csv'),
          changeLog: join(own, 'table.changements.xlsx'),
          rows: 2,
          cells: 1,
          changes: [{ rule: 'decimalNumber', name: 'montant', column: 2, count: 1, examples: [{ row: 3, before: '1,5', after: '1.5' }] }],
          diff: [{ row: 3, before: '1,5', after: '1.5' }],
          remaining: { source: join(own, 'table.scdl.csv'), valid: false, stats: { rows: 2, invalidCells: 3 } },
        },
      },
    ])
  })
})

describe('a table with faults that nothing mends', () => {
  test('is written all the same: exit code 1, and what is left to do', async () => {
    const { path, files } = place(BROKEN)
    const { code, stdout } = await convert(path)
    expect(code).toBe(1)
    expect(files()).toContain('table.scdl.csv')
    expect(stdout).toContain('pas encore conforme')
    expect(stdout).toContain('12 k€')
    expect(stdout.replace(/\s*\\?\n\s*/g, ' ')).toContain(`scdl convert ${path} --schema ${schema} --set siret=… --force`)
  })

  test('--set and --lookup give the values', async () => {
    const { path, own, read } = place(BROKEN)
    const lookup = folder.write('assos.csv', 'nom;siret\nLes Amis;78846123400015\n')
    const given = await convert(path, '--set', 'siret=21950999900013', '--set', 'montant=0', '--lookup', `siret=${lookup}:nom,siret`)
    expect(given.code).toBe(0)
    expect(read('table.scdl.csv')).toBe('nom,montant,date,siret\nLes Amis,0,,78846123400015\nLe Club,1.5,,21950999900013\n')
    expect(changesIn(own).map((cells) => cells[6])).toContain('donné par vous')
    expect(existsSync(join(own, 'table.scdl.csv'))).toBe(true)
  })

  test('--repair, --drop-extra, --accept-guesses, --mapping, --write-mapping', async () => {
    const { path, own, read } = place('nom;Somme;jour;note\nA;1,5;2024/04/25;x\n')
    const mapping = join(own, 'colonnes.csv')
    expect((await convert(path, '--write-mapping', mapping)).code).toBe(0)
    expect(read('colonnes.csv')).toBe('\ufeffcolonne;champ\r\nnom;nom\r\nSomme;\r\njour;\r\nnote;\r\n')
    writeFileSync(mapping, read('colonnes.csv').replace('Somme;', 'Somme;montant').replace('jour;', 'jour;date'))
    expect((await convert(path, '--force', '--mapping', mapping, '--drop-extra')).code).toBe(0)
    expect(read('table.scdl.csv')).toBe('nom,montant,date,siret\nA,1.5,2024-04-25,\n')
    const book = join(own, 'colonnes.xlsx')
    expect((await convert(path, '--force', '--mapping', mapping, '--write-mapping', book)).code).toBe(0)
    expect(rowsOf(book)).toEqual([['colonne', 'champ'], ['nom', 'nom'], ['Somme', 'montant'], ['jour', 'date'], ['note']])
    expect((await convert(path, '--force', '--mapping', book)).code).toBe(0)
    expect(read('table.scdl.csv')).toBe('nom,montant,date,siret,note\nA,1.5,2024-04-25,,x\n')
    const typing = place('nom;montnat\nA;1,5\n')
    expect((await convert(typing.path, '--accept-guesses', '--repair', 'none')).code).toBe(1)
    expect(typing.read('table.scdl.csv')).toBe('nom,montant,date,siret\nA,"1,5",,\n')
  })
})

describe('many tables', () => {
  test('one that cannot be read does not stop the others; one summary', async () => {
    const { own } = place(MENDED, 'un.csv')
    writeFileSync(join(own, 'deux.csv'), BROKEN)
    mkdirSync(join(own, 'sous'))
    writeFileSync(join(own, 'sous/un.csv'), MENDED)
    const out = join(own, 'corrigés')
    const { code, stdout, stderr } = await convert(own, join(own, 'absent.csv'), '--out-dir', out)
    expect(code).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(stdout).toContain('3 fichiers convertis : 2 conformes et 1 pas encore conforme.')
    expect(
      readdirSync(out, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('un.csv'))
        .sort(),
    ).toEqual(['sous/un.csv', 'un.csv'])
  })

  test('a folder converted twice takes its own outputs for none of its sources', async () => {
    const { own, files } = place(MENDED)
    await convert(own)
    expect((await convert(own, '--force')).code).toBe(0)
    expect(files()).toEqual(['table.changements.xlsx', 'table.csv', 'table.scdl.csv'])
  })
})

describe('2: a request that cannot be carried out', () => {
  const source = place(MENDED).path
  test.each<[string, () => string[], string]>([
    ['no source', () => [], 'scdl convert'],
    ['a field that the schema does not have', () => [source, '--set', 'montan=1'], 'montant'],
    ['a value that the field refuses', () => [source, '--set', 'montant=douze'], 'douze'],
    ['a value without a field', () => [source, '--set', '12'], '--set'],
    ['a lookup that is none', () => [source, '--lookup', 'siret=x.csv'], '--lookup'],
    ['a lookup without its column', () => [source, '--lookup', `siret=${source}:nom,sirret`], 'siret'],
    ['an unknown level of repair', () => [source, '--repair', 'all'], 'verified'],
    ['an unknown format', () => [source, '--to', 'xls'], 'csv'],
    ['two places', () => [source, '--out', 'x', '--out-dir', 'y'], '--out-dir'],
    ['the output over the source', () => [source, '--out', source, '--force'], 'écraser'],
    ['a report and the table on the screen', () => [source, '--out', '-', '--report', 'json'], '--report'],
    ['a mapping that is none', () => [source, '--mapping', folder.write('m.json', '[]')], 'm.json'],
    ['a folder that is not there', () => [source, '--out', join(folder.path, 'nulle/part.csv')], 'nulle'],
  ])('%s', async (_name, args, said) => {
    const { code, stderr, stdout } = await convert(...args())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain(said)
  })

  test('1: what is no table is not written', async () => {
    const { path, files } = place('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n', 'brochure.csv')
    const { code, stdout } = await convert(path)
    expect(code).toBe(1)
    expect(stdout).toContain("Rien n'a été écrit")
    expect(files()).toEqual(['brochure.csv'])
  })
})

describe.skipIf(process.platform !== 'linux')('nothing half written', () => {
  test('a full disk', async () => {
    const { path, own, files } = place(MENDED)
    const full = await convert(path, '--out', '/dev/full')
    expect(full).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) })
    const large = place(`nom;montant\n${'Les Amis;1,5\n'.repeat(20_000)}`)
    const limited = await sh(`ulimit -f 8; exec "$0" "$1" convert "${large.path}" --schema "${schema}"`)
    expect(limited).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) })
    expect(large.files()).toEqual(['table.csv'])
    expect(files()).toEqual(['table.csv'])
    expect(existsSync(own)).toBe(true)
  })

  test.skipIf(process.getuid?.() === 0)('a folder that is read-only', async () => {
    const { path, own, files } = place(MENDED)
    chmodSync(own, 0o555)
    expect(await convert(path)).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) })
    chmodSync(own, 0o755)
    expect(files()).toEqual(['table.csv'])
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('interrupted by %s', async (signal) => {
    const { path, own, files } = place(`nom;montant\n${'Les Amis de la Fanfare;1,5\n'.repeat(1_000_000)}`)
    const child = spawn(process.execPath, [bin, 'convert', path, '--schema', schema], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (!readdirSync(own).some((name) => name.includes('scdl.csv')) && child.exitCode === null)
      await new Promise((go) => setTimeout(go, 5))
    child.kill(signal)
    await ended
    // A process that is killed cannot tidy up: what it leaves is hidden, and has another name.
    const left = files().filter((name) => signal !== 'SIGKILL' || !/^\..*\.scdl-\d+\.tmp$/.test(name))
    expect(left).toEqual(['table.csv'])
  })
})

function sh(script: string): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', script, process.execPath, bin], { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('close', (code) => resolve({ code, stderr }))
  })
}
