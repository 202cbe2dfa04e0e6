// The files of a plan, checked by several threads. Whatever becomes of a thread concerns the file that it was at.
import { Worker } from 'node:worker_threads'
import { ScdlError } from '../../../core/error.js'
import { takeDown } from '../../../node/shelf.js'
import type { AnySchema } from '../../loadSchema.js'
import type { Answer, SentSchema, Task } from './answerTasks.js'
import type { FilePlan, Outcome } from './planFiles.js'

export interface ThreadSettings {
  /** What the threads run. */
  script: string | URL
  /** How many files are checked side by side. */
  jobs: number
  /** Checks the file at a place of the plan in this thread, which then does its share; never throws. Absent: it only waits. */
  here?: ((index: number) => Promise<Outcome>) | undefined
  /** By place in the plan, in bytes of CSV. */
  work: readonly number[]
  /** What one file may take; with `here`, nothing watches. */
  maxSeconds?: number | undefined
  onProgress?: ((index: number, bytesRead: number) => void) | undefined
  onEnd?: ((index: number) => void) | undefined
}

const LONGEST_WAIT_MILLISECONDS = 2 ** 31 - 1
/** Files that are sent to a thread before it asks, so that it need not wait for this one; only small ones, which no other thread would miss. */
const SENT_AHEAD = 2
const SMALL_WORK = 4e6

/**
 * `order`: places in the plan, in the order in which they are begun. Outcomes by place in the plan.
 * Places are left in `order` where no thread could be started.
 */
export async function checkInThreads(plan: readonly FilePlan[], order: number[], settings: ThreadSettings): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const schemas = [...new Set(plan.map(({ schema }) => loadedIn(schema)))]
  const { here, work, maxSeconds } = settings
  const isSmall = (index: number | undefined): boolean => index !== undefined && (work[index] ?? 0) <= SMALL_WORK

  async function thisThread(check: (index: number) => Promise<Outcome>): Promise<void> {
    for (let index = order.shift(); index !== undefined; index = order.shift()) outcomes[index] = await check(index)
  }

  async function otherThread(): Promise<void> {
    let current: Promise<Thread | undefined> | undefined
    const ahead: Promise<void>[] = []
    async function takeFiles(): Promise<void> {
      while (order.length > 0) {
        current ??= startThread(settings)
        const started = current
        const thread = await started
        const index = thread === undefined ? undefined : order.shift()
        if (thread === undefined || index === undefined) return
        const file = plan[index]!
        const checked = thread.check(file, schemas.indexOf(loadedIn(file.schema)), (bytes) => settings.onProgress?.(index, bytes))
        if (maxSeconds === undefined && ahead.length < SENT_AHEAD && isSmall(order[0])) ahead.push(takeFiles())
        const outcome = await checked
        if (thread.isGone() && current === started) current = undefined
        if (outcome === undefined) order.unshift(index)
        else {
          outcomes[index] = outcome
          settings.onEnd?.(index)
        }
      }
    }
    await takeFiles()
    await Promise.all(ahead)
    ;(await current)?.stop()
  }

  const others = Math.min(settings.jobs, order.length) - (here === undefined ? 0 : 1)
  const lanes = Array.from({ length: others }, otherThread)
  if (here !== undefined) lanes.push(thisThread(here))
  await Promise.all(lanes)
  return outcomes
}

const loadedIn = ({ table, json }: AnySchema): object => table ?? json
const plainOf = (schema: AnySchema): SentSchema => (schema.table === undefined ? { parts: schema.parts } : { table: schema.table })

interface Thread {
  /** After those that it was given before. undefined: the thread went before it came to this one. */
  check(file: FilePlan, schemaNumber: number, onProgress: (bytesRead: number) => void): Promise<Outcome | undefined>
  isGone(): boolean
  stop(): void
}

/** A file that was sent: the first is being checked. */
interface Sent {
  path: string
  onProgress(bytesRead: number): void
  settle(outcome: Outcome | undefined): void
}

/** undefined: the system gives no thread. */
async function startThread({ script, maxSeconds }: ThreadSettings): Promise<Thread | undefined> {
  // What a thread has put on disk outlives it.
  const worker = new Worker(script, { trackUnmanagedFds: false })
  const known = new Set<number>()
  const sent: Sent[] = []
  let gone = false
  let timer: NodeJS.Timeout | undefined
  let begin: (isReady: boolean) => void = () => {}

  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') begin(true)
    else if (answer.kind === 'progress') sent[0]?.onProgress(answer.bytesRead)
    else settleFirst(outcomeOf(answer))
  })
  worker.on('messageerror', die)
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`exit code ${code}`)))

  function settleFirst(outcome: Outcome): void {
    clearTimeout(timer)
    sent.shift()?.settle(outcome)
    watch()
  }

  /** The time of the file that is now being checked. */
  function watch(): void {
    const { path } = sent[0] ?? {}
    if (maxSeconds === undefined || path === undefined) return
    const giveUp = (): void => end({ error: new ScdlError('time-exceeded', { path, seconds: maxSeconds }) })
    timer = setTimeout(giveUp, Math.min(maxSeconds * 1000, LONGEST_WAIT_MILLISECONDS))
  }

  function die(error: unknown): void {
    end({ error: new ScdlError('thread-died', { path: sent[0]?.path, reason: reasonOf(error) }, { cause: error }) })
  }

  /** `outcome`: of the file that was being checked. */
  function end(outcome: Outcome): void {
    gone = true
    clearTimeout(timer)
    begin(false)
    for (const [i, { settle }] of sent.splice(0).entries()) settle(i === 0 ? outcome : undefined)
    stop()
  }

  function stop(): void {
    gone = true
    // A file that never answers may keep it from ending.
    worker.unref()
    void worker.terminate()
  }

  function check({ path, schema, options, references }: FilePlan, schemaNumber: number, onProgress: (bytesRead: number) => void) {
    return new Promise<Outcome | undefined>((settle) => {
      if (gone) return settle(undefined)
      const task: Task = {
        path,
        options,
        schemaNumber,
        ...(references && { references }),
        ...(known.has(schemaNumber) ? {} : { schema: plainOf(schema) }),
      }
      known.add(schemaNumber)
      sent.push({ path, onProgress, settle })
      if (sent.length === 1) watch()
      worker.postMessage(task)
    })
  }

  const isReady = await new Promise<boolean>((ready) => {
    begin = ready
  })
  return isReady ? { check, isGone: () => gone, stop } : undefined
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'table') return { table: takeDown(answer.shelved) }
  if (answer.kind === 'fault') return { error: new ScdlError(answer.code, answer.details) }
  const defect = new Error(answer.kind === 'defect' ? answer.stack.split('\n')[0] : answer.kind)
  if (answer.kind === 'defect') defect.stack = answer.stack
  return { error: defect }
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : message
}
