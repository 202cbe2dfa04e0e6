// How many threads a run is worth. Starting one costs what reading a few megabytes does.

/** Formats that take this many times longer than CSV, by the end of the name. */
const SLOWER: readonly (readonly [RegExp, number])[] = [[/\.(xlsx|xlsm|xls|ods|gz|zip)$/i, 10]]
/** What another thread has to take over before its start is paid for, and what each should have to do; in bytes of CSV. */
const SAVED = 16e6
const EACH = 16e6
/** Each takes some 80 MB of memory. */
const MOST = 8

/** What any file takes, an empty one too: it is opened, its dialect found, its columns compiled. `bench/manyFiles.mjs`. */
const EACH_FILE = 150_000

/** In bytes of CSV. */
export const workOf = (path: string, size: number): number => EACH_FILE + size * (SLOWER.find(([name]) => name.test(path))?.[1] ?? 1)

/** The main one among them; 1: no other. `work`: of each file. */
export function threadsThatPay(work: readonly number[], processors: number): number {
  const total = work.reduce((sum, bytes) => sum + bytes, 0)
  const longest = work.reduce((most, bytes) => Math.max(most, bytes), 0)
  if (total - Math.max(longest, total / processors) < SAVED) return 1
  return Math.min(processors, MOST, work.length, Math.ceil(total / EACH))
}
