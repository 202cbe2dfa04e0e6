// Standard input and output in every state, and interruptions.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bin } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { expectRefusal } from './expectations.js'

const folder = temporaryFolder()
const schema = folder.write('schema.json', '{"fields": [{"name": "nom", "type": "string"}, {"name": "année", "type": "year"}]}')
folder.write('table.csv', 'nom,année\nBrest,2024\n')

/** A line of the shell in which `scdl` is the command. */
function shell(line: string) {
  const set = `scdl() { "${process.execPath}" "${bin}" "$@"; }; ${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', set], {
    encoding: 'utf8',
    cwd: folder.path,
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  return { code: status, stdout, stderr }
}

describe.skipIf(process.platform === 'win32')('standard streams', () => {
  test.each([
    ['closed input', 'scdl validate - --schema ./schema.json <&-'],
    ['empty input', 'scdl validate - --schema ./schema.json </dev/null'],
  ])('%s is an empty file', (_, line) => {
    const { code, stdout, stderr } = shell(line)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('vide')
  })

  test.each([
    ['closed output', 'scdl validate table.csv --schema ./schema.json >&-', 0],
    ['closed error output', 'scdl validate absent.csv --schema ./schema.json 2>&-', 2],
    ['a reader that takes one line', 'scdl validate table.csv --schema ./schema.json | head -1; exit $PIPESTATUS', 0],
    ['a reader that takes nothing', 'scdl validate table.csv --schema ./schema.json | true; exit $PIPESTATUS', 0],
    [
      'a reader of errors that takes nothing',
      'scdl validate absent.csv --schema ./schema.json 2>&1 >/dev/null | true; exit $PIPESTATUS',
      2,
    ],
  ])('%s: no trace, the same exit code', (_, line, status) => {
    const { code, stderr } = shell(line)
    expect({ code, stderr }).toEqual({ code: status, stderr: '' })
  })

  test('standard input is read once however often it is named', () => {
    const { code, stdout } = shell('cat table.csv | scdl validate - - --schema ./schema.json --quiet')
    expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 2 })
  })

  test('pipes stand for files', () => {
    const { code, stderr } = shell('scdl validate <(cat table.csv) --schema <(cat schema.json) --quiet')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.skipIf(process.platform !== 'linux')('a full disk behind each output', () => {
    expectRefusal(shell('scdl validate table.csv --schema ./schema.json --report json > /dev/full'), 'place')
    expect(shell('scdl validate absent.csv --schema ./schema.json 2> /dev/full')).toEqual({ code: 2, stdout: '', stderr: '' })
  })
})

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  const long = folder.write('long.csv', `nom,année\n${'Brest,vingt\n'.repeat(3_000_000)}`)

  async function interrupted(args: readonly string[], input: string | undefined, afterMs: number) {
    const temporary = join(folder.path, `tmp-${afterMs}-${args.length}`)
    mkdirSync(temporary, { recursive: true })
    const options = { cwd: folder.path, env: { ...process.env, TMPDIR: temporary } }
    const child = spawn(process.execPath, [bin, 'validate', ...args, '--schema', schema, '--max-diagnostics', '0'], options)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text
      })
    }
    child.stdin.on('error', () => {})
    child.stdin.end(input === undefined ? '' : readFileSync(input))
    setTimeout(() => child.kill('SIGINT'), afterMs)
    const code = await new Promise((ended) => child.on('close', ended))
    return { code, output, left: readdirSync(temporary) }
  }

  test.each([300, 1500])('of a long file after %i ms leaves quietly, and nothing half written', async (afterMs) => {
    mkdirSync(join(folder.path, 'rapports'), { recursive: true })
    const outcome = await interrupted([long, '--report', `json=${join(folder.path, 'rapports/r.json')}`], undefined, afterMs)
    expect(outcome).toEqual({ code: 130, output: '', left: [] })
    expect(readdirSync(join(folder.path, 'rapports'))).toEqual([])
  })

  test('of standard input, once it is all there, is heard too', async () => {
    expect(await interrupted(['-'], long, 1500)).toEqual({ code: 130, output: '', left: [] })
  })
})
