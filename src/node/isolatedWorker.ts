// What runs in the thread of `isolate`.
import { parentPort, workerData } from 'node:worker_threads'
import type { Details } from '../core/diagnostic.js'
import { type RequestFault, ScdlError } from '../core/error.js'
import type { Ask, IsolatedTask } from '../core/source.js'

/** An error of any other kind ends the thread, with its stack. */
export type Answer = { value: unknown } | { fault: { code: RequestFault; details: Details } }

const tasks: Readonly<Record<IsolatedTask['name'], () => Promise<(input: unknown) => Promise<Ask>>>> = {
  oldWorkbook: async () => (await import('../formats/xls/oldWorkbook.js')).startOldWorkbook,
}

const { name, input } = workerData as { name: IsolatedTask['name']; input: unknown }
const started = tasks[name]().then((start) => start(input))

parentPort?.on('message', async (question: unknown) => {
  let answer: Answer
  try {
    answer = { value: await (await started)(question) }
  } catch (error) {
    if (!(error instanceof ScdlError)) throw error
    answer = { fault: { code: error.code, details: error.details } }
  }
  parentPort?.postMessage(answer)
})
