import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const folder = temporaryFolder()
const cwd = folder.path
folder.write('bancs.schema.json', JSON.stringify({ type: 'array', items: { type: 'object', required: ['nom'] } }))
folder.write('table.schema.json', JSON.stringify({ fields: [{ name: 'nom', type: 'string' }] }))
folder.write('ailleurs.schema.json', JSON.stringify({ $ref: 'file:///etc/passwd' }))
folder.write('voisin.schema.json', JSON.stringify({ $ref: './bancs.schema.json' }))
folder.write('data/juste.json', '[{"nom": "Parc"}]')
folder.write('data/faux.geojson', '[\n{"nom": "Parc"},\n{}]')
folder.write('data/juste.json.gz', gzipSync('[{"nom": "Parc"}]'))
folder.write('data/table.csv', 'nom\nParc\n')

describe('a schema of JSON', () => {
  test('a document that follows it, compressed or not', async () => {
    const { code, stdout } = await scdl(['validate', 'data/juste.json', 'data/juste.json.gz', '--schema', 'bancs.schema.json'], { cwd })
    expect([code, stdout.includes('2 conformes')]).toEqual([0, true])
  })

  test('standard input', async () => {
    const { code, stdout } = await scdl(['validate', '-', '--schema', 'bancs.schema.json'], { cwd, stdin: '[{}]' })
    expect([code, stdout.replaceAll('\u00a0', ' ').includes('« nom » est obligatoire')]).toEqual([1, true])
  })

  test('a folder gives its JSON, and no table', async () => {
    const { code, stdout } = await scdl(['validate', 'data', '--schema', 'bancs.schema.json', '--report', 'json'], { cwd })
    const { files } = JSON.parse(stdout) as { files: { source: string; valid: boolean }[] }
    expect(code).toBe(1)
    expect(files.map(({ source, valid }) => [source.replaceAll('\\', '/'), valid])).toEqual([
      ['data/faux.geojson', false],
      ['data/juste.json', true],
      ['data/juste.json.gz', true],
    ])
  })

  test.each([
    ['a table', ['data/table.csv', '--schema', 'bancs.schema.json'], "n'est pas du JSON"],
    ['JSON where a table is due', ['data/juste.json', '--schema', 'table.schema.json'], "c'est du JSON"],
  ])('%s is a fault of the data', async (_, args, said) => {
    const { code, stdout } = await scdl(['validate', ...args], { cwd })
    expect([code, stdout.replace(/\s+/g, ' ').includes(said)]).toEqual([1, true])
  })

  test.each([
    ['converts nothing', ['convert', 'data/juste.json', '--schema', 'bancs.schema.json'], 'décrit des documents JSON'],
    ['reads no file', ['validate', 'data/juste.json', '--schema', 'ailleurs.schema.json'], 'file:///etc/passwd'],
    ['reads no neighbour', ['validate', 'data/juste.json', '--schema', 'voisin.schema.json'], './bancs.schema.json'],
  ])('%s', async (_, args, said) => {
    const { code, stderr } = await scdl(args, { cwd })
    expect([code, stderr.includes(said), stderr.split('\n').length]).toEqual([2, true, 2])
  })
})
