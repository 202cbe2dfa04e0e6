// The checks across the cells of a row, by the name that a schema uses.
import type { RowCheck } from '../../core/check.js'
import { oneOfRequired } from './oneOfRequired.js'

export const rowChecks = {
  'one-of-required': oneOfRequired,
} as const satisfies Record<string, RowCheck>
