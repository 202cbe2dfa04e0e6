import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from './temporaryFolder.js'

let refusal = ''
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>()
  const renameSync = (from: string, to: string): void => {
    if (refusal === '') fs.renameSync(from, to)
    else throw Object.assign(new Error(refusal), { code: refusal, syscall: 'rename' })
  }
  return { ...fs, renameSync }
})
const { openOutputFile } = await import('../../src/node/outputFile.js')

const folder = temporaryFolder()

describe('a file that another program holds', () => {
  // Windows refuses to replace a file that a spreadsheet shows with one or the other.
  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s: is told as such, and leaves nothing beside it', async (code) => {
    const path = folder.write('tenu/a.csv', 'ancien')
    const file = await openOutputFile(path, { replace: true })
    await file.write('nouveau')
    refusal = code
    await expect(file.commit()).rejects.toMatchObject({ code: 'write-failed', details: { path, reason: 'busy' } })
    refusal = ''
    expect(readdirSync(join(folder.path, 'tenu'))).toEqual(['a.csv'])
  })

  test('a place that was free is no file that is held', async () => {
    const file = await openOutputFile(join(folder.path, 'b.csv'), { replace: true })
    refusal = 'EPERM'
    await expect(file.commit()).rejects.toMatchObject({ details: { reason: 'no-permission' } })
    refusal = ''
  })
})
