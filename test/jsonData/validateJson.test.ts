import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { readJsonSchema, type TableReport, type ValidateJsonOptions, validateJson } from '../../src/index.js'
import { messagesFor, say } from '../../src/messages/index.js'
import type { Descriptor } from '../../src/schema/descriptor.js'
import { memorySource } from '../formats/memorySource.js'
import { Chance } from '../fuzz/chance.js'

const benches: Descriptor = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Bancs',
  type: 'object',
  required: ['type', 'features'],
  properties: { type: { const: 'FeatureCollection' }, features: { type: 'array', minItems: 1, items: { $ref: '#/definitions/banc' } } },
  definitions: {
    banc: {
      type: 'object',
      required: ['type', 'properties', 'geometry'],
      properties: {
        type: { enum: ['Feature'] },
        properties: {
          type: 'object',
          required: ['id_banc'],
          additionalProperties: false,
          properties: {
            id_banc: { type: 'string', pattern: '^\\d{5}-B\\d+$' },
            matiere: { type: ['string', 'null'], enum: ['bois', 'métal', null] },
            pose: { type: 'string', format: 'date' },
            places: { type: 'integer', minimum: 1, maximum: 12 },
            photo: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
          },
        },
        geometry: { anyOf: [{ $ref: 'https://geojson.org/schema/Point.json' }, { $ref: 'http://geojson.org/schema/Polygon.json' }] },
      },
    },
  },
}

const bench = (properties: object, geometry: unknown = { type: 'Point', coordinates: [2.1, 48.9] }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

async function check(schema: Descriptor, data: unknown, options: Partial<ValidateJsonOptions> & { name?: string; chunk?: number } = {}) {
  const content = typeof data === 'string' || data instanceof Uint8Array ? data : JSON.stringify(data, null, 2)
  const { name = 'bancs.geojson', chunk, ...others } = options
  return validateJson(memorySource(content, name, chunk), { schema: await readJsonSchema(schema), ...others })
}

const told = ({ diagnostics }: TableReport) => diagnostics.map(({ code, pointer, line }) => [code, pointer ?? null, line ?? null])
const one = (schema: Descriptor, value: unknown) => check({ ...schema }, JSON.stringify(value), { name: 'a.json' }).then(told)

describe('validateJson', () => {
  test('a collection that follows its schema', async () => {
    const report = await check(
      benches,
      collection(bench({ id_banc: '95018-B1', matiere: null }), bench({ id_banc: '95018-B2', photo: null })),
    )
    expect(report).toMatchObject({
      verdict: 'valid',
      format: { name: 'geojson', encoding: 'utf-8' },
      stats: { rows: 2, invalidRows: 0, errors: 0 },
    })
    expect(report.schema).toMatchObject({ type: 'jsonschema', title: 'Bancs' })
  })

  test('every fault with its place, its value and what to write', async () => {
    const text = `{ "type": "FeatureCollection",
  "features": [
    { "type": "Feature", "geometry": { "type": "Point", "coordinates": [2.1] },
      "properties": { "id_banc": "95018-C1", "matiere": "Metal",
        "pose": "25/03/2021", "places": "4", "couleur": "vert" } },
    { "type": "Feature", "geometry": { "type": "Polygone" },
      "properties": { "idbanc": "95018-B1", "photo": "une photo" } }
  ] }`
    const report = await check(benches, text)
    expect(
      report.diagnostics.map(({ code, pointer, line, character, suggestion }) => [code, pointer, line, character, suggestion]),
    ).toEqual([
      ['json/minItems', '/features/0/geometry/coordinates', 3, 72, undefined],
      ['json/pattern', '/features/0/properties/id_banc', 4, 34, undefined],
      ['json/enum', '/features/0/properties/matiere', 4, 57, '"métal"'],
      ['json/format', '/features/0/properties/pose', 5, 17, '"2021-03-25"'],
      ['json/type', '/features/0/properties/places', 5, 41, '4'],
      ['json/additionalProperties', '/features/0/properties/couleur', 5, 46, undefined],
      ['json/enum', '/features/1/geometry/type', 6, 48, '"Polygon"'],
      ['json/required', '/features/1/properties', 7, 21, undefined],
      ['json/additionalProperties', '/features/1/properties/idbanc', 7, 23, undefined],
      ['json/format', '/features/1/properties/photo', 7, 54, undefined],
    ])
    expect(report.stats).toMatchObject({ rows: 2, invalidRows: 2, errors: 10 })
    expect(report.counts).toContainEqual(
      expect.objectContaining({ code: 'json/required', field: 'features[].properties.id_banc', count: 1 }),
    )
    const fr = await messagesFor('fr')
    const said = report.diagnostics.map((diagnostic) => say(fr, diagnostic).replaceAll('\u00a0', ' '))
    expect(said[3]).toBe(
      '« pose » : la valeur « 25/03/2021 » est mal écrite. Il faut une date qui existe, écrite AAAA-MM-JJ, par exemple « 2024-03-15 ». Écrivez « "2021-03-25" ».',
    )
    expect(said[7]).toBe('« id_banc » est obligatoire et manque dans « properties ». Le fichier a « idbanc » : est-ce lui, à renommer ?')
  })

  test.each<[string, Descriptor, unknown, unknown[]]>([
    ['too few items', { items: { type: 'object' }, minItems: 2 }, [{}], [['json/minItems', '', 1]]],
    ['too many items', { items: { type: 'object' }, maxItems: 1 }, [{}, {}], [['json/maxItems', '', 1]]],
    [
      'items that come twice',
      { items: { type: 'object' }, uniqueItems: true },
      [{ a: 1, b: 2 }, {}, { b: 2, a: 1 }],
      [['json/uniqueItems', '/2', 1]],
    ],
    ['small lists too', { properties: { l: { uniqueItems: true } } }, { l: [1, '1', [1], 1] }, [['json/uniqueItems', '/l', 1]]],
    [
      'a list where an object is due',
      { properties: { l: { items: { type: 'object' }, type: 'array' } } },
      { l: {} },
      [['json/type', '/l', 1]],
    ],
    [
      'draft 4',
      { $schema: 'http://json-schema.org/draft-04/schema#', id: 'x', minimum: 1, exclusiveMinimum: true },
      1,
      [['json/exclusiveMinimum', '', 1]],
    ],
    [
      '2020',
      { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }], items: false },
      ['a', 1],
      [['json/additionalItems', '', 1]],
    ],
    ['2019', { $schema: 'https://json-schema.org/draft/2019-09/schema', items: [{ type: 'string' }] }, [1], [['json/type', '/0', 1]]],
    ['a name that every object inherits', { required: ['toString'] }, {}, [['json/required', '', 1]]],
    ['a part that goes with another', { dependencies: { a: ['b'] } }, { a: 1 }, [['json/dependencies', '', 1]]],
    ['names', { propertyNames: { pattern: '^a' } }, { b: 1 }, [['json/propertyNames', '/b', 1]]],
    ['several forms at once', { oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 3, [['json/oneOf', '', 1]]],
    ['the form that was meant', { anyOf: [{ type: 'string', maxLength: 1 }, { type: 'null' }] }, 'ab', [['json/maxLength', '', 1]]],
    ['none of the types', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 3, [['json/type', '', 1]]],
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    ['what a condition asks', { if: { required: ['a'] }, then: { required: ['b'] } }, { a: 1 }, [['json/required', '', 1]]],
    ['a forbidden value', { not: { const: 1 } }, 1, [['json/not', '', 1]]],
  ])('%s', async (_, schema, value, expected) => {
    expect(await one(schema, value)).toEqual(expected)
  })

  test('its verdict is that of the whole document at once', async () => {
    const schemas: Descriptor[] = [
      benches,
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      { ...benches, if: { properties: { features: { maxItems: 1 } } }, then: { required: ['crs'] } },
      {
        ...benches,
        anyOf: [{ required: ['type'] }, { required: ['name'] }],
        properties: { ...(benches.properties as object), l: { items: {}, uniqueItems: true } },
      },
      { type: 'array', items: { type: 'object', required: ['type'] }, contains: { required: ['name'] } },
      { allOf: [{ $ref: '#/definitions/all' }], properties: { features: { maxItems: 2 } }, definitions: { all: benches } },
    ]
    const chance = new Chance(5)
    const pick = <T>(...choices: T[]): T => choices[chance.below(choices.length)]!
    for (const schema of schemas) {
      const point = { type: 'object', required: ['type', 'coordinates'] }
      const ajv = new Ajv({ strict: false, validateFormats: false, logger: false })
      ajv.addSchema({ ...point, properties: { type: { const: 'Point' } } }, 'https://geojson.org/schema/Point.json')
      ajv.addSchema({ ...point, properties: { type: { const: 'Polygon' } } }, 'http://geojson.org/schema/Polygon.json')
      const { definitions, ...others } = schema
      const whole = ajv.compile({ ...others, definitions: { ...(definitions as object), ...(benches.definitions as object) } })
      const used = { ...others, definitions: { ...(definitions as object), ...(benches.definitions as object) } }
      for (let turn = 0; turn < 60; turn++) {
        const features = Array.from({ length: chance.below(4) }, () =>
          pick<unknown>(
            bench({ id_banc: pick('95018-B1', '1') }),
            bench({}, pick(null, { type: 'Point', coordinates: [1, 2] })),
            3,
            bench({ id_banc: '95018-B2' }),
          ),
        )
        const document = pick<unknown>(collection(...features), features, {
          ...collection(...features),
          l: pick([1, 2], [1, 1]),
          crs: 1,
          name: 'x',
        })
        const { valid } = await check(used, document, { chunk: 1 + chance.below(100) })
        expect([JSON.stringify(document), valid]).toEqual([JSON.stringify(document), whole(document)])
      }
    }
  })
})

describe('files that are not quite JSON', () => {
  const good = JSON.stringify(collection(bench({ id_banc: '95018-B1', matiere: 'métal' })))
  const latin = Uint8Array.from(good, (sign) => sign.charCodeAt(0))
  const utf16 = new Uint8Array(new Uint16Array([...`\ufeff${good}`].map((sign) => sign.charCodeAt(0))).buffer)
  const bad = Uint8Array.from([...new TextEncoder().encode(`${good} `.replace('métal', 'métalé')).slice(0, -1), 0x20])
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['a mark', `\ufeff${good}`, [['file/json-mark', null, null]]],
    ['windows-1252', latin, [['file/json-encoding', null, null]]],
    ['UTF-16', utf16, [['file/json-encoding', null, null]]],
    ['a value outside the list', bad, [['json/enum', '/features/0/properties/matiere', 1]]],
    ['nothing', '', [['file/empty', null, null]]],
    ['spaces', ' \n ', [['file/empty', null, null]]],
    ['a table', 'a;b\n1;2\n', [['file/not-json', null, null]]],
    ['a PDF', '%PDF-1.7 …', [['file/not-json', null, null]]],
    ['a cut document', good.slice(0, 60), [['file/json-syntax', null, 1]]],
    ['a comma too many', good.replace('}]}', '},\n]}'), [['file/json-syntax', null, 1]]],
    ['two documents', `${good}\n${good}`, [['file/json-lines', null, 2]]],
    ['something after the end', `${good}\n;`, [['file/json-syntax', null, 2]]],
    ['a key twice', good.replace('"geometry"', '"type": "Feature",\n"geometry"'), [['json/duplicate-key', '/features/0/type', 1]]],
    ['a number alone', '12', [['json/type', '', 1]]],
  ])('%s', async (_, content, expected) => {
    expect(told(await check(benches, content))).toEqual(expected)
  })

  test('gzip, and gzip cut', async () => {
    const packed = new Uint8Array(gzipSync(good))
    expect(await check(benches, packed, { name: 'bancs.geojson.gz' })).toMatchObject({
      valid: true,
      format: { name: 'geojson', wrapped: 'gzip' },
    })
    expect(told(await check(benches, packed.subarray(0, packed.length - 20), { name: 'a.json.gz' }))).toContainEqual([
      'file/truncated',
      null,
      null,
    ])
  })

  test('JSON Lines, by their name', async () => {
    const lines = `${JSON.stringify(bench({ id_banc: '95018-B1' }))}\n\n${JSON.stringify(bench({ id_banc: 'B1' }))}\r\n{"type":`
    const schema = { ...benches, ...(benches.definitions as { banc: Descriptor }).banc, required: ['type'] }
    const report = await check(schema, lines, { name: 'bancs.jsonl', chunk: 7 })
    expect(report.format?.name).toBe('ndjson')
    expect(told(report)).toEqual([
      ['json/pattern', '/properties/id_banc', 3],
      ['file/json-syntax', null, 4],
    ])
  })

  test('what cannot be listed is counted', async () => {
    const features = Array.from({ length: 50 }, () => bench({ id_banc: 'x' }))
    const report = await check(benches, collection(...features), { maxDiagnostics: 5 })
    expect(report.diagnostics).toHaveLength(5)
    expect(report).toMatchObject({ truncated: true, stats: { errors: 50, invalidRows: 50 } })
  })
})

describe("a stranger's schema", () => {
  test.each<[string, Descriptor, string]>([
    ['refers to itself without end', { $ref: '#' }, 'schemaSteps'],
    [
      'doubles its work at each step',
      Object.fromEntries([
        ['$ref', '#/definitions/d0'],
        [
          'definitions',
          Object.fromEntries(
            Array.from({ length: 60 }, (_, i) => [
              `d${i}`,
              i === 59 ? false : { anyOf: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }] },
            ]),
          ),
        ],
      ]),
      'schemaSteps',
    ],
    ['has too many parts', { allOf: Array.from({ length: 30_000 }, () => ({})) }, 'schemaParts'],
  ])('that %s is stopped', async (_, schema, limit) => {
    await expect(check(schema, {})).rejects.toMatchObject({ code: 'limit-exceeded', details: { limit } })
  })

  test('with a pattern that would take for ever', async () => {
    expect(await one({ pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}!`)).toEqual([['json/pattern', '', 1]])
  })

  test('that refers to what nobody has', async () => {
    await expect(check({ $ref: '#/definitions/absent' }, {})).rejects.toMatchObject({ code: 'json-schema-refused' })
  })

  test('whose mistakes are said, and left out', async () => {
    const schema = {
      type: 'objet',
      required: true,
      nullable: true,
      id: 'x',
      propertys: {},
      properties: { a: { format: 'mail', pattern: '(' }, __proto__: { type: 'string' }, b: 3 },
    }
    const report = await check(schema as unknown as Descriptor, '{"a": "x"}')
    expect(report.valid).toBe(true)
    expect(
      report.diagnostics.map(({ code, details }) => [code, details.field, details.property ?? details.format ?? details.pattern]),
    ).toEqual([
      ['schema/property', '', 'type'],
      ['schema/property', '', 'required'],
      ['schema/misspelt-property', '', 'propertys'],
      ['schema/property', '', 'properties'],
    ])
  })
})
