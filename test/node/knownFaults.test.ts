import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AcceptedFault, type KnownFaultsFile, readKnownFaults, writeKnownFaults } from '../../src/node/knownFaults.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const path = join(folder.path, 'known.json')

const faults: AcceptedFault[] = [
  { code: 'cell/type', field: 'montant', value: '1\n2\u001b[31m\u202e', count: 3, reason: 'repris en juin', until: '2030-06-30' },
  { code: 'cell/enum', field: 'nature', value: '', count: 1 },
  { code: 'header/order', count: 1 },
]

describe('the file of known faults', () => {
  test('is read as it was written', async () => {
    const files: KnownFaultsFile = new Map([['b.csv', faults]])
    await writeKnownFaults(path, files)
    expect(new Set(readKnownFaults(path).get('b.csv'))).toEqual(new Set(faults))
  })

  test('is the same whatever the order in which faults were found, one fault a line, without control characters', async () => {
    await writeKnownFaults(
      path,
      new Map([
        ['b.csv', faults],
        ['a.csv', faults.slice(0, 1)],
        ['none.csv', []],
      ]),
    )
    const text = readFileSync(path, 'utf8')
    await writeKnownFaults(
      path,
      new Map([
        ['a.csv', faults.slice(0, 1)],
        ['b.csv', faults.toReversed()],
      ]),
    )
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"code"'))).toHaveLength(4)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    expect(text.indexOf('a.csv')).toBeLessThan(text.indexOf('b.csv'))
  })

  test('without faults it is still one', async () => {
    await writeKnownFaults(path, new Map())
    expect(readKnownFaults(path).size).toBe(0)
  })

  test.each([
    ['not JSON', '{ "files": {', { line: 1 }],
    ['another document', '[]', {}],
    ['a fault without count', '{ "files": { "a": [{ "code": "row/blank" }] } }', { name: 'a', entry: 1, missing: 'count' }],
    ['a day that is none', '{ "files": { "a": [{ "code": "row/blank", "count": 1, "until": "bientôt" }] } }', { entry: 1, key: 'until' }],
    ['a day that no month has', '{ "files": { "a": [{ "code": "row/blank", "count": 1, "until": "2030-02-31" }] } }', { key: 'until' }],
    ['a misspelt end', '{ "files": { "a": [{ "code": "row/blank", "count": 1, "untill": "2030-06-30" }] } }', { nearest: 'until' }],
    ['a fault that is none', '{ "files": { "a": [1] } }', { name: 'a', entry: 1 }],
  ])('%s is refused', (_, text, details) => {
    const file = folder.write('bad.json', text)
    expect(() => readKnownFaults(file)).toThrow(
      expect.objectContaining({ code: 'bad-baseline', details: expect.objectContaining(details) }),
    )
  })

  test('a file that is not there has a sentence of its own', () => {
    expect(() => readKnownFaults(join(folder.path, 'absent.json'))).toThrow(expect.objectContaining({ code: 'no-baseline' }))
  })
})
