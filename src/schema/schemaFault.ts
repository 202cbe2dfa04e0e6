// What a descriptor says that cannot be understood: never stops the run.
import type { Details } from '../core/diagnostic.js'

export interface SchemaFault {
  code:
    | 'schema/unknown-type'
    | 'schema/unknown-format'
    | 'schema/property'
    | 'schema/misspelt-property'
    | 'schema/unsupported-constraint'
    | 'schema/pattern'
    | 'schema/key'
    | 'schema/unknown-check'
    | 'schema/check-parameter'
    | 'schema/form-only'
  details: Details
}

export type Say = (code: SchemaFault['code'], details: Details) => void

/** A descriptor's value as the report shows it: short, whatever a stranger's descriptor holds. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
