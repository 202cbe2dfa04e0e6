import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSTRAINTS } from '../../src/core/schema.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import { MAX_JSON_DEPTH } from '../../src/fieldTypes/jsonScan.js'
import { compileType, fieldOf } from './compileType.js'

const object = compileType('object')
const array = compileType('array')
const runs = { seed: 2024, numRuns: 3000 }

/** JSON texts, with one character now and then put in, taken out or changed. */
const almostJson = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom('', '', ...'[]{},:"\\/0123456789eE+-.tfnaN \t\n\x01é'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([text, place, mark, taken, wrapped]) => {
    const at = place % (text.length + 1)
    const changed = text.slice(0, at) + mark + text.slice(at + (taken ? 1 : 0))
    return wrapped ? `[${changed}]` : `{"a":${changed}}`
  })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

describe('JSON texts', () => {
  it('are accepted as JSON.parse does', () => {
    fc.assert(
      fc.property(almostJson, (text) => {
        const value = parse(text)
        expect(array.accepts(text)).toBe(Array.isArray(value))
        expect(object.accepts(text)).toBe(value !== undefined && !Array.isArray(value))
        if (Array.isArray(value)) expect(array.size(text)).toBe(value.length)
        expect((array.accepts(text) ? array : object).type.read(text)).toEqual(value)
      }),
      runs,
    )
  })

  it.each(['[NaN]', '[Infinity, -Infinity]', '{"a":NaN}', '["NaN", NaN, "\\"Infinity"]', '[1e999]'])('take %j, as Python', (text) => {
    expect(array.accepts(text) || object.accepts(text)).toBe(true)
    expect((array.accepts(text) ? array : object).type.read(text)).not.toBe(undefined)
  })

  it.each([
    '',
    ' ',
    'x',
    'null',
    '1',
    '"a"',
    '[1',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1] 2',
    '[01]',
    '[1.]',
    '[.5]',
    '[+1]',
    '[-]',
    '[1e]',
    "['a']",
    '["a]',
    '["\\x"]',
    '["\\u12g4"]',
    '["\t"]',
    '{"a"}',
    '{"a":}',
    '{a:1}',
    '{"a":1,}',
    '[nul]',
    '[nan]',
    '[- Infinity]',
    '\u00a0[1]',
    '\ufeff[1]',
    '[1}',
    '{"a":1]',
  ])('%j is none', (text) => {
    expect(array.accepts(text)).toBe(false)
    expect(object.accepts(text)).toBe(false)
    expect(array.type.read(text)).toBe(undefined)
    expect(object.type.read(text)).toBe(undefined)
  })

  it('may be as deep as anything honest, and no deeper', () => {
    const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(array.accepts(nest(MAX_JSON_DEPTH))).toBe(true)
    expect(array.key(nest(MAX_JSON_DEPTH))).toBe(nest(MAX_JSON_DEPTH))
    for (const bomb of [nest(MAX_JSON_DEPTH + 1), '['.repeat(1_000_000), '{"a":'.repeat(200_000), nest(500_000)]) {
      expect(array.accepts(bomb)).toBe(false)
      expect(array.type.read(bomb)).toBe(undefined)
      expect(object.accepts(bomb)).toBe(false)
      expect(compileType('geojson').accepts(bomb)).toBe(false)
      expect(compileType('geopoint', { format: 'array' }).accepts(bomb)).toBe(false)
    }
  })

  it('may be long', () => {
    const long = `["${'é\\n'.repeat(500_000)}", ${'1 ,'.repeat(300_000)} NaN]`
    expect(array.accepts(long)).toBe(true)
    expect(array.size(long)).toBe(300_002)
    expect(array.type.read(long)).toHaveLength(300_002)
    expect(array.key(long).length).toBeLessThan(long.length)
  })

  it('have one key for one value', () => {
    const same = (type: typeof array, ...texts: string[]) => new Set(texts.map(type.key)).size === 1
    expect(same(object, '{"a":1,"b":[1,2]}', ' { "b" : [1.0, 20e-1], "a":10E-1 } ', '{"a":3,"b":[1,2],"a":1}')).toBe(true)
    expect(same(array, '["é","/"]', '["\\u00e9", "\\/"]')).toBe(true)
    expect(same(array, '[0]', '[-0.0]')).toBe(true)
    expect(same(array, '[1,2]', '[2,1]')).toBe(false)
    expect(same(array, '[1]', '["1"]')).toBe(false)
    expect(same(array, '[true]', '[1]')).toBe(false)
    expect(same(array, '[12345678901234567890]', '[12345678901234567891]')).toBe(false)
    expect(same(array, '["1,2"]', '["1","2"]')).toBe(false)
    expect(same(object, '{"a":{"b":1}}', '{"a":{"c":1}}')).toBe(false)
  })

  it('have equal keys when their values are equal', () => {
    const small = fc.jsonValue({ maxDepth: 2, depthSize: 'small' }).map((value) => [value])
    const shuffle = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? value
        : Array.isArray(value)
          ? value.map(shuffle)
          : Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, part]) => [name, shuffle(part)]),
            )
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(array.key(JSON.stringify(a))).toBe(array.key(JSON.stringify(shuffle(a), null, 2)))
        if (array.key(JSON.stringify(a)) === array.key(JSON.stringify(b)))
          expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)))
      }),
      runs,
    )
  })

  it('are counted by items and by members', () => {
    expect(['[]', '[ ]', '[1]', '[[1,2],{"a":3}]'].map(array.size)).toEqual([0, 0, 1, 2])
    expect(['{}', '{"a":1}', '{"a":1,"a":2,"b":3}'].map(object.size)).toEqual([0, 1, 2])
  })

  it('are left as they are', () => {
    expect(array.type.canonical(' [ 1 ] ')).toBe(' [ 1 ] ')
    expect(object.type.canonical('{ }')).toBe('{ }')
  })
})

const names = (bits: number) => ['type', ...CONSTRAINTS].filter((_, i) => (bits & (1 << i)) !== 0)

describe('the items of an array', () => {
  it.each([
    [{ type: 'string', constraints: { enum: ['a', 'é', '"'] } }, '["a","\\u00e9","\\""]', []],
    [{ type: 'string', constraints: { enum: ['a'] } }, '["b"]', ['enum']],
    [{ type: 'string', constraints: { enum: ['a'] } }, '[1]', ['type']],
    [{ type: 'string', constraints: { enum: ['a'] } }, '[ ]', []],
    [{ type: 'string', constraints: { required: true } }, '[""]', []],
    [{ type: 'string', constraints: { required: true } }, '[null]', ['type', 'jsonSchema']],
    [{ type: 'string' }, '[null]', ['type']],
    [{ type: 'string' }, '[true, {}, []]', ['type']],
    [{ type: 'string', constraints: { minLength: 2, pattern: '[a-z]*' } }, '["é"]', ['minLength', 'pattern']],
    [{ type: 'number', constraints: { minimum: 1 } }, '[1.5, "2", 3e0]', []],
    [{ type: 'number', constraints: { minimum: 1, maximum: '5' } }, '[0, 6]', ['minimum', 'maximum']],
    [{ type: 'number', decimalChar: ',' }, '[1.5, "1,5"]', []],
    [{ type: 'integer' }, '[1, "2"]', []],
    [{ type: 'integer' }, '[1.0, 1e3]', []],
    [{ type: 'integer', constraints: { maximum: 999 } }, '[1e3]', ['maximum']],
    [{ type: 'integer' }, '[1.5]', ['type']],
    [{ type: 'integer' }, '[1e400]', ['type']],
    [{ type: 'boolean' }, '[true, false, "true", "1"]', []],
    [{ type: 'boolean' }, '[1]', ['type']],
    [{ type: 'date' }, '["2024-01-31"]', []],
    [{ type: 'date', format: '%d/%m/%Y' }, '["2024-01-31"]', ['type']],
    [{ type: 'date' }, '[20240131]', ['type']],
    [{ type: 'object' }, '[{}, "{}"]', []],
    [{ type: 'object', constraints: { minLength: 1 } }, '[{}]', ['minLength']],
    [{ type: 'array', constraints: { maxLength: 1 } }, '[[1], [1, 2]]', ['maxLength']],
    [{ type: 'geopoint', format: 'array' }, '[[2.35, 48.85], "[0,0]"]', []],
    [{ type: 'geopoint' }, '["2.35,48.85"]', []],
    [{}, '[1, "a", {}, []]', []],
    [{ constraints: { enum: ['val1', 2] } }, '["val1", 2]', []],
  ])('%j: %j has the faults %j', (arrayItem, text, expected) => {
    const { accepts, faults, type } = compileType('array', { arrayItem })
    expect(accepts(text)).toBe(true)
    expect(names(faults(text))).toEqual(expected)
    expect(type.ignored).toEqual([])
  })

  it.each([
    ['text', ['arrayItem']],
    [{ type: 'listing' }, ['arrayItem.type']],
    [{ type: 'list' }, ['arrayItem.type']],
    [{ format: 1 }, ['arrayItem.format']],
    [{ type: 'string', enum: ['a'] }, ['arrayItem.enum']],
    [{ type: 'string', constraints: ['a'] }, ['arrayItem.constraints']],
    [
      { type: 'string', constraints: { unique: true, minimum: 1, enum: [], maxLength: -1 } },
      ['unique', 'minimum', 'enum', 'maxLength'].map((name) => `arrayItem.constraints.${name}`),
    ],
    [{ type: 'string', constraints: { pattern: '(' } }, ['arrayItem']],
  ])('%j is not understood whole: %j', (arrayItem, ignored) => {
    expect(compileType('array', { arrayItem }).type.ignored).toEqual(ignored)
  })
})

describe('jsonSchema', () => {
  const compile = async (name: 'object' | 'array', jsonSchema: unknown, options = {}) => {
    const declaration = { constraints: { jsonSchema }, ...options }
    await fieldTypes[name].prepare?.(fieldOf(name, declaration))
    return compileType(name, declaration)
  }

  it('judges objects and arrays', async () => {
    const { accepts, faults } = await compile('object', {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', pattern: 'é{2}', format: 'email' }, next: { $ref: '#' } },
    })
    for (const [text, good] of [
      ['{"a":"xééx"}', true],
      ['{"a":"é"}', false],
      ['{}', false],
      ['{"a":"éé","next":{"a":"éé"}}', true],
      ['{"a":"éé","next":{}}', false],
    ] as const) {
      expect(accepts(text)).toBe(true)
      expect(names(faults(text))).toEqual(good ? [] : ['jsonSchema'])
    }
    const array = await compile('array', { items: { type: 'integer' } }, { arrayItem: { type: 'integer', constraints: { minimum: 1 } } })
    expect(names(array.faults('[1]'))).toEqual([])
    expect(names(array.faults('["1", 0]'))).toEqual(['minimum', 'jsonSchema'])
    expect(names((await compile('array', false)).faults('[1]'))).toEqual(['jsonSchema'])
  })

  it('judges objects in an array', async () => {
    const arrayItem = { type: 'object', constraints: { jsonSchema: { required: ['a'] } } }
    await fieldTypes.array.prepare?.(fieldOf('array', { arrayItem }))
    expect(names(compileType('array', { arrayItem }).faults('[{"a":1},{}]'))).toEqual(['jsonSchema'])
  })

  it.each([
    [{ type: 'text' }],
    [{ $ref: 'http://example.org/schema.json' }],
    [{ $ref: '#/nowhere' }],
    [{ pattern: '(' }],
    [{ $async: true }],
    [{ $ref: '#' }],
    [{ allOf: [{ $ref: '#' }] }],
  ])('%j is said', async (jsonSchema) => {
    const { faults, type } = await compile('object', jsonSchema)
    expect(type.ignored).toEqual(['constraints.jsonSchema'])
    expect(faults('{}')).toBe(0)
  })

  it('is not followed by a value that it asks about without end', async () => {
    const { faults } = await compile('array', { anyOf: [{ maxItems: 0 }, { $ref: '#' }] })
    expect(names(faults('[]'))).toEqual([])
    expect(names(faults('[1]'))).toEqual(['jsonSchema'])
  })

  it('is not hung by a pattern', async () => {
    const { faults } = await compile('array', { items: { pattern: '^(a+)+$' } })
    expect(names(faults(`["${'a'.repeat(100_000)}!"]`))).toEqual(['jsonSchema'])
  })
})
