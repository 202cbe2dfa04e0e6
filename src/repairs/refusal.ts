// What a field can refuse a cell for, seen from the repairs.
import type { Field } from '../core/schema.js'

/** Whether the cells of a field must keep to a form: a type other than text, a format, a pattern, allowed values, a check. */
export function hasForm(field: Field, checks: readonly string[]): boolean {
  const { pattern, enum: allowed, jsonSchema } = field.constraints
  return (
    (field.type !== 'string' && field.type !== 'any') ||
    (field.format !== 'default' && field.format !== '') ||
    pattern !== undefined ||
    allowed !== undefined ||
    jsonSchema !== undefined ||
    field.options.categories !== undefined ||
    checks.length > 0
  )
}

/** Whether a filled cell of the field can be refused at all. */
export function canRefuse(field: Field, checks: readonly string[]): boolean {
  const { minLength, maxLength } = field.constraints
  return hasForm(field, checks) || minLength !== undefined || maxLength !== undefined
}
