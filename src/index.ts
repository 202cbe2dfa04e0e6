// The library for any runtime: nothing here needs more than the web's own globals.
import { checkAliases } from './checks/aliases.js'
import { cellChecks } from './checks/cell/index.js'
import { rowChecks } from './checks/row/index.js'
import type { SchemaFacts } from './core/reportTypes.js'
import { fieldTypes } from './fieldTypes/index.js'
import { readSchema } from './schema/readSchema.js'
import type { LoadedSchema } from './validate.js'

export { pageOf } from './codes.js'
export { type ConvertedTable, type ConvertOptions, convert, type Lookup } from './convert.js'
export type { Change } from './core/change.js'
export type { Code, Details, Diagnostic, Severity } from './core/diagnostic.js'
export { ScdlError } from './core/error.js'
export { DEFAULT_LIMITS, type FormatOptions, type Limits } from './core/format.js'
export type * from './core/inspectionTypes.js'
export type { Notice } from './core/notice.js'
export type * from './core/reportTypes.js'
export type { Field, Schema } from './core/schema.js'
export type { Platform, Source } from './core/source.js'
export { type Detection, detectSchemas, type SchemaCandidate } from './inspect/detectSchemas.js'
export { inferSchema } from './inspect/inferSchema.js'
export { type InspectOptions, inspect } from './inspect.js'
export { type Language, sentencesIn } from './messages/index.js'
export type { ReporterName } from './reporters/index.js'
export { type WriteReportOptions, writeReport } from './reporters/writeReport.js'
export { buildReport, everyDiagnostic, type LoadedSchema, type ValidateOptions, validate } from './validate.js'
export {
  type LoadedJsonSchema,
  type ReadJsonSchemaOptions,
  readJsonSchema,
  type ValidateJsonOptions,
  validateJson,
} from './validateJson.js'
export { version } from './version.js'

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
