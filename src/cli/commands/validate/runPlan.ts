// The files of a plan, checked: one after the other, or by several threads where that pays.
import { availableParallelism } from 'node:os'
import { ScdlError } from '../../../core/error.js'
import type { TableReport } from '../../../core/reportTypes.js'
import { shelve, takeDown } from '../../../node/shelf.js'
import { fileSize } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import type { CommandRun } from '../../commandRun.js'
import { showProgress } from '../../progress.js'
import type { RunRequest } from '../../runOptions.js'
import { type RunProgress, showRunProgress } from '../../runProgress.js'
import { checkFile, openKeys } from './checkFile.js'
import type { FilePlan, KeysFinder, Outcome } from './planFiles.js'
import { threadsThatPay, workOf } from './threadsThatPay.js'

export interface RunSettings extends Pick<RunRequest, 'jobs' | 'maxSeconds'> {
  quiet: boolean
  run: CommandRun
  attempt: Attempt
  /** Instead of `checkFile`: only this thread can do it. */
  check?: typeof checkFile
}

/** Of a timer. */
const LONGEST_WAIT_MILLISECONDS = 2 ** 31 - 1
/** Reports of so many files stay in memory. */
const FEW_FILES = 8

export interface CheckedFile {
  file: FilePlan
  /** Absent: it could not be checked, which was told. */
  table?: TableReport | undefined
}

/** In the order of the plan. */
export async function runPlan(plan: readonly FilePlan[], settings: RunSettings): Promise<CheckedFile[]> {
  const sizes = plan.map(({ path }) => fileSize(path))
  const progress =
    settings.quiet || plan.length === 1
      ? undefined
      : showRunProgress(
          settings.run.texts,
          sizes.map((size = 0) => size),
        )
  const checked: CheckedFile[] = []
  const keysOf = openKeys()
  try {
    const outcomes = await checkSideBySide(plan, sizes, progress, keysOf, settings)
    for (const [index, file] of plan.entries()) {
      const outcome = outcomes[index]
      const step = outcome === undefined ? () => checkHere(plan, index, progress, keysOf, settings) : async () => tableOf(outcome)
      checked.push({ file, table: await settings.attempt(file.path, () => step().catch(aside)) })
    }
  } finally {
    progress?.clear()
  }
  return checked

  /** What is told of a failure has a line of its own. */
  function aside(error: unknown): never {
    progress?.hide()
    throw error
  }
}

/** By place in the plan: what became of the files that were checked while others were, if that pays. */
async function checkSideBySide(
  plan: readonly FilePlan[],
  sizes: readonly (number | undefined)[],
  progress: RunProgress | undefined,
  keysOf: KeysFinder,
  settings: RunSettings,
): Promise<readonly (Outcome | undefined)[]> {
  const { jobs, maxSeconds, check } = settings
  if (check !== undefined) return []
  const work = plan.map(({ path }, index) => workOf(path, sizes[index] ?? 0))
  // Standard input belongs to the main thread, with the files that refer to it; waiting for a pipe, another could not be stopped.
  const isSendable = (index: number): boolean =>
    sizes[index] !== undefined && !plan[index]?.references?.some(({ files }) => files.some(({ source }) => source !== undefined))
  const order = [...plan.keys()].filter(isSendable).sort((a, b) => work[b]! - work[a]!)
  const lanes = plan.length === 1 ? 1 : (jobs ?? threadsThatPay(work, availableParallelism()))
  // Only another thread can be stopped in the middle of anything.
  if (lanes === 1 && maxSeconds === undefined) return []
  const { checkInThreads } = await import('./checkInThreads.js')
  const script = new URL('../../bin/thread.js', import.meta.url)
  const here = (index: number): Promise<Outcome> =>
    checkHere(plan, index, progress, keysOf, settings).then(
      (table) => ({ table }),
      (error: unknown) => ({ error }),
    )
  return checkInThreads(plan, order, {
    script,
    jobs: lanes,
    here: maxSeconds === undefined ? here : undefined,
    work,
    maxSeconds,
    onProgress: progress?.reading,
    onEnd: progress?.finished,
  })
}

async function checkHere(
  plan: readonly FilePlan[],
  index: number,
  runProgress: RunProgress | undefined,
  keysOf: KeysFinder,
  { quiet, run, maxSeconds, check = checkFile }: RunSettings,
): Promise<TableReport> {
  const file = plan[index]!
  // Small files are read at once: without a pause between them, an interruption would wait for the last.
  await new Promise(setImmediate)
  const began = process.uptime()
  let clear = (): void => {}
  try {
    const checking = check(
      file,
      (size) => {
        const own = quiet || runProgress !== undefined ? undefined : showProgress(run.texts, file.path, size)
        clear = () => own?.clear()
        return (bytesRead) => {
          if (maxSeconds !== undefined && process.uptime() - began > maxSeconds) {
            throw new ScdlError('time-exceeded', { path: file.path, seconds: maxSeconds })
          }
          own?.onProgress(bytesRead)
          runProgress?.reading(index, bytesRead)
        }
      },
      keysOf,
    )
    const table = await within(maxSeconds, file.path, checking)
    return plan.length > FEW_FILES ? takeDown(await shelve(table)) : table
  } finally {
    clear()
    runProgress?.finished(index)
  }
}

/** A pipe may never say anything: nothing is then heard of what is read, and the time passes all the same. */
async function within<T>(seconds: number | undefined, path: string, work: Promise<T>): Promise<T> {
  if (seconds === undefined) return work
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, giveUp) => {
    timer = setTimeout(() => giveUp(new ScdlError('time-exceeded', { path, seconds })), Math.min(seconds * 1000, LONGEST_WAIT_MILLISECONDS))
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}

function tableOf(outcome: Outcome): TableReport {
  if ('error' in outcome) throw outcome.error
  return outcome.table
}
