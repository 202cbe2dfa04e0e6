// Runs bin/scdl.js as a user does.
import { type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../bin/scdl.js', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

export interface Surroundings {
  cwd?: string
  stdin?: string
  env?: Record<string, string>
}

/** The terminal's settings do not reach the tests. In continuous integration, as `CI` says, no registry is asked. */
const { NO_COLOR, FORCE_COLOR, SCDL_LANG, SCDL_REGISTRY, SCDL_CACHE_DIR, ...around } = process.env
const environment = { ...around, CI: 'true' }

export function scdl(args: readonly string[], { cwd, stdin = '', env }: Surroundings = {}): Promise<Outcome> {
  const options: SpawnOptions = { stdio: 'pipe', env: { ...environment, ...env }, ...(cwd !== undefined && { cwd }) }
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [bin, ...args], options)
    const outcome: Outcome = { code: null, stdout: '', stderr: '' }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      outcome.stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      outcome.stderr += text
    })
    child.on('error', failed)
    child.on('close', (code) => ended({ ...outcome, code }))
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin)
  })
}
