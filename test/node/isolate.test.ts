// The thread of its own: built for the test, since Node runs no file of src/.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { DEFAULT_LIMITS } from '../../src/core/format.js'
import type { IsolatedTask, Platform } from '../../src/core/source.js'
import { openTable } from '../../src/formats/index.js'
import { isolate } from '../../src/node/isolate.js'
import { nodePlatform } from '../../src/node/platform.js'
import { memorySource } from '../formats/memorySource.js'
import { readSheets } from '../formats/sheet/readSheets.js'
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
    const reading = readSheets(book(60_000), limited({ bytes: 24 * 2 ** 20 }))
    await expect(reading).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'taskBytes', value: 24 * 2 ** 20 } })
  })

  test('time is limited', async () => {
    const reading = readSheets(book(60_000), limited({ seconds: 0.05 }))
    await expect(reading).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit: 'taskSeconds', value: 0.05 } })
  })
})
