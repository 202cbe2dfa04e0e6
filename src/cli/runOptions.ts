// Options about the run: which of the files found are checked, by how many threads, for how long. As typed, then as meant.
import { badValue, given, type Reading, readCountFromOne, withoutAbsent } from './options.js'

/** As commander reads them. */
export interface RunFlags {
  include?: string[]
  exclude?: string[]
  changedSince?: string
  shard?: string
  jobs?: string
  maxSeconds?: string
}

/** A part of a run, from 1 to `count`. */
export interface Shard {
  index: number
  count: number
}

export interface RunRequest {
  include: readonly string[]
  exclude: readonly string[]
  /** What git calls a state of the files. */
  changedSince?: string
  shard?: Shard
  /** Threads; absent: as many as pay. */
  jobs?: number
  /** What one file may take. */
  maxSeconds?: number
}

/** Throws `ScdlError('bad-option-value')`. */
export function readRunFlags(flags: RunFlags): RunRequest {
  return {
    include: flags.include ?? [],
    exclude: flags.exclude ?? [],
    ...withoutAbsent({
      changedSince: given('--changed-since', flags.changedSince, readReference),
      shard: given('--shard', flags.shard, readShard),
      jobs: given('--jobs', flags.jobs, readCountFromOne),
      maxSeconds: given('--max-seconds', flags.maxSeconds, readSeconds),
    }),
  }
}

const readReference: Reading<string> = (option, text) => {
  if (text === '') throw badValue(option, text, { expected: 'value' })
  return text
}

const readShard: Reading<Shard> = (option, text) => {
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index < 1 || index > count) throw badValue(option, text, { expected: 'shard' })
  return { index, count }
}

const readSeconds: Reading<number> = (option, text) => {
  const seconds = /^\d{1,6}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : 0
  if (seconds === 0) throw badValue(option, text, { expected: 'seconds' })
  return seconds
}
