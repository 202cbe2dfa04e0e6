// Where the keywords of JSON Schema hold other schemas. https://json-schema.org/draft/2020-12/json-schema-core
import { type Descriptor, isDescriptor } from '../schema/descriptor.js'

const ONE = [
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]
const LISTS = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']
const MAPS = ['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties']

export interface Subschema {
  /** From the schema that holds it. */
  path: readonly string[]
  schema: unknown
}

export const isSchema = (value: unknown): value is Descriptor | boolean => typeof value === 'boolean' || isDescriptor(value)

/** The schemas that stand directly below `schema`. */
export function* subschemasOf(schema: Descriptor): Generator<Subschema> {
  for (const keyword of ONE) if (isSchema(schema[keyword])) yield { path: [keyword], schema: schema[keyword] }
  for (const keyword of LISTS) {
    const list = schema[keyword]
    if (Array.isArray(list)) for (const [i, item] of list.entries()) yield { path: [keyword, String(i)], schema: item }
  }
  for (const keyword of MAPS) {
    const map = schema[keyword]
    if (!isDescriptor(map)) continue
    // Of `dependencies`, a list names properties.
    for (const [name, item] of Object.entries(map)) if (!Array.isArray(item)) yield { path: [keyword, name], schema: item }
  }
}

/** The same schema with each of those below it replaced. */
export function mapSubschemas(schema: Descriptor, change: (below: Subschema) => unknown): Record<string, unknown> {
  const one = (path: readonly string[], value: unknown): unknown => change({ path, schema: value })
  // Not by assignment, for which `__proto__` is no name like others.
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map((item, i) => one([keyword, String(i)], item))]
      if (ONE.includes(keyword) && isSchema(value)) return [keyword, one([keyword], value)]
      if (!MAPS.includes(keyword) || !isDescriptor(value)) return [keyword, value]
      const entries = Object.entries(value).map(([name, item]) => [name, Array.isArray(item) ? item : one([keyword, name], item)])
      return [keyword, Object.fromEntries(entries)]
    }),
  )
}
