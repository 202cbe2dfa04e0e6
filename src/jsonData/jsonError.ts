import type { ErrorObject } from 'ajv'

/** What ajv says of a value. */
export type JsonError = ErrorObject
