import { describe, expect, test } from 'vitest'
import { readDataPackage, ScdlError } from '../../src/index.js'

const schema = { fields: [{ name: 'id', type: 'string' }] }

describe('readDataPackage', () => {
  test('names tables after their files where they have no name, and apart', async () => {
    const { tables } = await readDataPackage({
      resources: [{ path: 'data/bancs.csv', schema }, { name: 'bancs', schema }, { schema }, 'x', { name: ' bancs ', schema }],
    })
    expect(tables.map(({ name }) => name)).toEqual(['bancs', 'bancs-2', 'resource-3', 'bancs-2-2'])
  })

  test('gives each table its facts', async () => {
    const facts = { name: 'lot.json', origin: 'path', version: '1.0.0', title: 'Lot' } as const
    const { tables } = await readDataPackage({ resources: [{ name: 'bancs', title: 'Bancs', schema }] }, { facts })
    expect(tables[0]?.schema?.facts).toEqual({
      name: 'lot.json#bancs',
      origin: 'path',
      version: '1.0.0',
      title: 'Bancs',
      package: 'lot.json',
      resource: 'bancs',
    })
  })

  test('a schema that cannot be had is the fault of its table', async () => {
    const { tables } = await readDataPackage(
      { resources: [{ name: 'a', schema }, { name: 'b', schema: 'b.json' }, { name: 'c', schema: { fields: [] } }, { name: 'd' }] },
      {
        schemaAt: async (place) => {
          throw new ScdlError('no-such-file', { path: place })
        },
      },
    )
    expect(tables.map(({ schema: read, fault }) => [read !== undefined, fault?.code])).toEqual([
      [true, undefined],
      [false, 'no-such-file'],
      [false, 'schema-not-table-schema'],
      [false, undefined],
    ])
  })

  test('keys beside the schema are told to have no effect', async () => {
    const { tables } = await readDataPackage({ resources: [{ name: 'a', schema, foreignKeys: [] }] })
    expect(tables[0]?.schema?.faults).toEqual([{ code: 'schema/property', details: { property: 'foreignKeys' } }])
  })

  test.each([
    ['no-resources', { resources: [] }],
    ['no-resources', { resources: ['a', null] }],
    ['no-resources', []],
    ['limit-exceeded', { resources: Array.from({ length: 101 }, () => ({ schema })) }],
  ])('%s', async (code, descriptor) => {
    await expect(readDataPackage(descriptor)).rejects.toMatchObject({ code })
  })
})
