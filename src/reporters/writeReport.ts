import type { Report } from '../core/reportTypes.js'
import { DEFAULT_LANGUAGE, type Language, messagesFor, say } from '../messages/index.js'
import { type ReporterName, reporters } from './index.js'
import { plainStyle } from './reporter.js'

export interface WriteReportOptions {
  language?: Language
  /** When the run was made; without it, reports say nothing of it. */
  date?: Date
}

/** A report as text, in pieces; `name` is one of those of `--report`. */
export async function* writeReport(report: Report, name: ReporterName, options: WriteReportOptions = {}): AsyncIterable<string> {
  const [reporter, messages] = await Promise.all([reporters[name](), messagesFor(options.language ?? DEFAULT_LANGUAGE)])
  const text = reporter(report, {
    say: (diagnostic) => say(messages, diagnostic),
    messages,
    style: plainStyle,
    width: 80,
    ...(options.date !== undefined && { date: options.date }),
  })
  if (typeof text === 'string') yield text
  else yield* text
}
