// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { pageOf } from '../codes.js'
import type { Diagnostic } from '../core/diagnostic.js'
import { shorten } from '../messages/visible.js'
import { everyDiagnostic } from './everyDiagnostic.js'
import { fingerprints } from './fingerprint.js'
import { jsonText } from './jsonText.js'
import { lineOf, pathOf, placeOf } from './place.js'
import type { Reporter } from './reporter.js'

const LINES_PER_PIECE = 200
const DESCRIPTION_WIDTH = 1000

export const gitlab: Reporter = async function* (report, { say, messages }) {
  let piece: string[] = []
  let first = true
  yield '['
  for (const table of report.files) {
    const path = pathOf(table.source) ?? 'stdin'
    const fingerprint = fingerprints(path)
    for await (const diagnostic of everyDiagnostic(table)) {
      const place = placeOf(diagnostic, messages)
      const said = say(diagnostic)
      const page = pageOf(diagnostic.code)
      const issue = {
        description: shorten(place === undefined ? said : messages.report.titled(place, said), DESCRIPTION_WIDTH),
        check_name: diagnostic.code,
        // Of Code Climate's format, which GitLab's is a part of.
        ...(page === undefined ? {} : { content: { body: messages.page.explained(page) } }),
        fingerprint: fingerprint(diagnostic),
        severity: severityOf(diagnostic),
        // A workbook has rows instead of lines: they tell as much.
        location: { path, lines: { begin: lineOf(diagnostic, table) ?? diagnostic.row ?? 1 } },
      }
      piece.push(`${first ? '' : ','}\n${jsonText(issue)}`)
      first = false
      if (piece.length === LINES_PER_PIECE) {
        yield piece.join('')
        piece = []
      }
    }
  }
  yield `${piece.join('')}\n]\n`
}

const severityOf = ({ severity, code }: Diagnostic): 'info' | 'minor' | 'major' | 'critical' => {
  if (severity === 'error') return code.startsWith('file/') ? 'critical' : 'major'
  return severity === 'warning' ? 'minor' : 'info'
}
