// The packed tarball, installed in an empty folder, does the main job.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { codes, pageOf } from '../src/codes.js'
import { temporaryFolder } from './node/temporaryFolder.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')
const folder = temporaryFolder()
const installed = join(folder.path, 'node_modules/scdl-cli')
const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--offline'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  })

beforeAll(() => {
  npm(['pack', '--pack-destination', folder.path], root)
  const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz')) ?? ''
  folder.write('package.json', '{ "private": true, "type": "module" }')
  npm(['install', `./${tarball}`], folder.path)
})

describe('the packed package', () => {
  test('needs no other package', () => {
    expect(readdirSync(join(folder.path, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['scdl-cli'])
  })

  test('holds what it ships and nothing else', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.en.md',
      'README.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'standards',
    ])
  })

  test('holds the page of each code', () => {
    for (const code of Object.keys(codes)) expect(existsSync(join(installed, pageOf(code) ?? ''))).toBe(true)
  })

  test('gives the notices of what is bundled', () => {
    const notices = readFileSync(join(installed, 'dist/THIRD-PARTY.txt'), 'utf8')
    for (const name of ['commander', 'tinyglobby', 'fdir', 'picomatch'])
      expect(notices).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'))
  })

  test.each(['scdl', 'scdl-cli'])('%s validates with a shipped schema', (name) => {
    folder.write('subventions.csv', 'nomAttribuant;montant\nCommune;beaucoup\n')
    const { status, stdout } = spawnSync(
      join(folder.path, 'node_modules/.bin', name),
      ['validate', 'subventions.csv', '--schema', 'subventions'],
      {
        cwd: folder.path,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    )
    expect(stdout).toContain('scdl/subventions 2.1.1')
    expect(status).toBe(1)
  })

  test('is a library for Node', () => {
    const script = `
      import { expandSources, nodePlatform, readDescriptor, resolveSchema, validate } from 'scdl-cli'
      const { descriptor, facts, aliases } = await resolveSchema('subventions')
      const [source] = await expandSources(['subventions.csv'])
      const { verdict } = await validate(source, { schema: readDescriptor(descriptor, facts, aliases), platform: nodePlatform })
      console.log(verdict)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder.path, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: 'invalid\n', stderr: '' })
  })

  test('is a library for browsers: another file, without files and folders', () => {
    const script = "import * as scdl from 'scdl-cli'; console.log(Object.keys(scdl).join())"
    const run = (...conditions: string[]) =>
      spawnSync(process.execPath, [...conditions, '--input-type=module', '-e', script], { cwd: folder.path, encoding: 'utf8' })
        .stdout.trim()
        .split(',')
    expect(run()).toEqual(expect.arrayContaining(['validate', 'readDescriptor', 'expandSources']))
    expect(run('-C', 'browser')).toEqual(expect.arrayContaining(['validate', 'readDescriptor']))
    expect(run('-C', 'browser')).not.toContain('expandSources')
  })

  test('publishes types that stand on their own', () => {
    folder.write(
      'use.ts',
      `import { buildReport, expandSources, readDescriptor, validate, type Report, type ValidateOptions } from 'scdl-cli'
      const options: ValidateOptions = { schema: readDescriptor({ fields: [] }) }
      const report: Report = buildReport([await validate((await expandSources(['a.csv']))[0]!, options)], 0)
      // @ts-expect-error: a verdict is one of three words
      report.verdict = 'perhaps'\n`,
    )
    const compile = (...options: string[]) =>
      spawnSync(
        process.execPath,
        [tsc, 'use.ts', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--ignoreConfig', '--types', '', ...options],
        { cwd: folder.path, encoding: 'utf8' },
      ).stdout
    expect(compile()).toBe('')
  })

  test('publishes the JSON Schema of its report', () => {
    const script = "import schema from 'scdl-cli/report.schema.json' with { type: 'json' }; console.log(typeof schema)"
    expect(
      spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { cwd: folder.path, encoding: 'utf8' }).stdout,
    ).toBe('object\n')
  })
})
