import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, describe, expect, test } from 'vitest'
import type { Details } from '../../../src/core/diagnostic.js'
import { ScdlError } from '../../../src/core/error.js'
import { checkShape, type ShapeSchema } from '../../../src/node/configuration/checkShape.js'
import { configurationFor, readConfiguration } from '../../../src/node/configuration/readConfiguration.js'
import { temporaryFolder } from '../temporaryFolder.js'

const root = temporaryFolder()

/** A folder of its own with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root.path, 'case-'))
  for (const [name, text] of Object.entries(files)) root.write(join(folder.slice(root.path.length), name), text)
  return folder
}

async function faultOf(promise: Promise<unknown>): Promise<Details> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ScdlError)
  const { code, details } = error as ScdlError
  return { code, ...details }
}

const faultIn = (text: string, name = 'scdl.config.json') => faultOf(readConfiguration(join(folderWith({ [name]: text }), name)))

describe('places', () => {
  test.each([
    ['scdl.config.json', '{ "lang": "en" }'],
    ['scdl.config.yaml', 'lang: en'],
    ['scdl.config.yml', 'lang: en\n'],
    ['.scdlrc', 'lang: en'],
    ['.scdlrc', '{ "lang": "en" }'],
    ['.scdlrc.json', '\ufeff{ "lang": "en" }'],
    ['.scdlrc.yaml', '# comment\nlang: "en"'],
    ['package.json', '{ "name": "x", "scdl": { "lang": "en" } }'],
  ])('%s: %j', async (name, text) => {
    const folder = folderWith({ [name]: text, 'a/b/c.csv': '' })
    for (const from of [folder, join(folder, 'a/b')]) {
      expect(await configurationFor(from)).toMatchObject({ folder, settings: { lang: 'en' } })
    }
  })

  test('the nearest one counts; a package without the key and an empty file are passed over', async () => {
    const folder = folderWith({ 'scdl.config.json': '{ "lang": "en" }', 'a/package.json': '{ "bin": { "scdl": "x" } }', 'a/b/.scdlrc': '' })
    expect(await configurationFor(join(folder, 'a/b'))).toMatchObject({ folder, settings: { lang: 'en' } })
  })

  test('a folder of that name is none', async () => {
    const folder = folderWith({ 'scdl.config.json': '{ "lang": "en" }', 'a/.scdlrc/x': '' })
    expect(await configurationFor(join(folder, 'a'))).toMatchObject({ folder })
  })
})

describe('data only, never code', () => {
  const before = process.cwd()
  afterEach(() => process.chdir(before))

  const mark = (folder: string): string => `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'executed'))}, '')`
  const isExecuted = (folder: string): boolean => existsSync(join(folder, 'executed'))

  test.each(['scdl.config.js', 'scdl.config.cjs', '.scdlrc.js', '.scdlrc.cjs', '.config/scdlrc.js', 'scdl.config.ts'])(
    '%s is not looked at',
    async (name) => {
      const folder = folderWith({})
      root.write(join(folder.slice(root.path.length), name), `${mark(folder)}; module.exports = { lang: 'en' }`)
      const found = await configurationFor(folder)
      expect(found?.folder).not.toBe(folder)
      expect(isExecuted(folder)).toBe(false)
    },
  )

  test.each([
    ['.config/config.js', { '.scdlrc': 'lang: en' }],
    ['.config/config.cjs', { '.scdlrc': 'lang: en' }],
    ['evil.js', { '.scdlrc': 'lang: en', 'package.json': '{ "cosmiconfig": { "searchPlaces": ["evil.js"] }, "scdl": {} }' }],
  ])("cosmiconfig's own settings do not run %s", async (name, files) => {
    const folder = folderWith(files)
    root.write(join(folder.slice(root.path.length), name), mark(folder))
    process.chdir(folder)
    expect(await configurationFor(folder)).toMatchObject({ settings: { lang: 'en' } })
    expect(isExecuted(folder)).toBe(false)
  })

  test('another file is not imported', async () => {
    const folder = folderWith({ '.scdlrc': '$import: ./evil.js' })
    root.write(join(folder.slice(root.path.length), 'evil.js'), mark(folder))
    expect(await faultOf(configurationFor(folder))).toMatchObject({ reason: 'unknown-key' })
    expect(isExecuted(folder)).toBe(false)
  })

  test('a program named with --config is refused', async () => {
    const folder = folderWith({})
    const path = root.write(join(folder.slice(root.path.length), 'x.js'), mark(folder))
    expect(await faultOf(readConfiguration(path))).toMatchObject({ code: 'bad-configuration', reason: 'form' })
    expect(isExecuted(folder)).toBe(false)
  })

  test('YAML makes no functions', async () => {
    expect(await faultIn('lang: !!js/function "function () {}"', '.scdlrc')).toMatchObject({ reason: 'syntax', line: 1 })
  })
})

describe('faults', () => {
  test.each<[string, string, Details]>([
    ['not JSON', '{\n  "files": [,]\n}', { reason: 'syntax', line: 2 }],
    ['a misspelt key', '{\n  "fils": []\n}', { reason: 'unknown-key', key: 'fils', nearest: 'files', line: 2 }],
    [
      'a misspelt key of an entry',
      '{\n  "files": [\n    { "match": "*",\n      "shema": "x" }\n  ]\n}',
      { reason: 'unknown-key', key: 'files[0].shema', nearest: 'schema', line: 4 },
    ],
    ['a key that is like none', '{ "zzz": 1 }', { reason: 'unknown-key', key: 'zzz' }],
    ['an entry without schema', '{ "files": [{ "match": "*" }] }', { reason: 'missing', key: 'files[0]', missing: 'schema' }],
    ['a list in place of an object', '[]', { reason: 'type', expected: 'object' }],
    ['another type', '{ "hints": "no" }', { reason: 'type', key: 'hints', expected: 'boolean', value: 'no' }],
    [
      'a word that is none of the possible',
      '{ "unmatched": "warn" }',
      { reason: 'value', value: 'warn', nearest: 'warning', known: ['error', 'warning', 'ignore'] },
    ],
    ['an unknown severity', '{ "rules": { "row/blank": "warnings" } }', { reason: 'value', nearest: 'warning' }],
    ['an unknown code', '{ "rules": { "row/blan": "off" } }', { reason: 'unknown-code', nearest: 'row/blank', key: 'rules.row/blan' }],
    ['an unknown code to fail on', '{ "failOn": ["header/extra-colum"] }', { reason: 'unknown-code', nearest: 'header/extra-column' }],
    ['a pattern that leads out', '{ "files": [{ "match": "../*", "schema": "x" }] }', { reason: 'pattern', value: '../*' }],
    [
      'a capture that is not there',
      '{ "files": [{ "match": "{siren}/*", "schema": "x", "expect": { "a": "{siret}" } }] }',
      { reason: 'capture', value: '{siret}', known: ['{siren}'] },
    ],
    ['a report that goes elsewhere', '{ "report": ["json=../../r.json"] }', { reason: 'outside' }],
    ['a baseline that goes elsewhere', '{ "baseline": "/tmp/b.json" }', { reason: 'outside' }],
    ['a name from nowhere', '{ "__proto__": { "lang": "en" } }', { reason: 'unknown-key' }],
  ])('%s', async (_, text, details) => {
    expect(await faultIn(text)).toMatchObject({ code: 'bad-configuration', ...details })
  })

  test('YAML tells its line too', async () => {
    expect(await faultIn('files:\n  - match: "*"\n    shema: x\n', '.scdlrc')).toMatchObject({ nearest: 'schema', line: 3 })
    expect(await faultIn('files:\n\t- x', '.scdlrc')).toMatchObject({ reason: 'syntax', line: 2 })
  })

  test('what is too large, or grows when it is read, is refused', async () => {
    expect(await faultIn(`"${'x'.repeat(2_000_000)}"`)).toMatchObject({ code: 'limit-exceeded' })
    const bomb = `files: [&a { match: "*", schema: x }, ${'*a, '.repeat(100_000)}]`
    expect(await faultIn(bomb, '.scdlrc')).toMatchObject({ code: 'limit-exceeded' })
  })

  test('a file that is not there', async () => {
    expect(await faultOf(readConfiguration(join(root.path, 'absent.json')))).toMatchObject({ code: 'no-such-file' })
    mkdirSync(join(root.path, 'folder.json'))
    expect(await faultOf(readConfiguration(join(root.path, 'folder.json')))).toMatchObject({ code: 'read-failed' })
  })
})

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../src/configuration.schema.json', import.meta.url), 'utf8')) as ShapeSchema
  const ajv = new Ajv2020({ strict: true, strictRequired: false })
  const accepts = ajv.compile(schema)

  test.each([
    {},
    { $schema: 'x', files: [{ match: 'a', schema: 'b', expect: { c: 'd' }, delimiter: 'tab', quote: 'none', headerRow: 3 }] },
    { files: [{ match: 'a', schema: 'b', delimiter: ';;' }] },
    { files: [{ match: '', schema: 'b' }] },
    { files: [{ schema: 'b' }] },
    { files: {} },
    { files: [[]] },
    { rules: { x: 'off' } },
    { rules: { x: 'of' } },
    { rules: [] },
    { maxDiagnostics: 0 },
    { maxDiagnostics: -1 },
    { maxDiagnostics: 1.5 },
    { registry: 'ftp://x' },
    { registry: 'https://x' },
    { report: ['human', ''] },
    { lang: 'de' },
    { hints: null },
    { unknown: 1 },
    [],
    'text',
    null,
  ])('is read as ajv reads it: %j', (value) => {
    expect(checkShape(value, schema, 1000) === undefined).toBe(accepts(value))
  })

  test('every word of it is one that is understood', () => {
    const words = new Set([
      '$schema',
      'title',
      'description',
      '$defs',
      '$ref',
      'type',
      'enum',
      'properties',
      'additionalProperties',
      'required',
      'items',
      'minimum',
      'minLength',
      'pattern',
    ])
    const strangers: string[] = []
    const walk = (part: unknown, isNames: boolean): void => {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return
      for (const [key, value] of Object.entries(part)) {
        if (!isNames && !words.has(key)) strangers.push(key)
        walk(value, !isNames && (key === 'properties' || key === '$defs'))
      }
    }
    walk(schema, false)
    expect(strangers).toEqual([])
  })
})
