// Runs the tests, and ends with one line that says how many passed and failed. Arguments are vitest's: files, `-t name`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'scdl-tests-'))
const results = join(folder, 'results.json')
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`]

const status = await new Promise((ended) => {
  const tests = spawn(process.execPath, [vitest, ...options, ...process.argv.slice(2)], { stdio: 'inherit' })
  tests.on('close', (code) => ended(code ?? 1))
})
const { passed, failed, skipped } = count()
rmSync(folder, { recursive: true, force: true })
if (skipped > 0) console.log(`${skipped} skipped, each with its reason above`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function count() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const { status, assertionResults } of JSON.parse(readFileSync(results, 'utf8')).testResults) {
      for (const test of assertionResults) counts[test.status in counts ? test.status : 'skipped']++
      // A file that could not be loaded has no test to fail.
      if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++
    }
  } catch {
    // No results: vitest itself failed, which its status says.
  }
  if (status !== 0 && counts.failed === 0) counts.failed++
  return counts
}
