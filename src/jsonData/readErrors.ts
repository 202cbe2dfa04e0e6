// ajv's errors as findings: where, what, and what a sentence needs.
import type { Details } from '../core/diagnostic.js'
import { nearestSpelling } from '../core/editDistance.js'
import type { JsonError } from './jsonError.js'
import { JSON_FAULTS, type JsonFault } from './jsonFaults.js'
import { escapePart } from './pointer.js'
import { namesIn } from './reduceErrors.js'
import { suggestValue } from './suggestValue.js'

export interface JsonFinding {
  fault: JsonFault
  /** From the value that was tested. */
  pointer: string
  /** The finding is about the key rather than its value. */
  atKey?: boolean
  /** The value as the file has it: a text without its quotes. Absent: an object or an array. */
  cell?: string
  /** In JSON. */
  suggestion?: string
  details: Details
}

/** Values of a list that a finding repeats. */
const MOST_VALUES = 20
const SAME_BY_ANOTHER_NAME: Readonly<Record<string, JsonFault>> = {
  dependentRequired: 'dependencies',
  unevaluatedProperties: 'additionalProperties',
  unevaluatedItems: 'additionalItems',
  items: 'additionalItems',
  minContains: 'contains',
  maxContains: 'contains',
  'false schema': 'not',
}

export function readError(error: JsonError): JsonFinding {
  const { keyword, instancePath, params, data, schema } = error
  const fault = JSON_FAULTS.find((known) => known === keyword) ?? SAME_BY_ANOTHER_NAME[keyword] ?? 'not'
  const cell = textOf(data)
  const finding = (details: Details, more: Partial<JsonFinding> = {}): JsonFinding => ({
    fault,
    pointer: instancePath,
    ...(cell !== undefined && { cell }),
    details,
    ...more,
  })
  const below = (name: string): string => `${instancePath}/${escapePart(name)}`
  switch (fault) {
    case 'type': {
      const expected = [params.type as string | readonly string[]].flat()
      return finding({ expected, found: typeOf(data) }, suggestion(suggestValue.type(expected, data)))
    }
    case 'required':
    case 'dependencies': {
      const property = String(params.missingProperty ?? '')
      const written = Object.keys((data ?? {}) as object).filter((name) => !namesIn(error.parentSchema).includes(name))
      const needs = params.property === undefined ? undefined : String(params.property)
      return finding({ property, nearest: nearestSpelling(property, written), needs })
    }
    case 'additionalProperties': {
      const property = String(params.additionalProperty ?? params.unevaluatedProperty ?? '')
      const free = namesIn(error.parentSchema).filter((name) => !Object.hasOwn(data as object, name))
      return finding({ property, nearest: nearestSpelling(property, free) }, { pointer: below(property), atKey: true })
    }
    case 'propertyNames':
      return finding({ property: String(params.propertyName ?? '') }, { pointer: below(String(params.propertyName ?? '')), atKey: true })
    case 'enum': {
      const allowed = (params.allowedValues ?? []) as readonly unknown[]
      const values = allowed.slice(0, MOST_VALUES).map(textOfAny)
      const total = allowed.length > MOST_VALUES ? { valuesTotal: allowed.length } : {}
      return finding({ values, ...total }, suggestion(suggestValue.enum(allowed, data)))
    }
    case 'const':
      return finding({ values: [textOfAny(params.allowedValue)] }, suggestion(params.allowedValue))
    case 'pattern':
      return finding({ constraint: String(params.pattern), type: 'string' })
    case 'format':
      return finding({ format: String(params.format) }, suggestion(suggestValue.format(String(params.format), data)))
    case 'uniqueItems':
      return finding({ first: Number(params.i) + 1, second: Number(params.j) + 1 })
    case 'minLength':
    case 'maxLength':
      return finding({ constraint: Number(params.limit), length: [...String(data)].length })
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
    case 'additionalItems':
      return finding({ constraint: Number(params.limit ?? params.len ?? 0), length: Object.keys((data ?? {}) as object).length })
    case 'anyOf':
    case 'oneOf':
      return finding({ forms: titles(schema), fitting: Array.isArray(params.passingSchemas) ? params.passingSchemas.length : undefined })
    default: {
      const limit: unknown = params.limit ?? params.comparison ?? params.multipleOf ?? params.minContains
      return finding(limit === undefined ? {} : { constraint: typeof limit === 'number' ? limit : String(limit) })
    }
  }
}

const suggestion = (value: unknown): Partial<JsonFinding> => (value === undefined ? {} : { suggestion: JSON.stringify(value) })

const titles = (forms: unknown): string[] =>
  Array.isArray(forms) ? forms.flatMap((form: { title?: unknown }) => (typeof form?.title === 'string' ? [form.title] : [])) : []

const textOf = (value: unknown): string | undefined => (typeof value === 'object' && value !== null ? undefined : textOfAny(value))
const textOfAny = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
