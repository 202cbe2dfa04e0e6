// The checks on the cells of one column, by the name that a schema uses.
import type { CellCheck } from '../../core/check.js'
import { frenchSirenValue } from './frenchSirenValue.js'
import { frenchSiretValue } from './frenchSiretValue.js'

export const cellChecks = {
  'french-siret-value': frenchSiretValue,
  'french-siren-value': frenchSirenValue,
} as const satisfies Record<string, CellCheck>
