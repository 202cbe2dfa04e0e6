// The checks on the header, in the order in which they are told.
import type { HeaderMatch } from '../../core/headerMatch.js'
import type { Schema } from '../../core/schema.js'
import { blankLabel } from './blankLabel.js'
import { duplicateLabel } from './duplicateLabel.js'
import { extraColumn } from './extraColumn.js'
import type { HeaderCheck, HeaderFault } from './headerCheck.js'
import { missingColumn, missingLabel } from './missingLabel.js'
import { order } from './order.js'

export type { HeaderFault } from './headerCheck.js'

export const headerChecks: readonly HeaderCheck[] = [blankLabel, duplicateLabel, missingLabel, missingColumn, extraColumn, order]

export function headerFaults(match: HeaderMatch, schema: Schema): HeaderFault[] {
  return headerChecks.flatMap((check) => check(match, schema))
}
