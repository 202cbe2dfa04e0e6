// A table with its findings: what the writers of its two forms share.
import type { TableReport } from '../core/reportTypes.js'
import type { Messages } from '../messages/index.js'
import type { FoundTable } from '../validate.js'
import type { RowFindings } from './rowFindings.js'
import { type RowNote, rowNote } from './rowNote.js'

export interface AnnotatedTable {
  report: TableReport
  found: FoundTable
  findings: RowFindings
  /** Cells of the longest row. */
  width: number
  messages: Messages
}

/** What stands behind the cells of a row. The titles take with them what is said of the header and of the table as a whole. */
export async function noteOf(row: number, { found, findings, messages }: AnnotatedTable): Promise<RowNote | undefined> {
  const isHeader = row === found.headerRow
  if (!isHeader && findings.row > row) return undefined
  const told = await findings.upTo(row)
  const note = rowNote(isHeader ? [...told, ...findings.general] : told, messages)
  if (!isHeader) return note
  const [severity, title, suggestions] = messages.annotation.columns
  return {
    marks: note.marks,
    severity: note.severity === '' ? severity : `${severity}\n${note.severity}`,
    findings: note.findings === '' ? title : `${title}\n${note.findings}`,
    suggestions: note.suggestions === '' ? suggestions : `${suggestions}\n${note.suggestions}`,
  }
}
