import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Details } from '../../src/core/diagnostic.js'
import { ScdlError } from '../../src/core/error.js'
import { readSchema } from '../../src/schema/readSchema.js'
import { knownWords } from './knownWords.js'

const read = (descriptor: unknown) => readSchema(descriptor, knownWords)

/** The faults of a descriptor, each as `code details`. */
const faultsOf = (descriptor: unknown) =>
  read(descriptor).faults.map(({ code, details }) => ({ code: code.replace('schema/', ''), ...details }))

/** Reads one field of a descriptor. */
function readOne(field: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const { schema, faults } = read({ fields: [{ name: 'a', type: 'string', ...field }], ...more })
  return { field: schema.fields[0]!, faults: faults.map(({ code, details }) => ({ code: code.replace('schema/', ''), ...details })) }
}

describe('readSchema', () => {
  it('fills in every default', () => {
    expect(read({ fields: [{ name: 'a' }] })).toEqual({
      schema: {
        fields: [{ name: 'a', type: 'any', format: 'default', constraints: {}, missingValues: [''], options: {} }],
        primaryKey: [],
        uniqueKeys: [],
        foreignKeys: [],
        checks: [],
      },
      faults: [],
    })
  })

  it('reads everything', () => {
    const { schema, faults } = read({
      $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
      name: 'n',
      title: 't',
      description: 'd',
      version: '1.0.0',
      homepage: 'https://example.org',
      contributors: [{ title: 'x' }],
      fields: [
        {
          name: 'a',
          title: 'A',
          description: 'the first',
          type: 'number',
          example: 12.5,
          decimalChar: ',',
          constraints: { required: true, unique: false, minimum: 0, maximum: '10.50', enum: [1, '2'] },
        },
        { name: 'b', type: 'string', format: 'email', examples: ['x@y.fr'], constraints: { minLength: '3', maxLength: 5, pattern: 'x' } },
        { name: 'c', type: 'object', example: { x: 1 }, constraints: { jsonSchema: { type: 'object' } }, missingValues: ['NA'] },
      ],
      fieldsMatch: ['subset'],
      missingValues: ['', { value: '-', label: 'none' }, -1],
      primaryKey: 'a',
      uniqueKeys: [['a', 'b'], 'c'],
      foreignKeys: [
        { fields: 'a', reference: { resource: '', fields: 'b' } },
        { fields: ['a', 'b'], reference: { resource: 'self', fields: ['b', 'a'] } },
        { fields: ['a'], reference: { fields: ['c'] } },
      ],
      custom_checks: [
        { name: 'siret', params: { column: 'b' } },
        { name: 'one-of-required', params: { column1: 'a', column2: 'b' } },
      ],
    })
    expect(faults).toEqual([])
    const missingValues = ['', '-', '-1']
    expect(schema).toEqual({
      name: 'n',
      title: 't',
      description: 'd',
      version: '1.0.0',
      homepage: 'https://example.org',
      fields: [
        {
          name: 'a',
          title: 'A',
          description: 'the first',
          type: 'number',
          format: 'default',
          example: '12.5',
          constraints: { required: true, unique: false, minimum: '0', maximum: '10.50', enum: [1, '2'] },
          missingValues,
          options: { decimalChar: ',' },
        },
        {
          name: 'b',
          type: 'string',
          format: 'email',
          example: 'x@y.fr',
          constraints: { minLength: 3, maxLength: 5, pattern: 'x' },
          missingValues,
          options: { examples: ['x@y.fr'] },
        },
        {
          name: 'c',
          type: 'object',
          format: 'default',
          example: '{"x":1}',
          constraints: { jsonSchema: { type: 'object' } },
          missingValues: ['NA'],
          options: {},
        },
      ],
      fieldsMatch: 'subset',
      primaryKey: ['a'],
      uniqueKeys: [['a', 'b'], ['c']],
      foreignKeys: [
        { fields: ['a'], resource: '', referenced: ['b'] },
        { fields: ['a', 'b'], resource: '', referenced: ['b', 'a'] },
        { fields: ['a'], resource: '', referenced: ['c'] },
      ],
      checks: [
        { name: 'french-siret-value', params: { column: 'b' } },
        { name: 'one-of-required', params: { column1: 'a', column2: 'b' } },
      ],
    })
  })

  it.each<[string, unknown, string, Details]>([
    ['null', null, 'schema-not-table-schema', { reason: 'not-an-object' }],
    ['a text', 'fields', 'schema-not-table-schema', { reason: 'not-an-object' }],
    ['a list', [{ fields: [] }], 'schema-not-table-schema', { reason: 'not-an-object' }],
    ['a JSON Schema', { type: 'object', properties: {} }, 'schema-not-table-schema', { reason: 'no-fields' }],
    ['fields in an object', { fields: { a: {} } }, 'schema-not-table-schema', { reason: 'no-fields' }],
    ['no field', { fields: [] }, 'schema-not-table-schema', { reason: 'no-fields' }],
    ['no field with a name', { fields: [{ type: 'string' }] }, 'schema-not-table-schema', { reason: 'no-fields' }],
    ['too many fields', { fields: new Array(10_001).fill({ name: 'a' }) }, 'limit-exceeded', { limit: 'fields', value: 10_000 }],
    [
      'too long an enum',
      { fields: [{ name: 'a', type: 'string', constraints: { enum: new Array(100_001).fill('x') } }] },
      'limit-exceeded',
      { limit: 'enumValues', value: 100_000 },
    ],
  ])('refuses %s', (_, descriptor, code, details) => {
    const caught = (() => {
      try {
        return read(descriptor)
      } catch (error) {
        return error
      }
    })()
    expect(caught).toBeInstanceOf(ScdlError)
    expect(caught).toMatchObject({ code, details })
  })
})

describe('fields', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>[]]>([
    ['unknown type', { type: 'text' }, [{ code: 'unknown-type', type: 'text', field: 'a' }]],
    ['type of another case', { type: 'String' }, [{ code: 'unknown-type', type: 'String', field: 'a' }]],
    ['type that is a list', { type: ['string', 'null'] }, [{ code: 'unknown-type', type: '[…]', field: 'a' }]],
    ['type of an object', { type: 'constructor' }, [{ code: 'unknown-type', type: 'constructor', field: 'a' }]],
    ['format that is no text', { format: 1 }, [{ code: 'property', property: 'format', field: 'a', value: '1' }]],
    ['enum beside type', { enum: ['x'] }, [{ code: 'property', property: 'enum', field: 'a' }]],
    [
      'words of JSON Schema',
      { nullable: true, minProperties: 1 },
      [
        { code: 'property', property: 'nullable', field: 'a' },
        { code: 'property', property: 'minProperties', field: 'a' },
      ],
    ],
    [
      'contraints',
      { contraints: { enum: ['x'] } },
      [{ code: 'misspelt-property', property: 'contraints', field: 'a', nearest: 'constraints' }],
    ],
    ['trueValue', { trueValue: ['x'] }, [{ code: 'misspelt-property', property: 'trueValue', field: 'a', nearest: 'trueValues' }]],
    ['free properties', { comment: 'x', profiles: [], importance: 1, exemple: 'x', rdfType: 'x', group: 1 }, []],
    ['constraints that are a list', { constraints: [] }, [{ code: 'property', property: 'constraints', field: 'a', value: '[…]' }]],
    ['no constraints', { constraints: null }, []],
    ['null constraint', { constraints: { pattern: null } }, []],
    [
      'patter',
      { constraints: { patter: 'x' } },
      [{ code: 'misspelt-property', property: 'constraints.patter', field: 'a', nearest: 'constraints.pattern' }],
    ],
    ['format in constraints', { constraints: { format: 'x' } }, [{ code: 'property', property: 'constraints.format', field: 'a' }]],
    [
      'minimum of a text',
      { constraints: { minimum: 1 } },
      [{ code: 'unsupported-constraint', constraint: 'minimum', field: 'a', type: 'string' }],
    ],
    [
      'required that is no boolean',
      { constraints: { required: 'yes' } },
      [{ code: 'property', property: 'constraints.required', field: 'a', value: 'yes' }],
    ],
    [
      'negative length',
      { constraints: { minLength: -1 } },
      [{ code: 'property', property: 'constraints.minLength', field: 'a', value: '-1' }],
    ],
    [
      'half a length',
      { constraints: { maxLength: '1.5' } },
      [{ code: 'property', property: 'constraints.maxLength', field: 'a', value: '1.5' }],
    ],
    [
      'pattern that is no text',
      { constraints: { pattern: 1 } },
      [{ code: 'property', property: 'constraints.pattern', field: 'a', value: '1' }],
    ],
    ['enum that is a text', { constraints: { enum: 'x' } }, [{ code: 'property', property: 'constraints.enum', field: 'a', value: 'x' }]],
    ['empty enum', { constraints: { enum: [] } }, [{ code: 'property', property: 'constraints.enum', field: 'a', value: '[…]' }]],
    [
      'bound that is a boolean',
      { type: 'number', constraints: { minimum: true } },
      [{ code: 'property', property: 'constraints.minimum', field: 'a', value: 'true' }],
    ],
    ['missing values that are a text', { missingValues: 'NA' }, [{ code: 'property', property: 'missingValues', field: 'a', value: 'NA' }]],
  ])('%s', (_, field, expected) => {
    const read = readOne(field)
    expect(read.faults).toEqual(expected)
    expect(read.field.constraints).toEqual({})
    expect(read.field.missingValues).toEqual([''])
  })

  it('applies what stands beside what it does not understand', () => {
    expect(readOne({ constraints: { required: 'true', unique: true, minLength: 'x', maxLength: 3 } }).field.constraints).toEqual({
      required: true,
      unique: true,
      maxLength: 3,
    })
    expect(readOne({ type: 'text', constraints: { required: true, enum: ['a'] } }).field).toMatchObject({
      type: 'any',
      constraints: { required: true, enum: ['a'] },
    })
  })

  it('takes missing values of the field before those of the schema', () => {
    const missing = (field: unknown, schema: unknown) => readOne({ missingValues: field }, { missingValues: schema }).field.missingValues
    expect(missing(undefined, undefined)).toEqual([''])
    expect(missing(undefined, ['NA'])).toEqual(['NA'])
    expect(missing(undefined, [])).toEqual([])
    expect(missing(['x'], ['NA'])).toEqual(['x'])
    expect(missing([], ['NA'])).toEqual([])
  })

  it('passes over fields that cannot be told apart', () => {
    const { schema, faults } = read({ fields: [{ name: 'a' }, { type: 'string' }, 'b', { name: 'a', type: 'string' }, { name: ' c ' }] })
    expect(schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual(['a any', 'c any'])
    expect(faults.map(({ details }) => details)).toEqual([
      { property: 'name', field: 'fields[1]' },
      { property: 'name', field: 'fields[2]' },
      { property: 'name', field: 'a', value: 'a' },
      { property: 'name', field: 'c', value: ' c ' },
    ])
  })

  it('keeps the other properties as written, whatever their name', () => {
    const options = readOne(JSON.parse('{"__proto__": {"x": 1}, "trueValues": ["oui"]}')).field.options
    expect(Object.keys(options)).toEqual(['__proto__', 'trueValues'])
    expect(Object.getPrototypeOf(options)).toBe(Object.prototype)
  })

  it('passes over what is too deep to walk through', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)
    const { field, faults } = readOne({ type: 'array', arrayItem: deep, constraints: { enum: ['a', deep], jsonSchema: deep } })
    expect(field).toMatchObject({ constraints: {}, options: {} })
    expect(faults).toMatchObject([{ property: 'constraints.enum' }, { property: 'constraints.jsonSchema' }, { property: 'arrayItem' }])
  })

  it('takes an example of one level only', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    expect(readOne({ example: deep, constraints: { enum: [deep] } }).field.example).toBeUndefined()
    expect(readOne({ example: ['a', 'b'] }).field.example).toBe('["a","b"]')
    expect(readOne({ example: false }).field.example).toBe('false')
  })
})

describe('many keys', () => {
  const fields = Array.from({ length: 150 }, (_, i) => ({ name: `c${i}`, type: 'string' }))
  it('has each once, a hundred at most', () => {
    const many = { fields, uniqueKeys: [['c0', 'c1'], ['c1', 'c0'], ['c0', 'c1'], ...fields.map(({ name }) => [name])] }
    expect(read(many).schema.uniqueKeys).toHaveLength(100)
    expect(faultsOf(many)).toEqual([
      { code: 'property', property: 'uniqueKeys[1]' },
      { code: 'property', property: 'uniqueKeys[102]' },
    ])
    const foreignKey = { fields: 'c0', reference: { resource: '', fields: 'c1' } }
    expect(read({ fields, foreignKeys: [foreignKey, foreignKey] }).schema.foreignKeys).toHaveLength(1)
  })
})

describe('keys and checks', () => {
  const fields = [
    { name: 'a', type: 'string' },
    { name: 'b', type: 'string' },
  ]
  it('keeps a key into another table of the package, once', () => {
    const key = (...names: string[]) => ({ fields: 'a', reference: { resource: 'other', fields: names } })
    const { schema } = read({ fields, foreignKeys: [key('x'), key('x'), key('y')] })
    expect(schema.foreignKeys).toEqual([
      { fields: ['a'], resource: 'other', referenced: ['x'] },
      { fields: ['a'], resource: 'other', referenced: ['y'] },
    ])
  })

  it.each<[string, Record<string, unknown>, Record<string, unknown>[]]>([
    ['primary key of a stranger', { primaryKey: ['a', 'ID'] }, [{ code: 'key', key: 'primaryKey', name: 'ID' }]],
    ['primary key that is a number', { primaryKey: 1 }, [{ code: 'key', key: 'primaryKey', name: '1' }]],
    ['empty primary key', { primaryKey: '' }, []],
    ['unique key of a stranger', { uniqueKeys: [['a', 'z']] }, [{ code: 'key', key: 'uniqueKeys', name: 'z' }]],
    ['unique keys that are a text', { uniqueKeys: 'a' }, [{ code: 'key', key: 'uniqueKeys', name: 'a' }]],
    [
      'key into another package',
      { foreignKeys: [{ fields: 'a', reference: { datapackage: 'https://x', resource: '', fields: 'x' } }] },
      [{ code: 'key', key: 'foreignKeys', name: 'https://x' }],
    ],
    [
      'key into a stranger',
      { foreignKeys: [{ fields: 'a', reference: { resource: '', fields: 'z' } }] },
      [{ code: 'key', key: 'foreignKeys', name: 'z' }],
    ],
    ['key without a reference', { foreignKeys: [{ fields: 'a' }] }, [{ code: 'key', key: 'foreignKeys', name: '{…}' }]],
    [
      'uneven key',
      { foreignKeys: [{ fields: ['a', 'b'], reference: { resource: '', fields: 'a' } }] },
      [{ code: 'key', key: 'foreignKeys', name: 'a, b' }],
    ],
    [
      'unknown check',
      { custom_checks: [{ name: 'french_gps_coordinates', params: { column: 'a' } }] },
      [{ code: 'unknown-check', check: 'french_gps_coordinates', nearest: 'french-gps-coordinates' }],
    ],
    ['check of an object', { custom_checks: [{ name: 'toString' }] }, [{ code: 'unknown-check', check: 'toString' }]],
    [
      'check without a column',
      { custom_checks: ['french-siret-value'] },
      [{ code: 'check-parameter', check: 'french-siret-value', parameter: 'column' }],
    ],
    [
      'check of a stranger',
      { custom_checks: [{ name: 'siret', params: { column: 'num_SIRET' } }] },
      [{ code: 'check-parameter', check: 'siret', parameter: 'column', value: 'num_SIRET' }],
    ],
    [
      'check with a list for a column',
      { custom_checks: [{ name: 'one-of-required', params: { column1: 1 } }] },
      [{ code: 'check-parameter', check: 'one-of-required', parameter: 'column1' }],
    ],
    [
      'check with a text for parameters',
      { custom_checks: [{ name: 'one-of-required', params: 'a' }] },
      [{ code: 'check-parameter', check: 'one-of-required', parameter: 'params', value: 'a' }],
    ],
    [
      'check without a name',
      { custom_checks: [{ params: {} }, 3] },
      [
        { code: 'property', property: 'custom_checks', value: '{…}' },
        { code: 'property', property: 'custom_checks', value: '3' },
      ],
    ],
    ['checks that are an object', { custom_checks: {} }, [{ code: 'property', property: 'custom_checks', value: '{…}' }]],
    ['customChecks', { customChecks: [] }, [{ code: 'misspelt-property', property: 'customChecks', nearest: 'custom_checks' }]],
    ['primarykey', { primarykey: 'a' }, [{ code: 'misspelt-property', property: 'primarykey', nearest: 'primaryKey' }]],
    ['constraints of no field', { constraints: '' }, [{ code: 'property', property: 'constraints' }]],
    ['fieldsMatch of another word', { fieldsMatch: 'all' }, [{ code: 'property', property: 'fieldsMatch', value: 'all' }]],
    ['free properties', { author: 'x', licences: [], statut: 'x', 'input rules': 'x', status: 1, $id: 'x' }, []],
  ])('%s', (_, more, expected) => {
    const { schema } = read({ fields, ...more })
    expect(faultsOf({ fields, ...more })).toEqual(expected)
    expect([schema.primaryKey, schema.uniqueKeys, schema.foreignKeys, schema.checks, schema.fieldsMatch]).toEqual([
      [],
      [],
      [],
      [],
      undefined,
    ])
  })

  it('remembers what a primary key asks for beyond the fields', () => {
    expect(read({ fields, primaryKey: ['a', 'ID'] }).schema.unknownKey).toEqual(['ID'])
    expect(read({ fields, primaryKey: 1 }).schema).not.toHaveProperty('unknownKey')
  })

  it('leaves to a check between columns what an unknown column means', () => {
    const { schema, faults } = read({
      fields,
      custom_checks: [{ name: 'cohesive-columns-value', params: { column: 'z', othercolumns: ['a', 'y'] } }],
    })
    expect(schema.checks).toHaveLength(1)
    expect(faults.map(({ details }) => details)).toEqual([
      { check: 'cohesive-columns-value', parameter: 'column', value: 'z' },
      { check: 'cohesive-columns-value', parameter: 'othercolumns', value: 'y' },
    ])
  })
})

const references = new URL('../../../shared/reference/schemas/', import.meta.url)
const descriptors = new URL('../../../shared/conformance/descriptors.jsonl', import.meta.url)

describe.skipIf(!existsSync(references))('descriptors of the registry (skipped without the shared references)', () => {
  it('are all read', () => {
    const counts = new Map<string, number>()
    let read = 0
    for (const path of readdirSync(references, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.json')) continue
      const text = readFileSync(new URL(path, references), 'utf8').replace(/^\ufeff/, '')
      const descriptor: unknown = JSON.parse(text)
      if (typeof descriptor !== 'object' || descriptor === null || !('fields' in descriptor)) continue
      const { schema, faults } = readSchema(descriptor, knownWords)
      expect(schema.fields.length).toBeGreaterThan(0)
      for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1)
      if (process.env.SCDL_DETAILS !== undefined && faults.length > 0)
        console.log(path, new Set(faults.map((f) => JSON.stringify({ ...f.details, field: '' }))))
      read++
    }
    console.log(`${read} descriptors`, counts)
    expect(read).toBeGreaterThan(300)
    expect(counts.has('schema/unknown-type')).toBe(false)
  })
})

describe.skipIf(!existsSync(descriptors))('descriptors of other implementations (skipped without the shared references)', () => {
  const cases: { id: string; descriptor: unknown; expect: 'ok' | 'error'; disputed: boolean }[] = existsSync(descriptors)
    ? readFileSync(descriptors, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ disputed }) => disputed === false)
    : []
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { descriptor, expect: expected }) => {
    const refused = (() => {
      try {
        // A key into another package is right in itself, if not usable here.
        return readSchema(descriptor, knownWords).faults.some(
          ({ code, details }) => code !== 'schema/key' || details.name !== 'the-resource',
        )
      } catch {
        return true
      }
    })()
    expect(refused).toBe(expected === 'error')
  })
})
