// Real and example files, converted: to CSV that is valid, or the report on the output names each reason.
import { describe, expect, it } from 'vitest'
import { readDescriptor } from '../../src/index.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { hasShared, isImplemented, type PublishedSchema, readJsonLines, readShared, SKIP_NOTE } from '../parity/reference.js'
import { expectSound } from './expectSound.js'

interface Pair {
  schema: string
  file: string
  valid: boolean | null
  compare: string
}

const read = (path: string) => readShared(`reference/schemas/${path}`)
const pairs = readJsonLines<Pair>('reference/verdicts.jsonl').filter(
  ({ file, compare }) => /\.(?:csv|xlsx|ods)$/.test(file) && compare !== 'none',
)

describe.skipIf(!hasShared)(`published files ${SKIP_NOTE}`, () => {
  it.each([...new Set(pairs.map(({ schema }) => schema))])('%s', { timeout: 60_000 }, async (path) => {
    const descriptor = JSON.parse(read(path).toString('utf8')) as PublishedSchema
    if (!isImplemented(descriptor)) return
    const schema = readDescriptor(descriptor)
    for (const { file } of pairs.filter((pair) => pair.schema === path)) {
      const { conversion, table } = await expectSound(read(file), schema, {}, file)
      // What was valid stays so; what validate called convertible becomes so.
      if (table.verdict !== 'invalid') expect([file, conversion.remaining?.verdict]).toEqual([file, 'valid'])
      else if (conversion.remaining?.valid === false) expect(conversion.remaining.counts.length).toBeGreaterThan(0)
    }
  })

  it.each(['subventions-toulouse_2022.csv', 'subventions-castelmaurou.csv'])('%s', async (file) => {
    const { descriptor, facts, aliases } = await resolveSchema('scdl/subventions@2.1.1')
    const { conversion, table } = await expectSound(
      readShared(`reference/real/${file}`),
      readDescriptor(descriptor, facts, aliases),
      {},
      file,
    )
    expect(conversion.rows).toBe(table.stats.rows)
    expect(conversion.remaining?.valid).toBe(file.includes('castelmaurou'))
    expect(conversion.remaining?.stats.invalidCells).toBe(table.stats.invalidCells - table.stats.repairableCells)
  })
})
