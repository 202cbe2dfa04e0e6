// The thread of its own: built for the test, since Node runs no file of src/.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { ScdlError } from '../../src/core/error.js'
import { DEFAULT_LIMITS, Reread } from '../../src/core/format.js'
import type { IsolatedTask, Platform } from '../../src/core/source.js'
import { openTable } from '../../src/formats/index.js'
import { isolate } from '../../src/node/isolate.js'
import { nodePlatform } from '../../src/node/platform.js'
import { memorySource } from '../formats/memorySource.js'
import { readSheets } from '../formats/sheet/readSheets.js'
import { Chance } from '../fuzz/chance.js'
import { mutate } from '../fuzz/mutate.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const program = `${folder.path}/worker.cjs`
beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/node/isolatedWorker.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })
})

const limited = (limits: Partial<IsolatedTask>): Platform => ({
  ...nodePlatform,
  isolate: (task) => isolate({ ...task, ...limits }, pathToFileURL(program)),
})

function book(rows: number): Uint8Array {
  const made = XLSX.utils.book_new()
  const table = Array.from({ length: rows }, (_, i) => [i, `texte ${i}`, i / 7, 'é'])
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(table, { dense: true }), 'Été')
  return new Uint8Array(XLSX.write(made, { type: 'array', bookType: 'biff8' }))
}

const sound = (['biff8', 'biff5', 'xlsb'] as const).map((bookType) => {
  const made = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(
    made,
    XLSX.utils.aoa_to_sheet([
      ['a', 'b'],
      [21310101700014, true],
      ['é', 45292.5],
    ]),
    'A',
  )
  return new Uint8Array(XLSX.write(made, { type: 'array', bookType, compression: true }))
})

describe('a workbook read in a thread', () => {
  test('is what it is in place', async () => {
    const file = book(3000)
    expect(await readSheets(file, limited({}))).toEqual(await readSheets(file))
  })

  test('goes on where it was put away', async () => {
    const { sheets } = await openTable(memorySource(book(2500)), limited({}), { limits: DEFAULT_LIMITS })
    const numbers: number[] = []
    for await (const { rowNumber } of sheets[0]!.batches(() => {})) {
      numbers.push(...rowNumber)
      if (numbers.length === 1024) await new Promise((done) => setTimeout(done, 1500))
    }
    expect(numbers).toEqual(Array.from({ length: 2500 }, (_, i) => i + 1))
  })

  test('faults of the request come through', async () => {
    const reading = readSheets(book(10), limited({}), { columns: 2 })
    await expect(reading).rejects.toMatchObject({ name: 'ScdlError', code: 'limit-exceeded', details: { limit: 'columns', value: 2 } })
  })

  test('memory is limited', async () => {
    const reading = readSheets(book(20_000), limited({ bytes: 12 * 2 ** 20 }))
    await expect(reading).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'taskBytes', value: 12 * 2 ** 20 } })
  })

  test('time is limited', async () => {
    const reading = readSheets(book(20_000), limited({ seconds: 0.05 }))
    await expect(reading).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'taskSeconds', value: 0.05 } })
  })
})

const SECONDS = Number(process.env.SCDL_FUZZ_SECONDS ?? 3)

test(`${SECONDS} seconds of damaged workbooks: rows, a fault or a limit`, { timeout: (SECONDS + 60) * 1000 }, async () => {
  const limits = { bytes: 192 * 2 ** 20, seconds: 5 }
  const deadline = Date.now() + SECONDS * 1000
  for (let seed = 1; Date.now() < deadline; seed++) {
    const chance = new Chance(seed)
    const file = mutate(chance.pick(sound), chance)
    try {
      const { sheets } = await openTable(memorySource(file, 'classeur'), limited(limits), { limits: DEFAULT_LIMITS })
      for (const { batches } of sheets) for await (const { rows } of batches(() => {})) expect(rows).toBeGreaterThan(0)
    } catch (error) {
      if (!(error instanceof ScdlError || error instanceof Reread)) throw new Error(`seed ${seed}`, { cause: error })
    }
  }
})
