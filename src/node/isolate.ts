// A thread of its own for a task that may take too much: its memory is bounded, its time is counted, and it can be stopped.
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ScdlError } from '../core/error.js'
import type { Ask, IsolatedTask } from '../core/source.js'
import type { Answer } from './isolatedWorker.js'

/** Built beside this module, whatever the folder that its own code lands in. */
const WORKER = new URL(`../node/isolatedWorker${extname(import.meta.url)}`, import.meta.url)
/** The old generation is where a large workbook goes; the young one keeps its share of the rest. */
const YOUNG_MEGABYTES = 32
const MB = 1024 * 1024
const WATCH_MILLISECONDS = 50
/** A task that nobody asks anything more is put away. */
const IDLE_MILLISECONDS = 1000

/** One question at a time. Does not keep the process alive between two questions. */
export function isolate({ name, input, bytes, seconds }: IsolatedTask, program = WORKER): Ask {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let pending: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined

  const end = (): void => {
    clearTimeout(idle)
    void worker?.terminate()
    worker = undefined
  }
  const start = async (): Promise<Worker> => {
    const workerData = { name, input: await input() }
    const resourceLimits = { maxOldGenerationSizeMb: Math.ceil(bytes / MB), maxYoungGenerationSizeMb: YOUNG_MEGABYTES }
    return new Worker(program, { workerData, resourceLimits })
      .on('message', (answer: Answer) => pending?.resolve(answer))
      .on('error', (error) => pending?.reject(error))
  }

  return async (question) => {
    clearTimeout(idle)
    worker ??= await start()
    const asked = worker
    asked.ref()
    const stopWatching = watch(bytes, seconds, (limit, value) => pending?.reject(new ScdlError('limit-exceeded', { limit, value })))
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        pending = { resolve, reject }
        asked.postMessage(question)
      })
      if ('fault' in answer) throw new ScdlError(answer.fault.code, answer.fault.details)
      asked.unref()
      idle = setTimeout(end, IDLE_MILLISECONDS).unref()
      return answer.value
    } catch (error) {
      end()
      const isOutOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      throw isOutOfMemory ? new ScdlError('limit-exceeded', { limit: 'taskBytes', value: bytes }) : error
    } finally {
      stopWatching()
    }
  }
}

/**
 * Time is counted where both the clock and the processor say that it was spent: a busy machine is not the file's fault. Memory outside
 * of the thread's own heap is seen in what the process holds.
 */
function watch(bytes: number, seconds: number, exceeded: (limit: string, value: number) => void): () => void {
  const since = performance.now()
  const before = process.cpuUsage()
  const held = process.memoryUsage.rss()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    const spent = Math.min((performance.now() - since) / 1000, (user + system) / 1e6)
    if (spent > seconds) exceeded('taskSeconds', seconds)
    else if (process.memoryUsage.rss() - held > bytes + YOUNG_MEGABYTES * 3 * MB) exceeded('taskBytes', bytes)
  }, WATCH_MILLISECONDS)
  return () => clearInterval(timer)
}
