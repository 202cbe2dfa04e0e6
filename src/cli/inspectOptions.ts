// Options of `scdl inspect` as typed become options as meant.
import { ScdlError } from '../core/error.js'
import { readValidateFlags, type ValidateFlags, type ValidateRequest } from './options.js'

type ReadingFlags = Pick<
  ValidateFlags,
  | 'encoding'
  | 'delimiter'
  | 'quote'
  | 'headerRow'
  | 'maxRecordSize'
  | 'maxColumns'
  | 'maxInflatedSize'
  | 'maxInflationRatio'
  | 'quiet'
  | 'color'
>

/** As commander reads them. */
export interface InspectFlags extends ReadingFlags {
  json?: true
  schemaOut?: string
  force?: true
  sheet?: string
}

export interface InspectRequest {
  json: boolean
  schemaOut?: string
  force: boolean
  quiet: boolean
  color: boolean
  table: Pick<ValidateRequest['table'], 'format' | 'headerRow'> & { sheet?: string }
}

/** Throws `ScdlError`: `bad-option-value`, `conflicting-options`. */
export function readInspectFlags(flags: InspectFlags): InspectRequest {
  const { json = false, schemaOut, force = false, sheet } = flags
  const { quiet, color, table } = readValidateFlags({ ...flags, hints: true }, { reporters: [], codes: [] })
  if (schemaOut === '-' && json) throw new ScdlError('conflicting-options', { options: ['--json', '--schema-out -'] })
  return {
    json,
    ...(schemaOut !== undefined && { schemaOut }),
    force,
    quiet,
    color,
    table: {
      format: table.format,
      ...(table.headerRow !== undefined && { headerRow: table.headerRow }),
      ...(sheet !== undefined && { sheet }),
    },
  }
}
