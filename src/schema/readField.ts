// One entry of `fields`.
import { nearestSpelling } from '../core/editDistance.js'
import type { FieldType } from '../core/fieldType.js'
import type { Field } from '../core/schema.js'
import { type Descriptor, isAbsent, isText, isTooDeep, textProperties } from './descriptor.js'
import { readConstraints } from './readConstraints.js'
import { readMissingValues } from './readMissingValues.js'
import { type Say, showValue } from './schemaFault.js'

const READ_HERE: ReadonlySet<string> = new Set([
  'name',
  'type',
  'format',
  'title',
  'description',
  'example',
  'constraints',
  'missingValues',
])

/** Properties of some type or other. */
const OF_TYPES = [
  'trueValues',
  'falseValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'arrayItem',
  'itemType',
  'delimiter',
  'categories',
  'categoriesOrdered',
] as const

/** Words of Table Schema's `constraints`, and of JSON Schema, that authors put beside `type`, where they have no effect. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  ...['required', 'unique', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'pattern', 'enum'],
  ...['jsonSchema', 'minProperties', 'maxProperties', 'minItems', 'maxItems', 'items', 'nullable'],
])

/** Only properties that change the verdict are worth a warning when they are misspelt. */
const WORTH_A_WORD = ['constraints', 'missingValues', 'format', ...OF_TYPES]
const ACCEPTED: ReadonlySet<string> = new Set([...READ_HERE, ...OF_TYPES, 'examples', 'rdfType', 'comment', 'comments'])

export function readField(
  descriptor: Descriptor,
  name: string,
  types: Readonly<Record<string, FieldType>>,
  missingValues: readonly string[],
  say: Say,
): Field {
  const type = readType(descriptor.type, name, types, say)
  const supported = (Object.hasOwn(types, type) ? types[type]?.constraints : undefined) ?? []
  sayMisplaced(descriptor, name, say)
  const example = readExample(descriptor)
  return {
    name,
    type,
    format: readFormat(descriptor.format, name, say),
    ...textProperties(descriptor, ['title', 'description']),
    ...(example === undefined ? {} : { example }),
    constraints: readConstraints(descriptor.constraints, { name, type, supported }, say),
    missingValues: readMissingValues(descriptor.missingValues, name, say) ?? missingValues,
    options: readOptions(descriptor, name, say),
  }
}

function readOptions(descriptor: Descriptor, field: string, say: Say): Field['options'] {
  const options = Object.entries(descriptor).filter(([property]) => !READ_HERE.has(property))
  const isReadable = ([property, value]: [string, unknown]): boolean => {
    if (!isTooDeep(value)) return true
    say('schema/property', { property, field, value: showValue(value) })
    return false
  }
  return Object.fromEntries(options.filter(isReadable))
}

/** A type that is absent or unknown accepts anything. */
function readType(written: unknown, field: string, types: Readonly<Record<string, FieldType>>, say: Say): string {
  if (isAbsent(written)) return 'any'
  if (isText(written) && Object.hasOwn(types, written)) return written
  say('schema/unknown-type', { type: showValue(written), field })
  return 'any'
}

function readFormat(written: unknown, field: string, say: Say): string {
  if (isAbsent(written) || written === '') return 'default'
  if (isText(written)) return written
  say('schema/property', { property: 'format', field, value: showValue(written) })
  return 'default'
}

function sayMisplaced(descriptor: Descriptor, field: string, say: Say): void {
  for (const property of Object.keys(descriptor)) {
    if (ACCEPTED.has(property)) continue
    if (WITHOUT_EFFECT.has(property)) {
      say('schema/property', { property, field })
      continue
    }
    const meant = nearestSpelling(property, WORTH_A_WORD)
    if (meant !== undefined) say('schema/misspelt-property', { property, field, nearest: meant })
  }
}

/** `example` (v1) or the first of `examples` (v2), as one would write it in a cell. */
function readExample({ example, examples }: Descriptor): string | undefined {
  return writeExample(isAbsent(example) ? (Array.isArray(examples) ? examples[0] : examples) : example)
}

function writeExample(value: unknown): string | undefined {
  if (isText(value)) return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  // Deeper values are left out: writing them would recurse as deep as a stranger likes.
  const isFlat = typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item !== 'object')
  return isFlat ? JSON.stringify(value) : undefined
}
