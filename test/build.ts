// Before the tests that run what was built.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export default function build(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url))], { stdio: 'inherit' })
}
