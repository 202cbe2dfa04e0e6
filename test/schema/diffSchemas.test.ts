import { describe, expect, test } from 'vitest'
import { readDescriptor } from '../../src/index.js'
import { schemaWordsFor } from '../../src/messages/index.js'
import { diffSchemas } from '../../src/schema/diffSchemas.js'

const schemaOf = (fields: object[], more: object = {}) => readDescriptor({ fields, ...more }).schema
const field = (more: object = {}) => ({ name: 'nom', type: 'string', ...more })
const diff = (before: object, after: object) => diffSchemas(schemaOf([field(before)]), schemaOf([field(after)]))
const ok = { constraints: {} }

describe('diffSchemas', () => {
  test.each([
    ['required', 'stricter', ok, { constraints: { required: true } }],
    ['optional', 'looser', { constraints: { required: true } }, ok],
    ['type', 'stricter', {}, { type: 'integer' }],
    ['type', 'looser', { type: 'integer' }, { type: 'number' }],
    ['type', 'looser', { type: 'date' }, {}],
    ['format', 'stricter', {}, { format: 'email' }],
    ['format', 'looser', { format: 'email' }, {}],
    ['values-limited', 'stricter', ok, { constraints: { enum: ['a'] } }],
    ['values-freed', 'looser', { constraints: { enum: ['a'] } }, ok],
    ['values-added', 'looser', { constraints: { enum: ['a'] } }, { constraints: { enum: ['a', 'b'] } }],
    ['values-removed', 'stricter', { constraints: { enum: ['a', 'b'] } }, { constraints: { enum: ['b'] } }],
    ['constraint', 'stricter', ok, { constraints: { pattern: 'a' } }],
    ['constraint', 'stricter', { constraints: { pattern: 'b' } }, { constraints: { pattern: 'a' } }],
    ['constraint', 'looser', { constraints: { pattern: 'b' } }, ok],
    ['constraint', 'looser', { constraints: { maxLength: 9 } }, { constraints: { maxLength: 10 } }],
    ['constraint', 'stricter', { constraints: { maxLength: 10 } }, { constraints: { maxLength: 9 } }],
    ['constraint', 'looser', { type: 'integer', constraints: { minimum: 1 } }, { type: 'integer', constraints: { minimum: 0 } }],
    ['constraint', 'stricter', ok, { constraints: { unique: true } }],
    ['option', 'stricter', { type: 'boolean', trueValues: ['o'] }, { type: 'boolean', trueValues: ['oui'] }],
    ['words', 'none', { description: 'a' }, { description: 'b' }],
  ])('%s, %s', (kind, effect, before, after) => {
    expect(diff(before, after)).toMatchObject([{ kind, effect }])
  })

  test('the same', () => {
    expect(diff({ constraints: { unique: false, required: false } }, {})).toEqual([])
  })

  test('columns that come, go, and change their name or place', () => {
    const before = schemaOf([field(), field({ name: 'codeInsee' }), field({ name: 'a' }), field({ name: 'vieux' }), field({ name: 'fax' })])
    const after = schemaOf([
      field({ name: 'a' }),
      field(),
      field({ name: 'code_insee' }),
      field({ name: 'b', constraints: { required: true } }),
      field({ name: 'c' }),
    ])
    expect(diffSchemas(before, after)).toEqual([
      { kind: 'field-renamed', effect: 'stricter', field: 'code_insee', before: 'codeInsee' },
      { kind: 'field-added', effect: 'stricter', field: 'b', required: true },
      { kind: 'field-added', effect: 'looser', field: 'c', required: false },
      { kind: 'fields-removed', effect: 'none', fields: ['vieux', 'fax'] },
      { kind: 'order', effect: 'none' },
    ])
  })

  test('keys and checks', () => {
    const check = { name: 'french-siret-value', params: { column: 'nom' } }
    const before = schemaOf([field()], { primaryKey: 'nom' })
    const after = schemaOf([field()], { custom_checks: [check] })
    expect(diffSchemas(before, after)).toEqual([
      { kind: 'key', effect: 'looser', property: 'primaryKey', before: 'nom' },
      { kind: 'check-added', effect: 'stricter', check: 'french-siret-value', fields: ['nom'] },
    ])
    expect(diffSchemas(after, before).map(({ kind, effect }) => `${kind} ${effect}`)).toEqual(['key stricter', 'check-removed looser'])
  })

  test.each(['fr', 'en'] as const)('every change has its sentence: %s', async (language) => {
    const { diff: words } = await schemaWordsFor(language)
    const rich = schemaOf([field({ constraints: { enum: ['a'], minLength: 1 } }), field({ name: 'x', description: 'd' })], {
      primaryKey: ['nom', 'x'],
      custom_checks: [{ name: 'french-siret-value', params: { column: 'nom' } }],
    })
    const poor = schemaOf([
      field({ name: 'x', type: 'number', constraints: { required: true } }),
      field({ format: 'uri' }),
      field({ name: 'z' }),
    ])
    for (const change of [...diffSchemas(rich, poor), ...diffSchemas(poor, rich)]) {
      expect(words.change(change)).toMatch(/^\S.*\.$/)
      expect(words.change(change)).not.toMatch(/undefined/)
    }
  })
})
