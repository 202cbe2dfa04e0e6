// Texts that a terminal would obey, or that hide or turn what stands around them: they are shown, never obeyed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Outcome, scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { HIDDEN } from './expectations.js'

const folder = temporaryFolder()
/** Colour, title of the window, clear screen in one byte, right to left, isolate, zero width, line separator, mark, delete. */
const HOSTILE = '\x1b[31m\x1b]0;titre\x07\u009b2J\u202egnp\u2066\u200b\u2028\ufeff\x7f\b'
const fileName = `f${HOSTILE}.csv`
const schemaName = `./s${HOSTILE}.json`

const descriptor = {
  name: HOSTILE,
  title: `T${HOSTILE}`,
  version: HOSTILE,
  fields: [
    { name: `nom${HOSTILE}`, type: `string${HOSTILE}`, constraints: { required: true } },
    { name: 'jour', type: 'date', format: `%Y${HOSTILE}`, example: HOSTILE },
    { name: 'accord', type: 'boolean', trueValues: [`o${HOSTILE}`], falseValues: ['n\x1b'] },
    { name: 'code', type: 'string', constraints: { pattern: `^a\x1b[3]+\u202e$`, enum: [`a${HOSTILE}`, 'b'], minLength: 10 } },
    { name: `e${HOSTILE}`, type: 'string', constraints: { pattern: `[${HOSTILE}` } },
    { name: `f${HOSTILE}`, contraints: { required: true } },
  ],
  primaryKey: [`k${HOSTILE}`],
  custom_checks: [
    { name: `x${HOSTILE}`, params: {} },
    { name: 'french-siret-value', params: { column: `zz${HOSTILE}` } },
    { name: 'one-of-required', params: { column1: `p${HOSTILE}`, column2: `q${HOSTILE}` } },
  ],
}
const table =
  `"nom${HOSTILE}",jour,accord,code,"extra${HOSTILE}"\n` +
  `"Brest${HOSTILE}","vi${HOSTILE}ngt","o${HOSTILE}u","a${HOSTILE}b",x,"de trop${HOSTILE}"\n` +
  `,2024${'\u0301'.repeat(300)},"\r\n\x1b[1A",\x1b,\n` +
  'le bureau de la mairie annexe du bourg,2024,oui,21750001600019,\n'.repeat(200)

folder.write(fileName, table)
folder.write('table.csv', table)
folder.write(schemaName, JSON.stringify(descriptor))
folder.write('schema.json', JSON.stringify(descriptor))
folder.write(`faux${HOSTILE}.json`, '{')
const run = (...args: string[]): Promise<Outcome> => scdl(args, { cwd: folder.path })

const expectVisible = ({ stdout, stderr }: Outcome): void => {
  expect(stdout).not.toMatch(HIDDEN)
  expect(stderr).not.toMatch(HIDDEN)
}

describe('hostile texts are made visible', () => {
  test.each([
    ['in cells and labels', ['validate', 'table.csv', '--schema', './schema.json'], 1],
    ['in file names', ['validate', fileName, '--schema', schemaName], 1],
    ['in a list of files', ['validate', '.', '--schema', './schema.json', '--quiet'], 1],
    ['in the JSON report', ['validate', fileName, '--schema', schemaName, '--report', 'json'], 1],
    ['of an absent file', ['validate', `absent${HOSTILE}`, '--schema', './schema.json'], 2],
    ['of an absent schema file', ['validate', 'table.csv', '--schema', `./absent${HOSTILE}.json`], 2],
    ['of an unknown schema', ['validate', 'table.csv', '--schema', `absent${HOSTILE}`], 2],
    ['of a schema that is no JSON', ['validate', 'table.csv', '--schema', `./faux${HOSTILE}.json`], 2],
    ['of an address', ['validate', `http://${HOSTILE}`, '--schema', './schema.json'], 2],
    ['of an option', ['validate', 'table.csv', `--${HOSTILE}`], 2],
    ['of a short option', ['validate', 'table.csv', `-${HOSTILE}`], 2],
    ['of a command', [`val${HOSTILE}`], 2],
    ...['--encoding', '--delimiter', '--quote', '--report', '--fail-on', '--max-columns', '--max-record-size', '--header-row'].map(
      (option) => [`of ${option}`, ['validate', 'table.csv', '--schema', './schema.json', option, HOSTILE], 2] as const,
    ),
    ['of a report', ['validate', 'table.csv', '--schema', './schema.json', '--report', `json=absent${HOSTILE}/r.json`], 2],
    ['of a folder', ['validate', `absent${HOSTILE}/`, '--schema', './schema.json'], 2],
    ['of a pattern', ['validate', `*${HOSTILE}*.zip`, '--schema', './schema.json'], 2],
  ] as const)('%s', async (_, args, code) => {
    const outcome = await run(...args)
    expectVisible(outcome)
    expect(outcome.code).toBe(code)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/^ {4}at /m)
  })

  test('of a language', async () => {
    expectVisible(await run('validate', 'table.csv', '--schema', './schema.json', '--lang', HOSTILE))
    expectVisible(await scdl(['validate', 'table.csv', '--schema', './schema.json'], { cwd: folder.path, env: { SCDL_LANG: HOSTILE } }))
  })

  test('the JSON report gives the texts back as they are', async () => {
    await run('validate', fileName, '--schema', schemaName, '--report', 'json=r.json')
    const report = JSON.parse(readFileSync(join(folder.path, 'r.json'), 'utf8'))
    expect(report.files[0].source).toBe(fileName)
    expect(report.files[0].columns.map(({ label }: { label: string }) => label)).toContain(`extra${HOSTILE}`)
  })

  test('a command to copy is not proposed where it would be obeyed', async () => {
    const { stdout } = await run('validate', fileName, '--schema', schemaName)
    expect(stdout).not.toContain('scdl validate f')
  })
})
