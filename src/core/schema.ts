// What a table is expected to be, once its descriptor has been read: every default filled in, every word understood.
// Terms: Table Schema, https://specs.frictionlessdata.io/table-schema/ (v1) and https://datapackage.org/standard/table-schema/ (v2).

/** The constraints of a field, in the order in which their faults are numbered (bit = index + 1; bit 0 is the type). */
export const CONSTRAINTS = [
  'required',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'pattern',
  'enum',
  'jsonSchema',
] as const
export type ConstraintName = (typeof CONSTRAINTS)[number]

export interface Constraints {
  required?: boolean
  unique?: boolean
  minLength?: number
  maxLength?: number
  /** Bounds are kept as the descriptor writes them, as text: the field's type reads them. */
  minimum?: string
  maximum?: string
  exclusiveMinimum?: string
  exclusiveMaximum?: string
  pattern?: string
  /** As the descriptor writes them; compared by value. */
  enum?: readonly unknown[]
  jsonSchema?: unknown
}

/** A column that the schema declares. */
export interface Field {
  name: string
  type: string
  /** `default` where the descriptor has none. */
  format: string
  title?: string
  description?: string
  example?: string
  constraints: Constraints
  /** The texts that stand for "no value" in this field: its own, else the schema's, else the empty text. */
  missingValues: readonly string[]
  /** What the user, beyond the schema, expects of every cell that holds something: see `expectedText.ts`. */
  expected?: string
  /** The descriptor's other properties, as written (`decimalChar`, `trueValues`, `arrayItem`, …). */
  options: Readonly<Record<string, unknown>>
}

export interface ForeignKey {
  fields: readonly string[]
  /** Another table of the package; empty: the same table. */
  resource: string
  referenced: readonly string[]
}

/** An entry of `custom_checks`. */
export interface CheckCall {
  name: string
  params: Readonly<Record<string, unknown>>
}

/** Which columns the table must have, where a v2 descriptor says so. Validata does not read it. */
export const FIELDS_MATCH = ['exact', 'equal', 'subset', 'superset', 'partial'] as const
export type FieldsMatch = (typeof FIELDS_MATCH)[number]

export interface Schema {
  name?: string
  title?: string
  description?: string
  version?: string
  homepage?: string
  fields: readonly Field[]
  fieldsMatch?: FieldsMatch
  primaryKey: readonly string[]
  /** Names in `primaryKey` that no field has; the key is then empty. Validata refuses every file without columns of these names. */
  unknownKey?: readonly string[]
  uniqueKeys: readonly (readonly string[])[]
  foreignKeys: readonly ForeignKey[]
  checks: readonly CheckCall[]
}
