// scdl merge: the reports of parts of a run become the report and the exit code of the whole.
import { codes } from '../../codes.js'
import { ScdlError } from '../../core/error.js'
import type { Failure } from '../../core/reportTypes.js'
import { readReport } from '../../node/readReport.js'
import { distinct, expandArgument } from '../../node/sources.js'
import { type ReporterName, reporters } from '../../reporters/index.js'
import { attempting } from '../attempt.js'
import type { CommandRun } from '../commandRun.js'
import type { MergeFlags } from '../mergeProgram.js'
import { mergeReports, type NamedReport } from '../mergeReports.js'
import { readValidateFlags } from '../options.js'
import { fails, refuseToOverwrite } from '../runReport.js'
import { writeReports } from '../writeReports.js'

/** 0 or 1. What the parts could not check, and parts that are missing, go to `run.complain`. */
export async function mergeCommand(args: readonly string[], flags: MergeFlags, run: CommandRun): Promise<number> {
  if (args.length === 0) throw new ScdlError('nothing-to-check', { kind: 'none', command: 'merge' })
  const asked = readValidateFlags(
    { ...flags, hints: true },
    { reporters: Object.keys(reporters) as ReporterName[], codes: Object.keys(codes) },
  )
  const attempt = attempting(run)
  const names: string[][] = []
  for (const arg of args) names.push((await attempt(arg, () => expandArgument(arg, { extensions: ['json'] }))) ?? [])
  const paths = distinct(names.flat())
  refuseToOverwrite(asked, paths)
  const named: NamedReport[] = []
  for (const path of paths) {
    const report = await attempt(path, () => readReport(path))
    if (report !== undefined) named.push({ path, report })
  }
  if (named.length === 0) return 0
  const { report, fault } = mergeReports(named)
  if (fault !== undefined) await run.complain(fault)
  for (const failure of report.failures ?? []) await run.complain(errorOf(failure))
  if (report.files.length === 0) return 0
  const failOn = [...new Set([...(report.settings?.failOn ?? []), ...asked.failOn])]
  const settings = { ...report.settings, ...(failOn.length > 0 && { failOn }) }
  const told = Object.keys(settings).length === 0 ? report : { ...report, settings }
  const ignoreHeaderCase = settings.ignoreHeaderCase ?? false
  const groupBy = asked.groupBy ?? settings.groupBy
  const repeated = { ...asked.repeated, reading: settings.reading ?? [] }
  const shown = { ...asked, ...(groupBy !== undefined && { groupBy }), table: { ...asked.table, ignoreHeaderCase }, repeated }
  await writeReports(told, shown, run)
  return fails(report, failOn) ? 1 : 0
}

function errorOf({ code, details }: Failure): Error {
  if (code !== 'defect') return new ScdlError(code, details)
  const defect = new Error(String(details.reason))
  defect.stack = defect.message
  return defect
}
