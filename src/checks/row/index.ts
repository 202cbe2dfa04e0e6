// The checks across the cells of a row, by the name that a schema uses.
import type { RowCheck } from '../../core/check.js'
import { cohesiveColumnsValue } from './cohesiveColumnsValue.js'
import { compareColumnsValue } from './compareColumnsValue.js'
import { oneOfRequired } from './oneOfRequired.js'
import { sumColumnsValue } from './sumColumnsValue.js'

export const rowChecks = {
  'one-of-required': oneOfRequired,
  'cohesive-columns-value': cohesiveColumnsValue,
  'compare-columns-value': compareColumnsValue,
  'sum-columns-value': sumColumnsValue,
} as const satisfies Record<string, RowCheck>
