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
  jobs: number
  /** What one file may take. */
  maxSeconds?: number | undefined
  onProgress?: ((index: number, bytesRead: number) => void) | undefined
  onEnd?: ((index: number) => void) | undefined
}

const LONGEST_WAIT_MILLISECONDS = 2 ** 31 - 1

/**
 * `order`: places in the plan, in the order in which they are begun. Outcomes by place in the plan.
 * Places are left in `order` where no thread could be started.
 */
export async function checkInThreads(plan: readonly FilePlan[], order: number[], settings: ThreadSettings): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const schemas = [...new Set(plan.map(({ schema }) => loadedIn(schema)))]

  async function lane(): Promise<void> {
    let thread: Thread | undefined
    while (order.length > 0) {
      thread ??= await startThread(settings)
      const index = order.shift()
      const file = index === undefined ? undefined : plan[index]
      if (thread === undefined || index === undefined || file === undefined) {
        if (thread === undefined && index !== undefined) order.unshift(index)
        break
      }
      outcomes[index] = await thread.check(file, schemas.indexOf(loadedIn(file.schema)), (bytes) => settings.onProgress?.(index, bytes))
      settings.onEnd?.(index)
      if (thread.isGone()) thread = undefined
    }
    thread?.stop()
  }

  await Promise.all(Array.from({ length: Math.min(settings.jobs, order.length) }, lane))
  return outcomes
}

const loadedIn = ({ table, json }: AnySchema): object => table ?? json
const plainOf = (schema: AnySchema): SentSchema => (schema.table === undefined ? { parts: schema.parts } : { table: schema.table })

interface Thread {
  check(file: FilePlan, schemaNumber: number, onProgress: (bytesRead: number) => void): Promise<Outcome>
  isGone(): boolean
  stop(): void
}

/** undefined: the system gives no thread. */
async function startThread({ script, maxSeconds }: ThreadSettings): Promise<Thread | undefined> {
  // What a thread has put on disk outlives it.
  const worker = new Worker(script, { trackUnmanagedFds: false })
  const known = new Set<number>()
  let gone = false
  let hear: (answer: Answer) => void = () => {}
  let die: (error: unknown) => void = () => {}
  const end = (error: unknown): void => {
    gone = true
    die(error)
  }
  worker.on('message', (answer: Answer) => hear(answer))
  worker.on('messageerror', end)
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`exit code ${code}`)))

  const stop = (): void => {
    gone = true
    // A file that never answers may keep it from ending.
    worker.unref()
    void worker.terminate()
  }

  function check({ path, schema, options, references }: FilePlan, schemaNumber: number, onProgress: (bytesRead: number) => void) {
    return new Promise<Outcome>((done) => {
      const timer = maxSeconds === undefined ? undefined : setTimeout(giveUp, Math.min(maxSeconds * 1000, LONGEST_WAIT_MILLISECONDS))
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer)
        hear = () => {}
        die = () => {}
        done(outcome)
      }
      function giveUp(): void {
        settle({ error: new ScdlError('time-exceeded', { path, seconds: maxSeconds }) })
        stop()
      }
      hear = (answer) => {
        if (answer.kind === 'progress') onProgress(answer.bytesRead)
        else settle(outcomeOf(answer))
      }
      die = (error) => settle({ error: new ScdlError('thread-died', { path, reason: reasonOf(error) }, { cause: error }) })
      const task: Task = {
        path,
        options,
        schemaNumber,
        ...(references && { references }),
        ...(known.has(schemaNumber) ? {} : { schema: plainOf(schema) }),
      }
      known.add(schemaNumber)
      worker.postMessage(task)
    })
  }

  const isReady = await new Promise<boolean>((ready) => {
    hear = ({ kind }) => ready(kind === 'ready')
    die = () => ready(false)
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
