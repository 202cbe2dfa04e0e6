// What is given for a schema and is none, or is one that nobody would write.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bin, scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { expectRefusal } from './expectations.js'

const folder = temporaryFolder()
const table = folder.write('table.csv', 'nom,année\nBrest,2024\n')
const validate = (schema: string) => scdl(['validate', table, '--schema', schema])

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth)
const withEnum = (value: string): string => `{"fields": [{"name": "nom", "type": "string", "constraints": {"enum": [${value}]}}]}`

describe('a schema that cannot be used', () => {
  test.each([
    ['empty', '', 'JSON'],
    ['cut', '{"fields": [{"name": "nom"', 'JSON'],
    ['a table', 'nom,année\n', 'JSON'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'JSON'],
    ['UTF-16', Buffer.from('\ufeff{"fields": []}', 'utf16le'), 'JSON'],
    ['null', 'null', 'fields'],
    ['a list', '[1, 2]', 'fields'],
    ['a text', '"fields"', 'fields'],
    ['without fields', '{"fields": []}', 'fields'],
    ['with fields that are no list', '{"fields": {"nom": "string"}}', 'fields'],
    ['deep and closed', nested('[', ']', 200_000), 'niveaux'],
    ['with a value that is deep', withEnum(nested('[', ']', 5000)), 'niveaux'],
    ['deep and cut', '['.repeat(200_000), 'JSON'],
    ['deep and cut, of objects', '{"a":'.repeat(200_000), 'JSON'],
    ['huge', `{"fields": [], "x": "${'a'.repeat(11_000_000)}"}`, '10'],
    ['of too many fields', JSON.stringify({ fields: Array.from({ length: 10_001 }, (_, i) => ({ name: `c${i}` })) }), '10'],
  ])('%s', async (name, content, said) => {
    expectRefusal(await validate(folder.write(`${name}.json`, content)), said)
  })

  test('a folder', async () => {
    mkdirSync(join(folder.path, 'dossier.json'))
    expectRefusal(await validate(join(folder.path, 'dossier.json')), 'dossier')
  })

  test.skipIf(process.platform === 'win32')('huge, from a pipe that does not say its size', () => {
    const huge = folder.write('enorme.json', `{"fields": [{"name": "nom"}], "x": "${'a'.repeat(11_000_000)}"}`)
    const command = '"$0" "$1" validate "$2" --schema <(cat "$3")'
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, bin, table, huge], { encoding: 'utf8' })
    expectRefusal({ code: status, stdout, stderr }, '10')
  })
})

describe('a schema that can be used, in part', () => {
  test.each([
    ['a value that is rather deep', withEnum(nested('[', ']', 80))],
    ['many values', withEnum(Array.from({ length: 50_000 }, (_, i) => `"valeur ${i}"`).join())],
    [
      'a pattern of many groups',
      `{"fields": [{"name": "nom", "type": "string", "constraints": {"pattern": "${nested('(', ')', 3000)}"}}]}`,
    ],
    [
      'a pattern that backtracks',
      '{"fields": [{"name": "nom", "type": "string", "constraints": {"pattern": "^(([a-z])+.)+[A-Z]([a-z])+$"}}]}',
    ],
    ['names that objects have', '{"fields": [{"name": "__proto__"}, {"name": "constructor", "type": "toString", "format": "valueOf"}]}'],
    ['many keys', JSON.stringify({ fields: [{ name: 'nom' }], uniqueKeys: Array.from({ length: 500 }, () => ['nom']) })],
  ])('%s', async (name, content) => {
    const { code, stderr } = await validate(folder.write(`${name}.json`, content))
    expect(stderr).toBe('')
    expect(code).toBeLessThan(2)
  })

  test('a JSON Schema that refers to itself', async () => {
    const cells = folder.write('listes.csv', 'mots\n[1]\n')
    const endless = '{"fields": [{"name": "mots", "type": "array", "constraints": {"jsonSchema": {"$ref": "#"}}}]}'
    const { code, stderr } = await scdl(['validate', cells, '--schema', folder.write('sans fin.json', endless)])
    expect(stderr).toBe('')
    expect(code).toBeLessThan(2)
  })
})
