// The contract of the checks on the header. One file per check, one line in the registry.
import type { Details } from '../../core/diagnostic.js'
import type { HeaderMatch } from '../../core/headerMatch.js'
import type { Schema } from '../../core/schema.js'

export interface HeaderFault {
  code:
    | 'header/blank-label'
    | 'header/duplicate-label'
    | 'header/missing-label'
    | 'header/missing-column'
    | 'header/extra-column'
    | 'header/order'
  /** From 1, as in the file. */
  column?: number
  field?: string
  label?: string
  details: Details
}

export type HeaderCheck = (match: HeaderMatch, schema: Schema) => HeaderFault[]
