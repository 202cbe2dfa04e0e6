// Every field: its name, its type, its constraints, its example.
import { compileField } from '../../core/compileField.js'
import type { Details } from '../../core/diagnostic.js'
import { nearestSpelling } from '../../core/editDistance.js'
import type { Field } from '../../core/schema.js'
import { type Descriptor, isAbsent, isDescriptor, isText } from '../descriptor.js'
import { readField } from '../readField.js'
import { readMissingValues } from '../readMissingValues.js'
import type { KnownWords } from '../readSchema.js'
import type { Say, SchemaFault } from '../schemaFault.js'
import { showValue } from '../schemaFault.js'
import type { SayLint } from './finding.js'
import { lintPattern } from './lintPattern.js'
import { lintValues } from './lintValues.js'

type Path = readonly (string | number)[]

/** The fields that can be read. */
export async function lintFields(written: readonly unknown[], missingValues: unknown, known: KnownWords, say: SayLint): Promise<Field[]> {
  const sayMissing: Say = (_, { value }) => say('property-value', ['missingValues'], { property: 'missingValues', value })
  const missing = readMissingValues(missingValues, undefined, sayMissing) ?? ['']
  const fields = new Map<string, Field>()
  for (const [index, item] of written.entries()) {
    const path = ['fields', index]
    const name = readName(item, path, say)
    if (!isDescriptor(item) || name === undefined) continue
    if (fields.has(name)) say('field-name-duplicate', [...path, 'name'], { name })
    const field = await lintField(item, name, missing, known, path, say)
    if (!fields.has(name)) fields.set(name, field)
  }
  return [...fields.values()]
}

function readName(item: unknown, path: Path, say: SayLint): string | undefined {
  if (!isDescriptor(item)) {
    say('field-not-an-object', path, { value: showValue(item) })
    return undefined
  }
  const name = isText(item.name) ? item.name.trim() : ''
  if (name === '') say('field-name-missing', path)
  else if (name !== item.name) say('field-name-spaces', [...path, 'name'], { name })
  return name === '' ? undefined : name
}

async function lintField(
  item: Descriptor,
  name: string,
  missing: readonly string[],
  { types }: KnownWords,
  path: Path,
  say: SayLint,
): Promise<Field> {
  const field = readField(item, name, types, missing, (code, details) => sayOfReading({ code, details }, item, types, path, say))
  await types[field.type]?.prepare?.(field)
  for (const { code, details } of compileField(field, types).faults) {
    const property = String(details.property)
    if (code === 'schema/pattern') say('pattern', [...path, 'constraints', 'pattern'], details)
    else if (code === 'schema/example') sayExample(item, path, details, say)
    else if (code === 'schema/unknown-format') say('unknown-format', [...path, 'format'], { ...details, type: field.type })
    else if (isConstraintOf(item, property))
      say('bound-value', [...path, 'constraints', property], { ...details, constraint: property, type: field.type })
    else if (!isAbsent(item[property])) say('useless-property', [...path, property], { ...details, type: field.type })
  }
  lintPattern(field.constraints.pattern, path, say)
  lintValues(field, types, path, say)
  if (isAbsent(item.description) && isAbsent(item.title)) say('field-description', path, { field: name })
  if (field.example === undefined && field.constraints.enum === undefined) say('field-example', path, { field: name })
  return field
}

function sayExample(item: Descriptor, path: Path, details: Details, say: SayLint): void {
  if (isAbsent(item.example)) say('examples', [...path, 'examples'], details)
  else say('example', [...path, 'example'], details)
}

const isConstraintOf = ({ constraints }: Descriptor, name: string): boolean => isDescriptor(constraints) && !isAbsent(constraints[name])

const BESIDE_CONSTRAINTS = ['required', 'unique', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
const CONSTRAINTS = [...BESIDE_CONSTRAINTS, 'pattern', 'enum', 'jsonSchema']

/** What reading the field said, with its place. */
function sayOfReading({ code, details }: SchemaFault, item: Descriptor, types: KnownWords['types'], path: Path, say: SayLint): void {
  const property = String(details.property)
  const place = [...path, ...property.split('.')]
  const [outer, constraint] = property.split('.')
  if (code === 'schema/unknown-type') {
    const known = Object.keys(types)
    const nearest = isText(item.type) ? nearestSpelling(item.type, known) : undefined
    say('unknown-type', [...path, 'type'], { ...details, known, nearest })
  } else if (code === 'schema/unsupported-constraint') {
    say('unsupported-constraint', [...path, 'constraints', String(details.constraint)], details)
  } else if (code === 'schema/misspelt-property') say('misspelt-property', place, details)
  else if (constraint !== undefined && outer === 'constraints') {
    say(CONSTRAINTS.includes(constraint) ? 'constraint-value' : 'unknown-constraint', place, { ...details, constraint })
  } else if (details.value !== undefined) say('property-value', place, details)
  else say(CONSTRAINTS.includes(property) ? 'misplaced-constraint' : 'useless-property', place, details)
}
