import type { Diagnostic } from '../core/diagnostic.js'
import type { TableReport } from '../core/reportTypes.js'

/** The findings that the report lists, then those that were put aside on disk, where all were asked for. */
export async function* everyDiagnostic({ diagnostics, rest }: TableReport): AsyncIterable<Diagnostic> {
  yield* diagnostics
  if (rest !== undefined) yield* rest()
}

const RUN = 200

/** The same a run at a time: what a report says of each finding costs less than waiting for it. */
export async function* runsOfDiagnostics({ diagnostics, rest }: TableReport): AsyncIterable<readonly Diagnostic[]> {
  for (let from = 0; from < diagnostics.length; from += RUN) yield diagnostics.slice(from, from + RUN)
  if (rest === undefined) return
  let run: Diagnostic[] = []
  for await (const diagnostic of rest()) {
    run.push(diagnostic)
    if (run.length === RUN) {
      yield run
      run = []
    }
  }
  yield run
}

/** Findings as they are counted: a run of blank rows is as many as its rows. */
export const findingsIn = ({ row = 0, rowEnd = row, code }: Diagnostic): number => (code.startsWith('row/') ? rowEnd - row + 1 : 1)

/** Findings of a table that a list leaves out. `listed`: how many it has, as they are counted. */
export const findingsLeft = ({ stats, truncated, rest }: TableReport, listed: number): number =>
  truncated || rest !== undefined ? Math.max(0, stats.errors + stats.warnings + stats.infos - listed) : 0
