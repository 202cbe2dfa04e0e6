// `scdl init` on a terminal asks before it writes. The terminal is one of util-linux's `script`: a pipe is never asked.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin } from './run.js'

const root = temporaryFolder()
const table = readFileSync(new URL('../../fixtures/valid/semicolon-crlf/data.csv', import.meta.url))
const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

/** What a terminal shows, and the exit code. `keys` are pressed once the question stands there. */
function answering(keys: string, cwd: string, language = 'fr'): Promise<{ code: number | null; shown: string }> {
  const command = [process.execPath, bin, 'init', '--offline', '--lang', language].map((word) => `'${word}'`).join(' ')
  const env = { ...process.env, TERM: 'xterm', NO_COLOR: '1' }
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd, env, stdio: 'pipe' })
  return new Promise((ended) => {
    let shown = ''
    let asked = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text
      if (asked || !/\[[OY]\/n\]/.test(shown)) return
      asked = true
      child.stdin.write(keys)
    })
    child.on('close', (code) => ended({ code, shown: shown.replaceAll('\r', '') }))
  })
}

function folderWithTable(): { cwd: string; isWritten(): boolean } {
  const cwd = mkdtempSync(join(root.path, 'case-'))
  root.write(join(cwd.slice(root.path.length), 'subventions.csv'), table)
  return { cwd, isWritten: () => existsSync(join(cwd, 'scdl.config.json')) }
}

describe.skipIf(!hasTerminals)('the question of scdl init (skipped where `script` makes no terminal)', () => {
  test.each([
    ['fr', 'o', 'oui'],
    ['fr', 'Oui', 'oui'],
    ['fr', '', 'oui'],
    ['fr', 'n', 'non'],
    ['fr', 'peut-être', 'non'],
    ['en', 'y', 'oui'],
    ['en', 'no', 'non'],
  ])('in %s, %j means %s', async (language, answer, meant) => {
    const { cwd, isWritten } = folderWithTable()
    const { code, shown } = await answering(`${answer}\r`, cwd, language)
    expect({ code, isWritten: isWritten() }).toEqual({ code: 0, isWritten: meant === 'oui' })
    // What would be written is seen before it is asked about.
    expect(shown).toMatch(/"subventions@2\.1\.1"[\s\S]*\[[OY]\/n\]/)
    const said = meant === 'oui' ? /scdl validate\n$/ : language === 'fr' ? /Rien n'a été écrit\.\n$/ : /Nothing was written\.\n$/
    expect(shown).toMatch(said)
  })

  test('Ctrl-D is no answer: nothing is written', async () => {
    const { cwd, isWritten } = folderWithTable()
    const { code, shown } = await answering('\x04', cwd)
    expect({ code, isWritten: isWritten() }).toEqual({ code: 0, isWritten: false })
    expect(shown).toMatch(/\nRien n'a été écrit\.\n$/)
  })

  test('Ctrl-C ends it, as it ends every command', async () => {
    const { cwd, isWritten } = folderWithTable()
    const { code, shown } = await answering('\x03', cwd)
    expect({ code, isWritten: isWritten() }).toEqual({ code: 130, isWritten: false })
    expect(shown).not.toMatch(/défaut|Error/)
  })
})
