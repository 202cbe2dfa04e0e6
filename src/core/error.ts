// The request is wrong: no such file, unknown schema, a limit exceeded. Shown as one sentence that says what to do; exit code 2.
import type { Details } from './diagnostic.js'

/** Faults of the request. The sentence for each is in messages/. */
export type RequestFault =
  | 'no-such-file'
  | 'no-permission'
  | 'read-failed'
  | 'nothing-to-check'
  | 'unknown-schema'
  | 'ambiguous-schema'
  | 'schema-not-json'
  | 'schema-not-table-schema'
  | 'schema-type'
  | 'schema-required'
  | 'unknown-option'
  | 'bad-option-value'
  | 'unknown-encoding'
  | 'unsupported-format'
  | 'unsupported-source'
  | 'limit-exceeded'
  | 'write-failed'
  | 'file-exists'
  | 'no-such-sheet'
  | 'header-row-not-found'

export class ScdlError extends Error {
  constructor(
    readonly code: RequestFault,
    readonly details: Details = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'ScdlError'
  }
}
