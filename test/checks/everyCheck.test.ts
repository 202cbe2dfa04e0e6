// What holds of every check: its fixture, its names, and that no text makes it fail.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAliases } from '../../src/checks/aliases.js'
import { cellChecks } from '../../src/checks/cell/index.js'
import { rowChecks } from '../../src/checks/row/index.js'
import type { CellCheck } from '../../src/core/check.js'
import { readDescriptor } from '../../src/index.js'
import { compiled, fieldOf } from './faultOf.js'

const root = new URL('../../', import.meta.url)
const names = [...Object.keys(cellChecks), ...Object.keys(rowChecks)]
const failing = new Set<string>()
for (const { name } of readdirSync(new URL('fixtures/checks/', root), { withFileTypes: true })) {
  const expected = new URL(`fixtures/checks/${name}/expected.json`, root)
  if (!existsSync(expected)) continue
  const { counts } = JSON.parse(readFileSync(expected, 'utf8')) as { counts: Record<string, number> }
  for (const code of Object.keys(counts)) failing.add(code)
}

describe.each(names)('%s', (name) => {
  test('has a fixture that fails it', () => expect(failing).toContain(`row/${name}`))
})

test('every other name stands for a check', () => {
  for (const [alias, name] of Object.entries(checkAliases)) {
    expect(names).toContain(name)
    const { schema, faults } = readDescriptor({ fields: [{ name: 'f' }], custom_checks: [{ name: alias, params: { column: 'f' } }] })
    expect([schema.checks[0]?.name, faults]).toEqual([name, []])
  }
})

const PIECES =
  '0 1 2 7 9 12 24 31 2024 9999 Mo Tu-Fr PH SH off closed 24/7 Jan easter sunrise week 08:00 -18:00 [1] ( ) + - , ; : / || " { } [ ] . e E W 2A lon lat France é ٣ ２ 🚲 \u00a0 \n'.split(
    ' ',
  )
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 14 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const SEED = { seed: 20_260_822, numRuns: 1500 }

test('no text makes a check fail, and a fault stays a small number', async () => {
  const checks = await Promise.all(
    Object.entries<CellCheck>(cellChecks).map(async ([name, check]) => [name, await compiled(check, {}, fieldOf())] as const),
  )
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((cell) => encoder.encode(cell)),
        fc.uint8Array({ maxLength: 24 }),
      ),
      (bytes) => {
        const before = bytes.slice()
        for (const [name, check] of checks) {
          const fault = check.test(bytes, 0, bytes.length)
          if (!Number.isInteger(fault) || fault < 0 || fault > 3) throw new Error(`${name}: ${fault}`)
          if (fault !== check.test(bytes, 0, bytes.length)) throw new Error(`${name}: another answer the second time`)
        }
        expect(bytes).toEqual(before)
      },
    ),
    SEED,
  )
})

test('the canonical form of an accepted text is accepted, and is its own', async () => {
  const encoder = new TextEncoder()
  for (const [name, check] of Object.entries<CellCheck>(cellChecks)) {
    const { test: accepts, canonical } = await compiled(check)
    if (canonical === undefined) continue
    fc.assert(
      fc.property(text, (cell) => {
        const bytes = encoder.encode(cell)
        if (accepts(bytes, 0, bytes.length) !== 0) return
        const written = encoder.encode(canonical(cell))
        if (accepts(written, 0, written.length) !== 0 || canonical(canonical(cell)) !== canonical(cell)) throw new Error(`${name}: ${cell}`)
      }),
      SEED,
    )
  }
})
