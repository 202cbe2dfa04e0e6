// What is said of a row: beside it, and on its cells.
import type { Diagnostic, Severity } from '../core/diagnostic.js'
import { columnLetters } from '../messages/columnLetters.js'
import { type Messages, say } from '../messages/index.js'
import { placeOf } from '../reporters/place.js'
import type { Look } from '../writers/sheet/cellSink.js'

export interface CellMark {
  look: Look
  /** What is wrong with the cell, and what to write. */
  sentences: string[]
}

export interface RowNote {
  /** The worst of its findings. */
  severity: string
  findings: string
  suggestions: string
  /** By column, from 0. */
  marks: ReadonlyMap<number, CellMark>
}

const RANK: readonly Severity[] = ['info', 'warning', 'error']
const LOOKS: Readonly<Record<Severity, Look>> = { error: 'wrong', warning: 'doubtful', info: 'text' }

export function rowNote(found: readonly Diagnostic[], messages: Messages): RowNote {
  const { annotation, page, report } = messages
  const findings: string[] = []
  const suggestions: string[] = []
  const marks = new Map<number, CellMark>()
  let worst = 0
  for (const diagnostic of found) {
    const { severity, row, column, suggestion } = diagnostic
    worst = Math.max(worst, RANK.indexOf(severity))
    const sentence = say(messages, diagnostic)
    const place = column === undefined && diagnostic.rowEnd === undefined ? undefined : placeOf(diagnostic, messages)
    findings.push(place === undefined ? sentence : annotation.at(place, sentence))
    if (column === undefined) continue
    if (suggestion !== undefined) {
      suggestions.push(annotation.put(`${columnLetters(column)}${row ?? ''}`, suggestion === '' ? report.emptyCell : suggestion))
    }
    if (severity === 'info') continue
    const mark = marks.get(column - 1)
    if (mark === undefined) marks.set(column - 1, { look: LOOKS[severity], sentences: [sentence] })
    else {
      if (severity === 'error') mark.look = LOOKS.error
      mark.sentences.push(sentence)
    }
  }
  return {
    severity: found.length === 0 ? '' : page.severities[RANK[worst]!],
    findings: [...new Set(findings)].join('\n'),
    suggestions: [...new Set(suggestions)].join('\n'),
    marks,
  }
}
