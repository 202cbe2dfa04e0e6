// A report as a reporter writes it, whole.
import type { Report } from '../../src/core/reportTypes.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { plainStyle, type Reporter, type ReporterContext } from '../../src/reporters/reporter.js'
import { damagedByASpreadsheet, duplicateLabels, good, goodWithRemarks, mendable, notATable, untidy } from './reports.js'

export const context: ReporterContext = {
  say: (diagnostic) => say(fr, diagnostic),
  messages: fr,
  style: plainStyle,
  width: 80,
  date: new Date('2026-03-03T09:12:00.500Z'),
}

export async function written(reporter: Reporter, report: Report, more: Partial<ReporterContext> = {}): Promise<string> {
  const text = reporter(report, { ...context, ...more })
  if (typeof text === 'string') return text
  let whole = ''
  for await (const part of text) whole += part
  return whole
}

export const everyTable = [damagedByASpreadsheet, untidy, mendable, duplicateLabels, notATable, good, goodWithRemarks] as const
