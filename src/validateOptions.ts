// What validating a table can be told; converting takes the same, and more.
import type { FormatOptions } from './core/format.js'
import type { ReferencedKeys } from './core/keyCollector.js'
import type { KnownFaultsOption } from './core/knownFaults.js'
import type { Rules } from './core/report.js'
import type { SchemaFacts } from './core/reportTypes.js'
import type { Schema } from './core/schema.js'
import type { Platform } from './core/source.js'
import type { SchemaFault } from './schema/schemaFault.js'

/** A schema read, with what its descriptor had that could not be understood, and what is known of where it comes from. */
export interface LoadedSchema {
  schema: Schema
  faults: readonly SchemaFault[]
  facts: SchemaFacts
  /** By field: labels under which it is known in the field. */
  aliases?: Readonly<Record<string, readonly string[]>>
}

export interface ValidateOptions {
  schema: LoadedSchema
  platform?: Platform
  /** What is forced rather than detected. */
  format?: Partial<FormatOptions>
  /** The header's row as a spreadsheet shows it, from 1. */
  headerRow?: number
  /** Of a workbook: the sheet's name, or its position from 1 among those that are shown. */
  sheet?: string | number
  ignoreHeaderCase?: boolean
  rules?: Rules
  /** By field: what every cell that holds something must be; `*` stands for any characters. */
  expected?: Readonly<Record<string, string>>
  /** Faults that are accepted for now: those that are found count for nothing, and are told apart. */
  known?: KnownFaultsOption
  /** How many diagnostics the report lists, 1,000 by default; 0 for all. */
  maxDiagnostics?: number
  /** Findings of scdl's own that never count; on by default. */
  hints?: boolean
  /** The keys of the other tables of a package, for foreign keys into them. Those that it does not know are not checked, which is told. */
  referencedKeys?: ReferencedKeys
  onProgress?: (bytesRead: number) => void
}
