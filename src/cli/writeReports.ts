// Every report that was asked for, to where it was asked for.
import type { Report } from '../core/reportTypes.js'
import { messagesFor, say } from '../messages/index.js'
import { writeAtomically } from '../node/writeAtomically.js'
import { reporters } from '../reporters/index.js'
import { plainStyle, type ReporterContext } from '../reporters/reporter.js'
import type { CommandRun } from './commandRun.js'
import type { ValidateRequest } from './options.js'
import { terminalOf, writeError, writeOut } from './output.js'
import { styleFor } from './style.js'

const PAGE_WIDTH = 80
/** Wider lines are hard to read. */
const MAX_WIDTH = 100

/** `aside`: to standard error, for standard output is taken. Throws `ScdlError('write-failed')`. */
export async function writeReports(
  report: Report,
  { reports, quiet, color, groupBy, table, repeated }: ValidateRequest,
  { language }: CommandRun,
  aside = false,
): Promise<void> {
  const messages = await messagesFor(language)
  const page: ReporterContext = {
    say: (diagnostic) => say(messages, diagnostic),
    messages,
    style: plainStyle,
    width: PAGE_WIDTH,
    date: new Date(),
    ignoreHeaderCase: table.ignoreHeaderCase ?? false,
    ...(groupBy !== undefined && { groupBy }),
    repeated,
  }
  const stream = terminalOf(aside ? 'stderr' : 'stdout')
  const terminal: ReporterContext = {
    ...page,
    style: styleFor(stream, color),
    width: stream.isTTY ? Math.min(stream.columns || PAGE_WIDTH, MAX_WIDTH) : PAGE_WIDTH,
    quiet,
  }
  for (const { name, path } of reports) {
    const reporter = await reporters[name]()
    if (path === undefined) await (aside ? writeAside : writeOut)(reporter(report, terminal))
    else await writeAtomically(path, reporter(report, page))
  }
}

async function writeAside(text: string | AsyncIterable<string>): Promise<void> {
  for await (const part of typeof text === 'string' ? [text] : text) await writeError(part)
}
