// Files that are too much of something: one sentence, or a report, in little memory.
import { appendFileSync, createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { expectRefusal } from './expectations.js'
import { measured } from './measure.js'

const folder = temporaryFolder()
const schema = folder.write('schema.json', '{"fields": [{"name": "nom", "type": "string"}, {"name": "année", "type": "year"}]}')
const validate = (path: string, ...more: string[]) => measured(folder, ['validate', path, '--schema', schema, ...more])

/** Of a run on a few rows it takes about 50. */
const LITTLE_MEMORY = 220

/** A file made piece by piece. */
function large(name: string, head: string, piece: string, pieces: number): string {
  const path = folder.write(name, head)
  for (let i = 0; i < pieces; i++) appendFileSync(path, piece)
  return path
}

describe('a limit exceeded', () => {
  const MEGABYTE = 'a'.repeat(2 ** 20)
  test.each([
    ['a line without end', () => large('ligne.csv', 'nom,année\n', MEGABYTE, 200), '--max-record-size'],
    ['a cell without end', () => large('cellule.csv', 'nom,année\n"', MEGABYTE, 50), '--max-record-size'],
    ['a label without end', () => large('titre.csv', '', MEGABYTE, 50), '--max-record-size'],
    ['100,000 columns', () => folder.write('colonnes.csv', `${'c,'.repeat(100_000)}c\n${'1,'.repeat(100_000)}1\n`), '--max-columns'],
    [
      'a gzip file that swells',
      () => folder.write('bombe.csv.gz', gzipSync(`nom,année\n${'Brest,2024\n'.repeat(4_000_000)}`, { level: 9 })),
      '--max-inflat',
    ],
    [
      'a gzip file of one line',
      () => folder.write('bombe2.csv.gz', gzipSync(`nom,année\n${Array.from({ length: 3_000_000 }, (_, i) => i).join('')}`)),
      '--max-record-size',
    ],
  ])('%s is one sentence, in little memory', async (_, file, said) => {
    const limits = said === '--max-inflat' ? ['--max-inflated-size', '8M'] : []
    const outcome = await validate(file(), ...limits)
    expectRefusal(outcome, said)
    expect(outcome.megabytes).toBeLessThan(LITTLE_MEMORY)
  })

  test('what a limit allows is read', async () => {
    const columns = folder.write('permises.csv', `${Array.from({ length: 16_384 }, (_, i) => `c${i}`).join()}\n${'1,'.repeat(16_383)}1\n`)
    expect((await scdl(['validate', columns, '--schema', schema])).code).toBe(0)
    const cell = folder.write('cellule.csv', `nom,année\n"${'x'.repeat(10_000_000)}",2024\nBrest,${'9'.repeat(5_000_000)}\n`)
    const { code, stdout, stderr } = await scdl(['validate', cell, '--schema', schema])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout.length).toBeLessThan(5000)
  })
})

describe('a file with a fault everywhere', () => {
  const rows = 200_000
  const faulty = () => folder.write('faux.csv', `nom,année\n${'Brest,vingt\n'.repeat(rows)}`)

  test('every finding is in the report, one per line, and memory stays flat', async () => {
    const report = join(folder.path, 'rapport.json')
    const outcome = await validate(faulty(), '--max-diagnostics', '0', '--report', `json=${report}`)
    expect(outcome.code).toBe(1)
    expect(outcome.megabytes).toBeLessThan(LITTLE_MEMORY)
    let findings = 0
    for await (const line of createInterface(createReadStream(report)))
      if (line.includes('"cell/type"') && line.includes('"line"')) findings++
    expect(findings).toBe(rows)
  })

  test('bad bytes everywhere take little memory', async () => {
    const bytes = Buffer.concat([
      Buffer.from('nom,année\n'),
      Buffer.alloc(6_000_000, Buffer.from('c3a9c3a980', 'hex')),
      Buffer.from(',2024\n'),
    ])
    const outcome = await validate(folder.write('octets.csv', bytes))
    expect(outcome.code).toBe(1)
    expect(outcome.megabytes).toBeLessThan(LITTLE_MEMORY)
  })

  test('a long list of allowed values is not repeated in every finding', async () => {
    const values = JSON.stringify(Array.from({ length: 5000 }, (_, i) => `valeur ${i}`))
    const listed = folder.write('liste.json', `{"fields": [{"name": "nom", "type": "string", "constraints": {"enum": ${values}}}]}`)
    const { stdout } = await scdl([
      'validate',
      folder.write('noms.csv', `nom\n${'Brest\n'.repeat(1000)}`),
      '--schema',
      listed,
      '--report',
      'json',
    ])
    expect(JSON.parse(stdout).files[0].diagnostics).toHaveLength(1000)
    expect(stdout.length).toBeLessThan(5_000_000)
  })
})

test('thousands of columns, each with other damaged dates, share the room for what is remembered', { timeout: 60_000 }, async () => {
  const columns = Array.from({ length: 3000 }, (_, i) => `c${i}`)
  const dates = folder.write('dates.json', JSON.stringify({ fields: columns.map((name) => ({ name, type: 'date' })) }))
  let day = 0
  const row = (): string => `${columns.map(() => `${1 + (++day % 28)}/${1 + (day % 12)}/${1900 + (day % 199)}`).join(';')}\n`
  const path = folder.write('wide.csv', `${columns.join(';')}\n${Array.from({ length: 600 }, row).join('')}`)
  const { code, megabytes } = await measured(folder, ['validate', path, '--schema', dates, '--quiet'])
  expect(code).toBe(1)
  expect(megabytes).toBeLessThan(400)
})
