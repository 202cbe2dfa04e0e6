// The constraints of a field: those that its type has, with values that can be understood. The others are said and passed over.
import { nearestSpelling } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { CONSTRAINTS, type ConstraintName, type Constraints } from '../core/schema.js'
import { isAbsent, isDescriptor, isText, isTooDeep } from './descriptor.js'
import { type Say, showValue } from './schemaFault.js'

const MOST_ENUM_VALUES = 100_000
const KNOWN: readonly string[] = [...CONSTRAINTS, 'unique']

export interface FieldPlace {
  name: string
  type: string
  /** The constraints of the type, beside `required` and `unique`, which all types have. */
  supported: readonly ConstraintName[]
}

export function readConstraints(descriptor: unknown, place: FieldPlace, say: Say): Constraints {
  const { name: field, type, supported } = place
  if (isAbsent(descriptor)) return {}
  if (!isDescriptor(descriptor)) {
    say('schema/property', { property: 'constraints', field, value: showValue(descriptor) })
    return {}
  }
  const constraints: Constraints = {}
  for (const [name, written] of Object.entries(descriptor)) {
    if (isAbsent(written)) continue
    if (!isConstraint(name)) {
      sayUnknown(name, field, say)
    } else if (name !== 'required' && name !== 'unique' && !supported.includes(name)) {
      say('schema/unsupported-constraint', { constraint: name, field, type })
    } else {
      const value = READERS[name](written)
      if (value === undefined) say('schema/property', { property: `constraints.${name}`, field, value: showValue(written) })
      else Object.assign(constraints, { [name]: value })
    }
  }
  return constraints
}

type AnyConstraint = ConstraintName | 'unique'

function isConstraint(name: string): name is AnyConstraint {
  return KNOWN.includes(name)
}

function sayUnknown(name: string, field: string, say: Say): void {
  const meant = nearestSpelling(name, KNOWN)
  if (meant === undefined) say('schema/property', { property: `constraints.${name}`, field })
  else say('schema/misspelt-property', { property: `constraints.${name}`, field, nearest: `constraints.${meant}` })
}

/** From what the descriptor writes to the constraint; undefined: not understood. */
const READERS: { readonly [K in AnyConstraint]: (written: unknown) => Constraints[K] | undefined } = {
  required: readBoolean,
  unique: readBoolean,
  minLength: readLength,
  maxLength: readLength,
  minimum: readBound,
  maximum: readBound,
  exclusiveMinimum: readBound,
  exclusiveMaximum: readBound,
  pattern: (written) => (isText(written) ? written : undefined),
  enum: readEnum,
  jsonSchema: (written) => ((isDescriptor(written) && !isTooDeep(written)) || typeof written === 'boolean' ? written : undefined),
}

function readBoolean(written: unknown): boolean | undefined {
  if (typeof written === 'boolean') return written
  return written === 'true' ? true : written === 'false' ? false : undefined
}

function readLength(written: unknown): number | undefined {
  const length = isText(written) && /^\d{1,15}$/.test(written) ? Number(written) : written
  return typeof length === 'number' && Number.isSafeInteger(length) && length >= 0 ? length : undefined
}

function readBound(written: unknown): string | undefined {
  return typeof written === 'number' ? String(written) : isText(written) && written !== '' ? written : undefined
}

function readEnum(written: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(written) || written.length === 0) return undefined
  if (written.length > MOST_ENUM_VALUES) throw new ScdlError('limit-exceeded', { limit: 'enumValues', value: MOST_ENUM_VALUES })
  return isTooDeep(written) ? undefined : written
}
