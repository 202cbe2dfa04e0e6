import { describe, expect, test } from 'vitest'
import { chooseVersion, readSchemaReference } from '../../src/node/schemaReference.js'

describe('readSchemaReference', () => {
  test.each([
    ['schema.json', { kind: 'path', path: 'schema.json' }],
    ['Schéma 2024.JSON', { kind: 'path', path: 'Schéma 2024.JSON' }],
    ['./subventions', { kind: 'path', path: './subventions' }],
    ['../subventions', { kind: 'path', path: '../subventions' }],
    ['/data/schema', { kind: 'path', path: '/data/schema' }],
    ['C:\\data\\schema', { kind: 'path', path: 'C:\\data\\schema' }],
    ['.\\schema', { kind: 'path', path: '.\\schema' }],
    ['https://exemple.fr/schema.json', { kind: 'url', url: 'https://exemple.fr/schema.json' }],
    ['subventions', { kind: 'name', name: 'subventions' }],
    ['scdl/subventions', { kind: 'name', owner: 'scdl', name: 'subventions' }],
    ['subventions@2', { kind: 'name', name: 'subventions', version: '2' }],
    ['scdl/subventions@latest', { kind: 'name', owner: 'scdl', name: 'subventions', version: 'latest' }],
  ])('%s', (text, reference) => {
    expect(readSchemaReference(text)).toEqual(reference)
  })
})

describe('chooseVersion', () => {
  const versions = ['1.0', '2.1.1', '2.1.0', '2.10.0', '10.0.0', '11.0.0-beta']
  test.each([
    [undefined, '10.0.0'],
    ['latest', '10.0.0'],
    ['2.1.1', '2.1.1'],
    ['2.1', '2.1.1'],
    ['2', '2.10.0'],
    ['v2', '2.10.0'],
    ['1', '1.0'],
    ['11', '11.0.0-beta'],
    ['3', undefined],
    ['2.1.2', undefined],
  ])('%s', (asked, version) => {
    expect(chooseVersion(versions, asked)).toBe(version)
  })

  test('versions written with a v', () => {
    expect(chooseVersion(['v1.2.0', 'v1.10.0'], '1')).toBe('v1.10.0')
  })
})
