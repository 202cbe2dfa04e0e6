// The library for any runtime: nothing here needs more than the web's own globals.
export { buildReport } from './buildReport.js'
export { pageOf } from './codes.js'
export { collectKeys } from './collectKeys.js'
export { type ConvertedTable, type ConvertOptions, convert, type Lookup } from './convert.js'
export type { Change } from './core/change.js'
export type { Code, Details, Diagnostic, Severity } from './core/diagnostic.js'
export { ScdlError } from './core/error.js'
export { DEFAULT_LIMITS, type FormatOptions, type Limits } from './core/format.js'
export type * from './core/inspectionTypes.js'
export type { KeySet, ReferencedKeys } from './core/keyCollector.js'
export type { Notice } from './core/notice.js'
export type * from './core/reportTypes.js'
export type { Field, Schema } from './core/schema.js'
export type { Platform, Source } from './core/source.js'
export { type ChooseOptions, chooseTable, type TableChoice } from './dataPackage/chooseTable.js'
export { type LoadedPackage, type PackageTable, type PlacedSchema, type ReadDataPackageOptions, readDataPackage } from './dataPackage.js'
export { type Detection, detectSchemas, type SchemaCandidate } from './inspect/detectSchemas.js'
export { inferSchema } from './inspect/inferSchema.js'
export { type InspectOptions, inspect } from './inspect.js'
export { type Language, sentencesIn } from './messages/index.js'
export { readDescriptor } from './readDescriptor.js'
export { everyDiagnostic } from './reporters/everyDiagnostic.js'
export type { ReporterName } from './reporters/index.js'
export { type WriteReportOptions, writeReport } from './reporters/writeReport.js'
export { validate } from './validate.js'
export {
  type LoadedJsonSchema,
  type ReadJsonSchemaOptions,
  readJsonSchema,
  type ValidateJsonOptions,
  validateJson,
} from './validateJson.js'
export type { LoadedSchema, ValidateOptions } from './validateOptions.js'
export { version } from './version.js'
