// What one source cannot give does not stop the others.
import { ScdlError } from '../core/error.js'
import type { Failure } from '../core/reportTypes.js'
import { withoutPassword } from '../core/withoutPassword.js'
import type { CommandRun } from './commandRun.js'
import { withPath } from './loadSchema.js'

/** The outcome of `step`, or undefined where nothing comes of `path`, which is then told. */
export type Attempt = <T>(path: string, step: () => Promise<T>) => Promise<T | undefined>

/** `failures`: where the report finds what was told. */
export function attempting(run: CommandRun, failures: Failure[] = []): Attempt {
  return async (path, step) => {
    try {
      return await step()
    } catch (error) {
      const fault = error instanceof ScdlError ? withPath(error, path) : error
      failures.push(failureOf(fault, path))
      await run.complain(fault)
      return undefined
    }
  }
}

/** As `run`, for what is told without an attempt. */
export const remembering = (run: CommandRun, failures: Failure[]): CommandRun => ({
  ...run,
  async complain(error) {
    failures.push(failureOf(error, error instanceof ScdlError ? String(error.details.path ?? '') : ''))
    await run.complain(error)
  },
})

const failureOf = (error: unknown, source: string): Failure =>
  error instanceof ScdlError
    ? { source: withoutPassword(source), code: error.code, details: error.details }
    : { source: withoutPassword(source), code: 'defect', details: { reason: String(error).split('\n')[0] } }
