// Compiles src/formats/csv/scan.wat and writes scanModule.ts beside it; with `--check`, says instead whether that file is up to date.
import { readFile, writeFile } from 'node:fs/promises'
import wabt from 'wabt'

const source = new URL('./src/formats/csv/scan.wat', import.meta.url)
const target = new URL('./src/formats/csv/scanModule.ts', import.meta.url)

const { parseWat } = await wabt()
const module = parseWat('scan.wat', await readFile(source, 'utf8'), { simd: true })
module.validate()
const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64')
const text = `// Generated from scan.wat by \`npm run build:wasm\`: the compiled module, in base64.
export const SCAN_MODULE =
  '${base64}'
`
if (!process.argv.includes('--check')) await writeFile(target, text)
else if ((await readFile(target, 'utf8')) !== text) {
  console.error('scanModule.ts is not what scan.wat compiles to: run `npm run build:wasm`')
  process.exitCode = 1
}
