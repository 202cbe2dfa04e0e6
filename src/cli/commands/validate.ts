// scdl validate: which files, what is done with each, do it, report; exit code.

import { buildReport } from '../../buildReport.js'
import { codes } from '../../codes.js'
import { ScdlError } from '../../core/error.js'
import type { Failure } from '../../core/reportTypes.js'
import { fileSize } from '../../node/sources.js'
import { type ReporterName, reporters } from '../../reporters/index.js'
import { attempting, remembering } from '../attempt.js'
import type { Baseline } from '../baseline.js'
import type { CommandRun } from '../commandRun.js'
import { readValidateFlags, type ValidateFlags, type ValidateRequest } from '../options.js'
import { type RunFlags, readRunFlags } from '../runOptions.js'
import { fails, placed, refuseToOverwrite, reportSettings } from '../runReport.js'
import { withSettings } from '../withSettings.js'
import { writeReports } from '../writeReports.js'
import type { Annotator } from './validate/annotator.js'
import { planFiles } from './validate/planFiles.js'
import { planRun } from './validate/planRun.js'
import { runPlan } from './validate/runPlan.js'
import { takeShard } from './validate/takeShard.js'
import { workOf } from './validate/threadsThatPay.js'

export { answerTasks } from './validate/answerTasks.js'

/** 0 or 1. What is wrong with one of several sources goes to `run.complain`. */
export async function validateCommand(sources: readonly string[], typed: ValidateFlags & RunFlags, run: CommandRun): Promise<number> {
  const started = process.uptime()
  const configuration = await run.configuration()
  const flags = configuration === undefined ? typed : withSettings(typed, configuration)
  const asked = readRunFlags(flags)
  const request = readValidateFlags(flags, { reporters: Object.keys(reporters) as ReporterName[], codes: Object.keys(codes) })
  const { shard } = asked
  if (shard !== undefined && request.baseline?.update)
    throw new ScdlError('conflicting-options', { options: ['--shard', '--update-baseline'] })
  const failures: Failure[] = []
  const attempt = attempting(run, failures)
  const files = await planRun({ sources, flags, request, asked, run: remembering(run, failures), attempt }, configuration)
  const paths = files.map(({ path }) => path)
  refuseToOverwrite(request, paths)
  const costs = shard === undefined ? [] : paths.map((path) => workOf(path, fileSize(path) ?? 0))
  const plan = await planFiles(files, shard === undefined ? [...files.keys()] : takeShard(costs, shard), attempt)
  const baseline = await openKnownFaults(request)
  for (const file of plan) file.options = { ...file.options, ...baseline?.optionsFor(file.path) }
  const annotator = await annotatorFor(request, run)
  const checked = await runPlan(plan, { ...asked, quiet: request.quiet, run, attempt, ...(annotator && { check: annotator.check }) })
  if (annotator?.isWritten && !request.quiet) await run.note({ code: 'annotated', details: { path: request.annotate?.path } })
  const done = checked.flatMap(({ file, table }) => (table === undefined ? [] : { place: file.place, table }))
  const tables = done.map(({ table }) => table)
  await baseline?.settle(tables, run)
  if (tables.length === 0 && shard === undefined) return 0
  const report = buildReport(tables, process.uptime() - started, {
    ...reportSettings(request),
    ...(shard !== undefined && { shard: { ...shard, files: paths.length, places: done.map(({ place }) => place) } }),
    ...(failures.length > 0 && { failures: placed(failures, paths, shard) }),
  })
  await writeReports(report, request, run)
  return fails(report, request.failOn) ? 1 : 0
}

async function annotatorFor({ annotate }: ValidateRequest, { language }: CommandRun): Promise<Annotator | undefined> {
  if (annotate === undefined) return undefined
  const { openAnnotator } = await import('./validate/annotator.js')
  return openAnnotator(annotate, language)
}

async function openKnownFaults({ baseline }: ValidateRequest): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined
  const { openBaseline } = await import('../baseline.js')
  return openBaseline(baseline, localDay(new Date()))
}

/** yyyy-mm-dd, where the user is. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
