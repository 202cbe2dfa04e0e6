// The pages of which there is a snapshot in each language.
import type { TableReport } from '../../src/core/reportTypes.js'
import { damagedByASpreadsheet, duplicateLabels, good, goodWithRemarks, mendable, notATable, untidy } from './reports.js'

export const PAGES: [name: string, tables: () => TableReport[]][] = [
  ['saved again by a spreadsheet', () => [damagedByASpreadsheet()]],
  ['untidy', () => [untidy()]],
  ['mendable', () => [mendable()]],
  ['duplicate labels', () => [duplicateLabels()]],
  ['not a table', () => [notATable()]],
  ['good', () => [good()]],
  ['good, with remarks', () => [goodWithRemarks()]],
  ['several', () => [good(), notATable(), goodWithRemarks()]],
]
