import { describe, expect, test } from 'vitest'
import { collectKeys } from '../../src/collectKeys.js'
import type { ReferencedKeys } from '../../src/core/keyCollector.js'
import { readDescriptor, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => memorySource(Buffer.from(text, encoding), 'a.csv')
const owners = readDescriptor({
  fields: [
    { name: 'code', type: 'integer' },
    { name: 'nom', type: 'string' },
    { name: 'reste', type: 'date' },
  ],
  missingValues: ['', 'NA'],
})

/** Rows of `text` whose references are not found among the keys of `known`. */
async function unknownRows(known: ReturnType<typeof bytes>, text: string, fields: string[], types = ['integer', 'string']) {
  const [store] = await collectKeys(known, { schema: owners }, [fields])
  const referencedKeys: ReferencedKeys = ({ resource }) => (resource === 'autres' ? store : undefined)
  const names = fields.map((_, i) => `f${i}`)
  const schema = readDescriptor({
    fields: names.map((name, i) => ({ name, type: types[i] })),
    foreignKeys: [{ fields: names, reference: { resource: 'autres', fields } }],
  })
  const { diagnostics, counts, stats } = await validate(bytes(text), { schema, referencedKeys })
  const told = counts.some(({ code }) => code === 'schema/key')
  return { rows: diagnostics.filter(({ code }) => code === 'row/foreign-key').map(({ row }) => row), told, invalidRows: stats.invalidRows }
}

describe('keys of another table', () => {
  const table = 'code,nom,reste\n1,a,x\n002,b,\nNA,c,\n4,,\n'

  test('are compared by value; empty references are none', async () => {
    expect(await unknownRows(bytes(table), 'f0\n1\n2\n3\n""\n004\n', ['code'])).toEqual({ rows: [4], told: false, invalidRows: 2 })
  })

  test('of several fields are compared as a whole', async () => {
    expect((await unknownRows(bytes(table), 'f0,f1\n1,a\n1,b\n2,b\n4,\n,\n', ['code', 'nom'])).rows).toEqual([3])
  })

  test('are read under the encoding of the file', async () => {
    const latin = bytes(`code,nom,reste\n${Array.from({ length: 40 }, (_, i) => `${i},Évry-${i} hélas très près,\n`).join('')}`, 'latin1')
    expect((await unknownRows(latin, 'f0\nÉvry-7 hélas très près\nEvry\n', ['nom'], ['string'])).rows).toEqual([3])
  })

  test.each([
    ['no such column', 'code,reste\n1,\n'],
    ['two columns of that name', 'code,nom,nom\n1,a,b\n'],
    ['nothing', ''],
  ])('%s: not checked, and told', async (_, text) => {
    expect(await unknownRows(bytes(text), 'f0\nzzz\n', ['nom'], ['string'])).toEqual({ rows: [], told: true, invalidRows: 0 })
  })

  test('faults of the other table are not told here', async () => {
    const [store] = await collectKeys(bytes('code,nom,reste\nx,a,31/31/2024\n'), { schema: owners, platform: {} }, [['nom']])
    expect(store?.size).toBe(1)
  })
})
