// What others put into their continuous integration is run as it is written, with what the servers would put around it.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin, scdl } from './run.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const folder = temporaryFolder()
const cwd = folder.path
const good = readFileSync(join(root, 'fixtures/valid/semicolon-crlf/data.csv'))
const faulty = readFileSync(join(root, 'fixtures/readme/subventions-2024/data.csv'))

/** What npx would install is this build. */
const launcher = (name: string, shift: string): void =>
  chmodSync(folder.write(`bin/${name}`, `#!/bin/sh\n${shift}exec '${process.execPath}' '${bin}' "$@"\n`), 0o755)

beforeAll(() => {
  launcher('scdl', '')
  launcher('npx', '[ "$1" = --yes ] && shift\ncase "$1" in scdl-cli@0.1) shift ;; *) echo "not foreseen: $1" >&2; exit 9 ;; esac\n')
  for (let i = 0; i < 5; i++) folder.write(`data/juste ${i}.csv`, good)
  folder.write('data/fautes.csv', faulty)
  folder.write('justes/a b.csv', good)
  folder.write('justes/c.csv', good)
})

const { NO_COLOR, FORCE_COLOR, SCDL_LANG, ...around } = process.env
const environment = { ...around, CI: 'true', PATH: `${join(cwd, 'bin')}:${around.PATH}` }
function run(shell: readonly string[], script: string, env: Record<string, string> = {}) {
  const [program = '', ...options] = shell
  const { status, stdout, stderr } = spawnSync(program, [...options, script], { cwd, encoding: 'utf8', env: { ...environment, ...env } })
  return { code: status, stdout, stderr }
}
const HOSTILE = [
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '"; touch pwned; "',
  '$IFS;touch$IFS$(echo pwned)',
  '--report=json=pwned',
  '* ; touch pwned',
]
const expectSafe = (): void => expect(existsSync(join(cwd, 'pwned'))).toBe(false)

interface Action {
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { value: string }>
  runs: { using: string; steps: { id?: string; uses?: string; shell?: string; env?: Record<string, string>; run?: string }[] }
}

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  const action = parse(read('action.yml')) as Action
  const step = action.runs.steps.find(({ id }) => id === 'check')
  const files = { RUNNER_TEMP: cwd, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), GITHUB_OUTPUT: join(cwd, 'output') }

  beforeEach(() => {
    for (const name of ['summary.md', 'output', 'scdl-summary.md']) folder.write(name, '')
  })

  /** As the runner does: expressions of `env` are replaced, then bash reads the script from a file. */
  function runAction(inputs: Record<string, string>) {
    const given = (expression: string): string => {
      const [, name = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression) ?? []
      return inputs[name] ?? action.inputs[name]?.default ?? expect.fail(`no input ${expression}`)
    }
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, expression]) => [name, given(expression)]))
    const script = folder.write('step.sh', step?.run ?? '')
    const outcome = run(['bash', '--noprofile', '--norc', '-eo', 'pipefail'], script, { ...env, ...files })
    return { ...outcome, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), output: readFileSync(files.GITHUB_OUTPUT, 'utf8') }
  }

  test('is a composite action whose inputs reach the shell as variables only', () => {
    expect(action.runs.using).toBe('composite')
    expect(step?.shell).toBe('bash')
    expect(step?.run).not.toContain('${{')
    const used = [...Object.values(step?.env ?? {}), ...JSON.stringify(action.runs.steps).matchAll(/inputs\.([a-z-]+)/g)].map(String).join()
    for (const name of Object.keys(action.inputs)) expect(used).toContain(name)
    expect(action.outputs['exit-code']?.value).toContain('steps.check.outputs.exit-code')
  })

  test('annotates, writes the summary, and ends with the exit code', () => {
    const { code, stdout, summary, output } = runAction({ sources: 'data', schema: 'subventions' })
    expect({ code, output }).toEqual({ code: 1, output: 'exit-code=1\n' })
    expect(stdout).toMatch(/^::error file=data\/fautes\.csv/m)
    expect(summary).toContain('fautes.csv')
  })

  test('several sources, one per line, further reports and codes', () => {
    const inputs = { sources: 'justes/a b.csv\r\n\njustes/c.csv\n', schema: 'subventions', report: 'json=a.json\nhtml=a.html' }
    expect(runAction(inputs)).toMatchObject({ code: 0, stderr: '', output: 'exit-code=0\n' })
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'))).toMatchObject({ stats: { files: 2 } })
    expect(existsSync(join(cwd, 'a.html'))).toBe(true)
    expect(runAction({ ...inputs, 'fail-on': 'warning\ncell/type' }).code).toBe(0)
  })

  test('a request that cannot be carried out is 2', () => {
    expect(runAction({ sources: 'absent.csv', schema: 'subventions' })).toMatchObject({ code: 2, output: 'exit-code=2\n' })
    expect(runAction({ sources: 'justes', schema: 'subventions', 'changed-since': 'HEAD' }).code).toBe(2)
  })

  test.each(HOSTILE)('%s is never a command, nor an option', (text) => {
    for (const name of ['sources', 'schema', 'changed-since', 'fail-on']) {
      expect(runAction({ sources: 'justes', schema: 'subventions', [name]: text }).code).toBe(2)
      expectSafe()
    }
    expect(runAction({ sources: 'justes', version: text }).code).toBe(9)
    expectSafe()
  })
})

describe.skipIf(process.platform === 'win32')('templates/gitlab-ci.yml', () => {
  const { variables, scdl: job } = parse(read('templates/gitlab-ci.yml')) as {
    variables: Record<string, string>
    scdl: { script: string[]; artifacts: { reports: Record<string, string> } }
  }
  const runJob = (more: Record<string, string>) => run(['sh', '-ec'], job.script.join('\n'), { ...variables, ...more })

  test('writes the reports that it declares, and ends with the exit code', () => {
    expect(runJob({ SCDL_SOURCES: 'data', SCDL_SCHEMA: 'subventions' }).code).toBe(1)
    const { codequality = '', junit = '' } = job.artifacts.reports
    expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ location: expect.objectContaining({ path: 'data/fautes.csv' }) })]),
    )
    expect(readFileSync(join(cwd, junit), 'utf8')).toContain('<testsuite')
  })

  test('several sources, one per line; a pattern is left to scdl', () => {
    expect(runJob({ SCDL_SOURCES: 'justes/a b.csv\njustes/c.csv\n', SCDL_SCHEMA: 'subventions' })).toMatchObject({ code: 0, stderr: '' })
    expect(runJob({ SCDL_SOURCES: 'justes/*.csv', SCDL_SCHEMA: 'subventions' }).stdout).toContain('2 fichiers')
    expect(runJob({ SCDL_SOURCES: 'absent.csv', SCDL_SCHEMA: 'subventions' }).code).toBe(2)
  })

  test.each(HOSTILE)('%s is never a command, nor an option', (text) => {
    expect(runJob({ SCDL_SOURCES: text, SCDL_SCHEMA: 'subventions' }).code).toBe(2)
    expect(runJob({ SCDL_SOURCES: 'justes', SCDL_SCHEMA: text }).code).toBe(2)
    expect(runJob({ SCDL_SOURCES: 'justes', SCDL_VERSION: text }).code).toBe(9)
    expectSafe()
  })
})

describe.skipIf(process.platform === 'win32')('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string; files: string; args: string[] }[]

  test('checks the files that are given, with the command of the package', () => {
    const words = [...(hook?.entry.split(' ') ?? []), ...(hook?.args ?? []), '--schema', 'subventions']
    const check = (...files: string[]) => run(['sh', '-c'], [...words, ...files.map((file) => `'${file}'`)].join(' '))
    expect(check('justes/a b.csv', 'justes/c.csv')).toMatchObject({ code: 0, stderr: '' })
    expect(check('justes/c.csv', 'data/fautes.csv').code).toBe(1)
    expect(Object.keys((JSON.parse(read('package.json')) as { bin: object }).bin)).toContain(words[0])
    expect(hook?.language).toBe('node')
  })

  test('is installed as pre-commit does: what npm pack prints is the name of the file, though the package builds itself', () => {
    folder.write('cloned/package.json', '{ "name": "cloned", "version": "1.0.0", "scripts": { "prepare": "node -p 1" } }')
    if (existsSync(join(root, '.npmrc'))) folder.write('cloned/.npmrc', read('.npmrc'))
    const { status, stdout } = spawnSync('npm', ['pack'], { cwd: join(cwd, 'cloned'), encoding: 'utf8', env: around })
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'cloned-1.0.0.tgz\n' })
  })

  test('takes the files that scdl reads', () => {
    const taken = new RegExp(hook?.files ?? '')
    expect(['a.csv', 'b/c.xlsx', 'd.ods', 'e.tsv'].every((name) => taken.test(name))).toBe(true)
    expect(['a.md', 'schema.json', 'csv'].some((name) => taken.test(name))).toBe(false)
  })
})

/** The blocks of the page, in their order. */
const page = read('docs/many-files.md')
const yaml = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
const blockWith = (word: string): string => yaml.find((text) => text.includes(word)) ?? expect.fail(`no example has ${word}`)

describe.skipIf(process.platform === 'win32')('docs/many-files.md', () => {
  const single = () => scdl(['validate', 'data', '--schema', 'subventions@2.1.1', '--quiet'], { cwd })
  const parts = [0, 1, 2, 3]

  test('every example is YAML', () => {
    expect(yaml.length).toBeGreaterThan(4)
    for (const text of yaml) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([])
  })

  test('GitLab', async () => {
    const jobs = parse(blockWith('CI_NODE_TOTAL')) as Record<string, { script: string[]; parallel?: number }>
    run(['sh', '-c'], 'rm -rf rapports; mkdir rapports')
    for (const i of parts) {
      const env = { CI_NODE_INDEX: `${i + 1}`, CI_NODE_TOTAL: `${jobs.verification?.parallel}` }
      expect(run(['bash', '-eo', 'pipefail', '-c'], jobs.verification?.script.join('\n') ?? '', env)).toMatchObject({ code: 0, stderr: '' })
    }
    const merged = run(['bash', '-eo', 'pipefail', '-c'], jobs.conformite?.script.join('\n') ?? '')
    expect(merged.code).toBe((await single()).code)
    expect(existsSync(join(cwd, 'qualite.json'))).toBe(true)
  })

  test('GitHub', () => {
    const { jobs } = parse(blockWith('matrix.part')) as {
      jobs: Record<string, { strategy?: { matrix: { part: number[] } }; steps: { run?: string }[] }>
    }
    const command = (job: string): string => jobs[job]?.steps.flatMap(({ run }) => run ?? []).join('\n') ?? ''
    run(['sh', '-c'], 'rm -rf rapports; mkdir rapports')
    for (const part of jobs.verification?.strategy?.matrix.part ?? []) {
      const script = command('verification').replaceAll(/\$\{\{ matrix\.part \}\}/g, String(part))
      expect(run(['bash', '-eo', 'pipefail', '-c'], script)).toMatchObject({ code: 0, stderr: '' })
    }
    run(['sh', '-c'], 'mv rapport-?.json rapports')
    expect(run(['bash', '-eo', 'pipefail', '-c'], command('conformite'))).toMatchObject({ code: 1, stderr: '' })
  })

  test('Kubernetes', async () => {
    const { spec } = parse(blockWith('JOB_COMPLETION_INDEX')) as {
      spec: {
        completions: number
        template: { spec: { containers: { command: string[]; args: string[]; env: { name: string; value: string }[] }[] } }
      }
    }
    const [container] = spec.template.spec.containers
    const env = Object.fromEntries(container?.env.map(({ name, value }) => [name, value]) ?? [])
    expect(env.PARTS).toBe(String(spec.completions))
    run(['sh', '-c'], 'rm -rf rapports; mkdir rapports')
    const script = (container?.args[0] ?? '').replace('/data', 'data').replace('/rapports', 'rapports')
    for (const i of parts) {
      expect(run(container?.command ?? [], script, { ...env, JOB_COMPLETION_INDEX: String(i) })).toMatchObject({ code: 0, stderr: '' })
    }
    expect(await scdl(['merge', 'rapports', '--quiet'], { cwd })).toEqual(await single())
  })

  test('the template of GitLab has the variables that the example sets', () => {
    const { variables } = parse(blockWith('templates/gitlab-ci.yml')) as { variables: object }
    const known = (parse(read('templates/gitlab-ci.yml')) as { variables: object }).variables
    expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(variables)))
  })
})
