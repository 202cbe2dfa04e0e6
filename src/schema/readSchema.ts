// Descriptor to schema: what can be understood is used, what cannot is said.
import { nearestSpelling } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { FieldType } from '../core/fieldType.js'
import { FIELDS_MATCH, type Field, type FieldsMatch, type Schema } from '../core/schema.js'
import { type Descriptor, isAbsent, isDescriptor, isText, textProperties } from './descriptor.js'
import { type KnownChecks, readChecks } from './readChecks.js'
import { readField } from './readField.js'
import { readForeignKeys, readPrimaryKey, readUniqueKeys } from './readKeys.js'
import { readMissingValues } from './readMissingValues.js'
import { type Say, type SchemaFault, showValue } from './schemaFault.js'

/** The registries: the words that a descriptor may use. */
export interface KnownWords extends KnownChecks {
  types: Readonly<Record<string, FieldType>>
}

const MOST_FIELDS = 10_000

/** Only properties that change the verdict are worth a warning when they are misspelt. */
const WORTH_A_WORD = ['missingValues', 'primaryKey', 'uniqueKeys', 'foreignKeys', 'custom_checks', 'fieldsMatch']

/**
 * Reads a Table Schema, v1 or v2, with Validata's `custom_checks`.
 * Throws `ScdlError`: `schema-not-table-schema` (reason: `not-an-object`, `no-fields`) when it is none at all, `limit-exceeded`
 * when it is larger than any honest one.
 */
export function readSchema(descriptor: unknown, known: KnownWords): { schema: Schema; faults: SchemaFault[] } {
  if (!isDescriptor(descriptor)) throw new ScdlError('schema-not-table-schema', { reason: 'not-an-object' })
  const faults: SchemaFault[] = []
  const say: Say = (code, details) => faults.push({ code, details })

  sayMisspelt(descriptor, say)
  const missingValues = readMissingValues(descriptor.missingValues, undefined, say) ?? ['']
  const fields = readFields(descriptor.fields, known, missingValues, say)
  const names = new Set(fields.map(({ name }) => name))
  const fieldsMatch = readFieldsMatch(descriptor.fieldsMatch, say)
  const schema: Schema = {
    ...textProperties(descriptor, ['name', 'title', 'description', 'version', 'homepage']),
    fields,
    ...(fieldsMatch === undefined ? {} : { fieldsMatch }),
    ...readPrimaryKey(descriptor.primaryKey, names, say),
    uniqueKeys: readUniqueKeys(descriptor.uniqueKeys, names, say),
    foreignKeys: readForeignKeys(descriptor.foreignKeys, names, say),
    checks: readChecks(descriptor.custom_checks, known, names, say),
  }
  return { schema, faults }
}

/** A field without a name, and the second of two with the same name, cannot be matched with a column: said and left out. */
function readFields(written: unknown, known: KnownWords, missingValues: readonly string[], say: Say): Field[] {
  if (!Array.isArray(written)) throw new ScdlError('schema-not-table-schema', { reason: 'no-fields' })
  if (written.length > MOST_FIELDS) throw new ScdlError('limit-exceeded', { limit: 'fields', value: MOST_FIELDS })
  const fields = new Map<string, Field>()
  written.forEach((item: unknown, index) => {
    const name = isDescriptor(item) && isText(item.name) ? item.name.trim() : ''
    if (!isDescriptor(item) || name === '') {
      say('schema/property', { property: 'name', field: `fields[${index}]` })
      return
    }
    if (fields.has(name) || name !== item.name) say('schema/property', { property: 'name', field: name, value: showValue(item.name) })
    if (!fields.has(name)) fields.set(name, readField(item, name, known.types, missingValues, say))
  })
  if (fields.size === 0) throw new ScdlError('schema-not-table-schema', { reason: 'no-fields' })
  return [...fields.values()]
}

/** v2.0's own profile had it in a list. */
function readFieldsMatch(written: unknown, say: Say): FieldsMatch | undefined {
  if (isAbsent(written)) return undefined
  const word: unknown = Array.isArray(written) && written.length === 1 ? written[0] : written
  const fieldsMatch = FIELDS_MATCH.find((known) => known === word)
  if (fieldsMatch === undefined) say('schema/property', { property: 'fieldsMatch', value: showValue(written) })
  return fieldsMatch
}

function sayMisspelt(descriptor: Descriptor, say: Say): void {
  if (!isAbsent(descriptor.constraints)) say('schema/property', { property: 'constraints' })
  for (const property of Object.keys(descriptor)) {
    if (WORTH_A_WORD.includes(property)) continue
    const meant = nearestSpelling(property, WORTH_A_WORD)
    if (meant !== undefined) say('schema/misspelt-property', { property, nearest: meant })
  }
}
