// A Table Schema descriptor and the registries → a schema that tables can be checked with.
import { checkAliases } from './checks/aliases.js'
import { cellChecks } from './checks/cell/index.js'
import { rowChecks } from './checks/row/index.js'
import type { SchemaFacts } from './core/reportTypes.js'
import { fieldTypes } from './fieldTypes/index.js'
import { readSchema } from './schema/readSchema.js'
import type { LoadedSchema } from './validateOptions.js'

/**
 * Reads a Table Schema descriptor (v1 or v2, with `custom_checks`). What it cannot understand is in `faults`, and told as `schema/…`
 * warnings by every validation; throws `ScdlError('schema-not-table-schema')` when it is no Table Schema at all.
 */
export function readDescriptor(descriptor: unknown, facts?: SchemaFacts, aliases?: LoadedSchema['aliases']): LoadedSchema {
  const { schema, faults } = readSchema(descriptor, { types: fieldTypes, cellChecks, rowChecks, checkAliases })
  const known: SchemaFacts = facts ?? { name: schema.name ?? '', origin: 'inline' }
  return {
    schema,
    faults,
    facts: {
      ...(schema.version === undefined ? {} : { version: schema.version }),
      ...(schema.title === undefined ? {} : { title: schema.title }),
      ...known,
    },
    ...(aliases === undefined ? {} : { aliases }),
  }
}
