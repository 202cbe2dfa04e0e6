// What a producer has to know of a field: plain data, which messages/ turn into words.
import { enumText } from '../core/compileConstraints.js'
import { expectation } from '../core/compileField.js'
import type { Details } from '../core/diagnostic.js'
import { CONSTRAINTS, type ConstraintName, type Field, type Schema } from '../core/schema.js'
import { isDescriptor, isText } from './descriptor.js'

export interface FieldDescription {
  name: string
  title?: string
  description?: string
  example?: string
  type: string
  format: string
  required: boolean
  unique: boolean
  /** A part of the primary key. */
  isKey: boolean
  /** The only values there may be: those of `enum`, or of `categories`. */
  values?: string[]
  /** What else a cell has to be, in the order of the constraints: codes of diagnostics, with the details of their sentences. */
  rules: { code: 'cell/type' | `cell/${ConstraintName}`; details: Details }[]
  /** The checks of `custom_checks` that read the field. */
  checks: string[]
}

/** Said by other properties. */
const SAID: readonly ConstraintName[] = ['required', 'enum', 'jsonSchema']

export function describeField(field: Field, schema: Schema): FieldDescription {
  const { name, title, description, example, type, format, constraints } = field
  const values = (constraints.enum ?? categoriesOf(field))?.map(enumText)
  const set = CONSTRAINTS.filter((constraint) => constraints[constraint] !== undefined && !SAID.includes(constraint))
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    type,
    format,
    required: constraints.required === true,
    unique: constraints.unique === true,
    isKey: schema.primaryKey.includes(name),
    ...(values !== undefined && { values }),
    rules: [
      { code: 'cell/type', details: expectation(field) },
      ...set.map((constraint) => ({ code: `cell/${constraint}` as const, details: expectation(field, constraint) })),
    ],
    checks: schema.checks.filter(({ params }) => Object.values(params).flat().includes(name)).map(({ name: check }) => check),
  }
}

function categoriesOf({ options: { categories } }: Field): readonly unknown[] | undefined {
  if (!Array.isArray(categories)) return undefined
  return categories.map((category: unknown) => (isDescriptor(category) ? category.value : category)).filter((value) => isText(value))
}
