// The pipeline of `scdl validate` for JSON: source → document, item by item → JSON Schema → report.
import { DEFAULT_LIMITS, type FormatOptions, Reread } from './core/format.js'
import type { KnownFaultsOption } from './core/knownFaults.js'
import type { Recorder, Rules } from './core/report.js'
import type { SchemaFacts, TableReport } from './core/reportTypes.js'
import type { Platform, Source } from './core/source.js'
import { type CompiledJsonSchema, compileJsonSchema, type Documents } from './jsonData/compileJsonSchema.js'
import { JsonRun } from './jsonData/jsonRun.js'
import { openJson } from './jsonData/openJson.js'
import { openRecorders } from './openRecorders.js'
import type { Descriptor } from './schema/descriptor.js'
import { knownReport } from './tableReport.js'
import { watchedSource } from './watchedSource.js'

/** A JSON Schema read and compiled, with what is known of where it comes from. */
export interface LoadedJsonSchema {
  compiled: CompiledJsonSchema
  facts: SchemaFacts
}

export interface ReadJsonSchemaOptions {
  facts?: SchemaFacts
  /** Where the schema was found: what its references start from when it does not say it itself. */
  address?: string
  /** The documents that it refers to, by address. */
  documents?: Documents
}

export interface ValidateJsonOptions {
  schema: LoadedJsonSchema
  platform?: Platform
  /** What is forced rather than detected: the encoding, and the limits. */
  format?: Partial<FormatOptions>
  rules?: Rules
  /** Faults that are accepted for now: those that are found count for nothing, and are told apart. */
  known?: KnownFaultsOption
  /** How many diagnostics the report lists, 1,000 by default; 0 for all. */
  maxDiagnostics?: number
  /** Findings of scdl's own that never count; on by default. */
  hints?: boolean
  onProgress?: (bytesRead: number) => void
}

/**
 * Reads a JSON Schema of any draft; loads ajv. What cannot be understood in it is told as `schema/…` warnings by every validation.
 * Throws `ScdlError`: `json-schema-refused`, `limit-exceeded`.
 */
export async function readJsonSchema(
  descriptor: Descriptor,
  { facts, address, documents = new Map() }: ReadJsonSchemaOptions = {},
): Promise<LoadedJsonSchema> {
  const compiled = await compileJsonSchema(descriptor, documents, address)
  const { title, version } = descriptor
  return {
    compiled,
    facts: {
      type: 'jsonschema',
      ...(typeof version === 'string' && { version }),
      ...(typeof title === 'string' && { title }),
      ...(facts ?? { name: '', origin: 'inline' }),
    },
  }
}

/**
 * Checks a JSON document against a JSON Schema. Faults of the data are in the report; faults of the request (a limit exceeded) are thrown
 * as `ScdlError`. Arrays that the schema allows to check item by item are never held whole.
 */
export async function validateJson(source: Source, options: ValidateJsonOptions): Promise<TableReport> {
  let format: FormatOptions = { limits: DEFAULT_LIMITS, ...options.format }
  for (;;) {
    const { recorder } = openRecorders(options)
    try {
      return await readOnce(source, format, recorder, options)
    } catch (error) {
      await recorder.forget()
      if (!(error instanceof Reread)) throw error
      format = { ...format, ...error.options }
    }
  }
}

async function readOnce(source: Source, format: FormatOptions, recorder: Recorder, options: ValidateJsonOptions): Promise<TableReport> {
  const { schema, platform = {}, onProgress } = options
  let bytesRead = 0
  const watched = watchedSource(source, (bytes) => {
    bytesRead = bytes
    onProgress?.(bytes)
  })
  const opened = await openJson(watched, platform, format)
  const { facts } = opened
  for (const { code, details } of opened.faults) recorder.add(code, {}, () => details ?? {})
  for (const { code, details } of schema.compiled.faults) recorder.add(code, {}, () => details)
  const run = new JsonRun(schema.compiled, recorder, format.limits, facts)
  if (opened.chunks !== undefined) await run.read(opened.chunks(), opened.damaged)
  const report: TableReport = {
    source: source.name,
    verdict: recorder.stats.errors === 0 ? 'valid' : 'invalid',
    valid: recorder.stats.errors === 0,
    schema: schema.facts,
    format: facts,
    stats: {
      rows: run.items,
      columns: 0,
      ...recorder.stats,
      invalidRows: run.invalidItems,
      invalidCells: 0,
      repairableCells: 0,
      bytes: source.size ?? bytesRead,
    },
    columns: [],
    counts: recorder.counts(),
    diagnostics: recorder.head(),
    truncated: recorder.truncated,
    ...(recorder.samples.length === 0 ? {} : { samples: recorder.samples }),
    faultyRows: [],
  }
  if (recorder.known !== undefined) report.known = knownReport(recorder.known)
  if (recorder.spooled) Object.defineProperty(report, 'rest', { enumerable: false, value: () => recorder.tail() })
  return report
}
