// A JSON Schema of any draft, as found, made into one that ajv takes: what cannot be understood is said and left out.

import { nearestSpelling } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { compilePattern, PatternError } from '../core/pattern/compilePattern.js'
import { type Descriptor, isDescriptor, isText } from '../schema/descriptor.js'
import type { SchemaFault } from '../schema/schemaFault.js'
import { ecmaPattern } from './ecmaPattern.js'
import { isKnownFormat } from './formats.js'
import { isSchema, mapSubschemas } from './keywords.js'
import { pointerOf } from './pointer.js'

/** More than twenty times the largest of the registry. */
const MOST_SCHEMAS = 20_000
const SHOWN = 80

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

type Test = (value: unknown) => boolean
const isCount: Test = (value) => Number.isInteger(value) && Number(value) >= 0
const isNumber: Test = (value) => typeof value === 'number'
const isFlag: Test = (value) => typeof value === 'boolean'
const isNames: Test = (value) => Array.isArray(value) && value.every(isText)
const isMap: Test = (value) => isDescriptor(value)
const isMapOfSchemas: Test = (value) => isDescriptor(value) && Object.values(value).every(isSchema)
const isSchemas: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema)

/** What each keyword may hold. https://json-schema.org/draft/2020-12/json-schema-validation */
const MAY_HOLD: Readonly<Record<string, Test>> = {
  type: (value) => [value].flat().length > 0 && [value].flat().every((type) => isText(type) && TYPES.includes(type)),
  enum: (value) => Array.isArray(value) && value.length > 0,
  multipleOf: (value) => typeof value === 'number' && value > 0,
  maximum: isNumber,
  exclusiveMaximum: isNumber,
  minimum: isNumber,
  exclusiveMinimum: isNumber,
  maxLength: isCount,
  minLength: isCount,
  maxItems: isCount,
  minItems: isCount,
  uniqueItems: isFlag,
  maxContains: isCount,
  minContains: isCount,
  maxProperties: isCount,
  minProperties: isCount,
  required: isNames,
  dependentRequired: (value) => isDescriptor(value) && Object.values(value).every(isNames),
  dependencies: (value) => isDescriptor(value) && Object.values(value).every((item) => isSchema(item) || isNames(item)),
  properties: isMapOfSchemas,
  patternProperties: isMapOfSchemas,
  dependentSchemas: isMapOfSchemas,
  definitions: isMap,
  $defs: isMap,
  allOf: isSchemas,
  anyOf: isSchemas,
  oneOf: isSchemas,
  prefixItems: isSchemas,
  items: (value) => isSchema(value) || (Array.isArray(value) && value.every(isSchema)),
  ...Object.fromEntries(
    ['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'not', 'propertyNames', 'then', 'unevaluatedItems'].map(
      (name) => [name, isSchema],
    ),
  ),
  unevaluatedProperties: isSchema,
  $ref: isText,
  $id: isText,
  format: isText,
  pattern: isText,
}
/** A slip in one of these changes the verdict in silence. */
const WORTH_A_WORD = Object.keys(MAY_HOLD).filter((word) => word.length > 4 && !word.startsWith('$'))
/** Of programs that know more words than JSON Schema: ajv would do what they say. */
const NOT_OF_JSON_SCHEMA = ['$async', '$schema', 'nullable', 'discriminator']

export interface Tidied {
  schema: Descriptor | boolean
  faults: SchemaFault[]
  /** Some of its words are of 2019 or later. */
  isRecent: boolean
}

const RECENT = [
  '$defs',
  'prefixItems',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
  'minContains',
]

/** Throws `ScdlError('limit-exceeded')`. */
export function tidySchema(written: Descriptor | boolean): Tidied {
  const faults: SchemaFault[] = []
  let schemas = 0
  const draft = isDescriptor(written) && isText(written.$schema) ? written.$schema : undefined
  let isRecent = draft !== undefined && /draft\/20\d\d/.test(draft)
  const isOld = draft !== undefined && /draft-0[34]/.test(draft)

  function tidy(value: unknown, path: readonly string[]): unknown {
    if (++schemas > MOST_SCHEMAS) throw new ScdlError('limit-exceeded', { limit: 'schemaParts', value: MOST_SCHEMAS })
    if (!isDescriptor(value)) {
      if (!isSchema(value)) faults.push(property(path.at(-1) ?? '', path.slice(0, -1), value))
      return isSchema(value) ? value : true
    }
    const kept = Object.fromEntries(
      Object.entries(withNumericBounds(withAddress(value, isOld)))
        .filter(([keyword, held]) => !NOT_OF_JSON_SCHEMA.includes(keyword) && isUsable(keyword, held, path))
        .concat(value.$ref === undefined ? [] : [['scdlStep', true]]),
    )
    if (draft === undefined && path.length < 3) isRecent ||= RECENT.some((word) => kept[word] !== undefined)
    return mapSubschemas(kept, ({ path: below, schema }) => tidy(schema, [...path, ...below]))
  }

  function isUsable(keyword: string, held: unknown, path: readonly string[]): boolean {
    const mayHold = Object.hasOwn(MAY_HOLD, keyword) ? MAY_HOLD[keyword] : undefined
    if (mayHold === undefined) {
      const meant = keyword.length > 4 ? nearestSpelling(keyword, WORTH_A_WORD) : undefined
      // Most schemas carry words of their own, that resemble none.
      if (meant !== undefined && mayHoldOf(meant)(held)) {
        faults.push({ code: 'schema/misspelt-property', details: { property: keyword, field: pointerOf(path), nearest: meant } })
      }
      return true
    }
    if (!mayHold(held)) {
      faults.push(property(keyword, path, held))
      return false
    }
    if (keyword === 'format' && !isKnownFormat(String(held))) {
      faults.push({ code: 'schema/unknown-format', details: { format: String(held), field: pointerOf(path) } })
      return false
    }
    const patterns = keyword === 'pattern' ? [String(held)] : keyword === 'patternProperties' ? Object.keys(held as object) : []
    return patterns.every((pattern) => isPattern(pattern, path))
  }

  function isPattern(pattern: string, path: readonly string[]): boolean {
    try {
      compilePattern(ecmaPattern(pattern))
      return true
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      faults.push({ code: 'schema/pattern', details: { pattern, field: pointerOf(path), reason: error.reason } })
      return false
    }
  }

  const tidied = tidy(written, [])
  const schema = (isRecent ? withPrefixItems(tidied) : tidied) as Descriptor | boolean
  return { schema, faults, isRecent }
}

const mayHoldOf = (keyword: string): Test => MAY_HOLD[keyword] ?? (() => true)

const property = (name: string, path: readonly string[], value: unknown): SchemaFault => ({
  code: 'schema/property',
  details: { property: name, field: pointerOf(path), value: (JSON.stringify(value) ?? '').slice(0, SHOWN) },
})

/** Before 2020, a list of `items` is what is now called `prefixItems`. */
function withPrefixItems(schema: unknown): unknown {
  if (!isDescriptor(schema)) return schema
  const { items, additionalItems, ...others } = schema
  const named = Array.isArray(items)
    ? { ...others, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) }
    : schema
  return mapSubschemas(named, ({ schema: below }) => withPrefixItems(below))
}

/** Up to draft 4, `id` is the address; later, it is a word like others, which ajv refuses to meet. */
function withAddress(schema: Descriptor, isOld: boolean): Descriptor {
  const { id, ...others } = schema
  return isOld && isText(id) && schema.$id === undefined ? { ...others, $id: id } : others
}

/** Up to draft 4, an exclusive bound is a bound with a flag. */
function withNumericBounds(schema: Descriptor): Descriptor {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...others } = schema
  const bound = (name: string, exclusiveName: string, limit: unknown, flag: unknown): Descriptor => {
    if (typeof flag !== 'boolean')
      return { ...(limit !== undefined && { [name]: limit }), ...(flag !== undefined && { [exclusiveName]: flag }) }
    return limit === undefined ? {} : { [flag ? exclusiveName : name]: limit }
  }
  return {
    ...others,
    ...bound('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...bound('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  }
}
